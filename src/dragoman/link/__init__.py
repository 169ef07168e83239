"""Which entity is this: aliases, cross-script names, roles and parties (pure, state passed in)."""
