"""The tables of a desk, as SQLAlchemy Core sees them. They are made by the migrations; a test holds that both agree."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table

META = MetaData()

ARTICLES = Table(
    "articles",
    META,
    Column("n", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("url", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("current", Integer, nullable=False),
    Column("language", String, nullable=False),
    Column("source", String, nullable=False),
    Column("title", String, nullable=False),
    Column("earliest", String),
    Column("latest", String),
    Column("raw", LargeBinary, nullable=False),
    Index("articles_url", "url", "version", unique=True),
    Index("articles_order", "current", "earliest", "id"),
    Index("articles_language", "language", "earliest"),
    Index("articles_source", "source", "earliest"),
)
"""A row a version of an address; `current` marks the newest. `earliest` and `latest` are ISO dates (inclusive), `raw` its JSON."""

READINGS = Table(
    "readings",
    META,
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Column("made_by", String, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("vector", LargeBinary, nullable=False),
)
"""`raw` is the reading's JSON less article and vector; `vector` little-endian float32."""

LEDGER = Table(
    "ledger",
    META,
    Column("asked", String, primary_key=True),
    Column("digest", String, primary_key=True),
    Column("article", String, ForeignKey("articles.id"), nullable=False),
)
"""Which bytes from which address became which article."""

STORIES = Table(
    "stories",
    META,
    Column("id", String, primary_key=True),
    Column("first", String),
    Column("last", String),
    Column("size", Integer, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Index("stories_order", "last", "size", "id"),
)
"""`raw` is the story's JSON less its members."""

MEMBERS = Table(
    "members",
    META,
    Column("story", String, ForeignKey("stories.id"), primary_key=True),
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Column("place", Integer, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Index("members_article", "article"),
)

REDIRECTS = Table("redirects", META, Column("old", String, primary_key=True), Column("new", String, nullable=False))
"""Stories that were merged away, and where they went."""

PROBLEMS = Table(
    "problems",
    META,
    Column("url", String, primary_key=True),
    Column("stage", String, primary_key=True),
    Column("raw", LargeBinary, nullable=False),
)

WORDS = "words"
"""The full-text table (FTS5, contentless): rowid is `articles.n`, columns title, body, lemmas hold segmented text."""
