"""Checks of who is who: of the tables in `actors` and of a person's own."""
