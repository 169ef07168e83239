"""The lines of a page: which are the text, which are furniture, and of what kind."""
