"""Which story is this; which text is a copy of which (pure, state passed in)."""
