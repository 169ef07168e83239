"""The nouns of the desk: frozen values, no I/O."""
