"""Searching: how texts and questions are cut into words, and the query language."""

from __future__ import annotations

from dragoman.registry import Table

WORDS = Table("search", {"words": "dragoman.search.index:Index"})
