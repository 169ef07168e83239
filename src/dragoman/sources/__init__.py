"""Kinds of source: where leads come from."""
