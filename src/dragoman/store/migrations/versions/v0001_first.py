"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes every table of an empty desk."""
    _articles()
    op.create_table(
        "stories",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("first", sa.String),
        sa.Column("last", sa.String),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
    )
    op.create_index("stories_order", "stories", ["last", "size", "id"])
    op.create_table(
        "members",
        sa.Column("story", sa.String, sa.ForeignKey("stories.id"), primary_key=True),
        sa.Column("article", sa.String, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
    )
    op.create_index("members_article", "members", ["article"])
    op.create_table("redirects", sa.Column("old", sa.String, primary_key=True), sa.Column("new", sa.String, nullable=False))
    op.create_table(
        "problems",
        sa.Column("url", sa.String, primary_key=True),
        sa.Column("stage", sa.String, primary_key=True),
        sa.Column("raw", sa.LargeBinary, nullable=False),
    )
    op.execute("CREATE VIRTUAL TABLE words USING fts5(title, body, lemmas, content='', tokenize='ascii', prefix='1 2')")


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("current", sa.Integer, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("earliest", sa.String),
        sa.Column("latest", sa.String),
        sa.Column("raw", sa.LargeBinary, nullable=False),
    )
    op.create_index("articles_url", "articles", ["url", "version"], unique=True)
    op.create_index("articles_order", "articles", ["current", "earliest", "id"])
    op.create_index("articles_language", "articles", ["language", "earliest"])
    op.create_index("articles_source", "articles", ["source", "earliest"])
    op.create_table(
        "readings",
        sa.Column("article", sa.String, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("made_by", sa.String, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("vector", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "ledger",
        sa.Column("asked", sa.String, primary_key=True),
        sa.Column("digest", sa.String, primary_key=True),
        sa.Column("article", sa.String, sa.ForeignKey("articles.id"), nullable=False),
    )
