"""Query language and tokens."""
