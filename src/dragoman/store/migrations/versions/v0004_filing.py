"""Filing that takes itself up again: what it knows of articles, what it wrote down from day to day, and its log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds the tables; the articles that are held already are filed anew by the next collection or judgement."""
    op.create_table(
        "slips",
        sa.Column("article", sa.String, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("made_by", sa.String, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
    )
    op.create_index("slips_day", "slips", ["day", "article"])
    op.create_table(
        "placed",
        sa.Column("article", sa.String, primary_key=True),
        sa.Column("day", sa.Integer, primary_key=True),
        sa.Column("event", sa.String, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
    )
    op.create_index("placed_day", "placed", ["day"])
    op.create_index("placed_event", "placed", ["event"])
    op.create_table(
        "chained",
        sa.Column("event", sa.String, primary_key=True),
        sa.Column("day", sa.Integer, primary_key=True),
        sa.Column("story", sa.String, nullable=False),
    )
    op.create_index("chained_day", "chained", ["day"])
    op.create_index("chained_story", "chained", ["story"])
    op.create_table("due", sa.Column("day", sa.Integer, primary_key=True))
    op.create_table(
        "filed",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("story", sa.String, nullable=False),
        sa.Column("article", sa.String, nullable=False),
        sa.Column("other", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sqlite_autoincrement=True,
    )
    for name in ("story", "other", "article"):
        op.create_index(f"filed_{name}", "filed", [name])
