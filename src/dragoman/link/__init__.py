"""Which entity is this: aliases, cross-script names, roles and parties (pure, state passed in)."""

from __future__ import annotations

from dragoman.registry import Table

PARTS = Table("linkers", {"aliases": "dragoman.link.aliases:Aliases"})
