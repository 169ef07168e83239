"""How broad the reporting of each story is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Adds the column."""
    op.add_column("copies", sa.Column("breadth", sa.LargeBinary))
