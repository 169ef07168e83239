"""Stones of what was removed, what lies under them, and requests to remove."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Adds the tables."""
    texts = ("url", "at", "reason", "by")
    op.create_table(
        "tombstones",
        sa.Column("n", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in texts),
        sa.Column("undone", sa.String),
    )
    op.create_table(
        "buried",
        sa.Column("thing", sa.String, primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("stone", sa.Integer, sa.ForeignKey("tombstones.n"), primary_key=True),
    )
    op.create_index("buried_stone", "buried", ["stone"])
    op.create_table(
        "pleas",
        sa.Column("n", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in ("article", "url", "reason", "contact", "at", "state", "by")),
        sa.Column("closed", sa.String),
    )
    op.create_index("pleas_article", "pleas", ["article"])
    op.create_index("pleas_state", "pleas", ["state", "n"])
