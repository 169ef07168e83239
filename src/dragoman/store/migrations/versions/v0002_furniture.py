"""Pages kept to be read again, and what is learned of the furniture of sites."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Adds the tables; articles that are held already are observed by the next collection."""
    op.create_table(
        "pages",
        sa.Column("asked", sa.String, primary_key=True),
        sa.Column("digest", sa.String, primary_key=True),
        sa.Column("fetched", sa.String),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    _observed()
    op.create_table(
        "furniture",
        sa.Column("site", sa.String, primary_key=True),
        sa.Column("template", sa.String, primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
    )
    op.create_table(
        "corrections",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("site", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("undone", sa.String),
    )
    op.create_index("ledger_article", "ledger", ["article"])


def _observed() -> None:
    op.create_table(
        "observed",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("url", sa.String, nullable=False, unique=True),
        sa.Column("article", sa.String, nullable=False),
        sa.Column("site", sa.String, nullable=False),
        sa.Column("template", sa.String, nullable=False),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("day", sa.String, nullable=False),
        sa.Column("size", sa.Float, nullable=False),
        sa.Column("counted", sa.Integer, nullable=False),
        sa.Column("wait", sa.Integer, nullable=False),
        sa.Column("fresh", sa.Integer, nullable=False),
    )
    op.create_index("observed_site", "observed", ["site", "counted", "n"])
    op.create_index("observed_article", "observed", ["article"])
    op.create_index("observed_wait", "observed", ["wait"])
    op.create_table(
        "sightings",
        sa.Column("page", sa.Integer, sa.ForeignKey("observed.n"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("site", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("size", sa.Float, nullable=False),
        sa.Column("text", sa.String, nullable=False),
    )
    op.create_index("sightings_key", "sightings", ["site", "key"])
