"""Keeping: where articles, readings and stories live. `sqlite` is one file in a folder; `memory` forgets when it closes."""

from __future__ import annotations

from dragoman.registry import Table

STORES = Table("stores", {"sqlite": "dragoman.store.sqlite:Sqlite", "memory": "dragoman.store.memory:Memory"})

TOOLS = Table("store_tools", {"migrate": "dragoman.store.migrate:upgrade", "words": "dragoman.search.index:Index"})
"""What stores load when they need it: `migrate` when a desk is made or comes from an older version, `words` where the caller brought
no way of cutting texts into words."""
