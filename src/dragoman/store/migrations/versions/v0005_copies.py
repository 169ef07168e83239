"""Which texts of a story are copies of which, and what was found of each pair."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Adds the table; stories that are held already are looked at by the next collection."""
    op.create_table(
        "copies",
        sa.Column("story", sa.String, primary_key=True),
        sa.Column("seal", sa.String, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("verdicts", sa.LargeBinary, nullable=False),
    )
