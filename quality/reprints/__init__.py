"""Sets of copies made of real texts, for `dragoman eval reprints`."""
