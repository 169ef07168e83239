"""The tables of takedown, as SQLAlchemy Core sees them; fields as in `model.takedown`. A test holds that the migrations make them so."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from dragoman.store.tables import META

TOMBSTONES = Table(
    "tombstones",
    META,
    Column("n", Integer, primary_key=True),
    Column("url", String, nullable=False),
    Column("at", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("by", String, nullable=False),
    Column("undone", String),
)
"""Where an address was removed; rows are never changed but to say when that was undone."""

BURIED = Table(
    "buried",
    META,
    Column("thing", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("stone", Integer, ForeignKey("tombstones.n"), primary_key=True),
    Index("buried_stone", "stone"),
)
"""What lies under a stone: ids of articles and stories, and addresses ("address") from which it came."""

PLEAS = Table(
    "pleas",
    META,
    Column("n", Integer, primary_key=True),
    Column("article", String, nullable=False),
    Column("url", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("contact", String, nullable=False),
    Column("at", String, nullable=False),
    Column("state", String, nullable=False),
    Column("by", String, nullable=False),
    Column("closed", String),
    Index("pleas_article", "article"),
    Index("pleas_state", "state", "n"),
)
"""Requests to remove an article."""
