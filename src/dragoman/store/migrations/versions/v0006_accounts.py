"""Accounts: users and what opens them, sessions, links, tokens, what failed, what was done, and what readers noted of articles."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Adds the tables; a desk without accounts leaves them empty."""
    _people()
    _keys()
    _watch()


def _people() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("name_key", sa.String, nullable=False, unique=True),
        sa.Column("email", sa.String, nullable=False),
        sa.Column("email_key", sa.String, unique=True),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("password", sa.String),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("zone", sa.String, nullable=False),
        sa.Column("theme", sa.String, nullable=False),
        sa.Column("confirmed", sa.Boolean, nullable=False),
        sa.Column("disabled", sa.String),
        sa.Column("created", sa.String, nullable=False),
        sa.Column("secret", sa.String),
        sa.Column("step", sa.Integer, nullable=False),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("user", sa.String, sa.ForeignKey("users.id"), primary_key=True),
        sa.Column("code", sa.String, primary_key=True),
    )
    op.create_table(
        "foreign_identities",
        sa.Column("issuer", sa.String, primary_key=True),
        sa.Column("subject", sa.String, primary_key=True),
        sa.Column("user", sa.String, sa.ForeignKey("users.id"), nullable=False),
        sa.Column("created", sa.String, nullable=False),
    )
    op.create_index("foreign_identities_user", "foreign_identities", ["user"])
    op.create_table(
        "marks",
        sa.Column("user", sa.String, primary_key=True),
        sa.Column("article", sa.String, primary_key=True),
        sa.Column("read", sa.Boolean, nullable=False),
        sa.Column("star", sa.Boolean, nullable=False),
        sa.Column("later", sa.Boolean, nullable=False),
        sa.Column("at", sa.String, nullable=False),
    )
    op.create_index("marks_star", "marks", ["user", "star", "at"])
    op.create_index("marks_later", "marks", ["user", "later", "at"])


def _keys() -> None:
    op.create_table(
        "sessions",
        sa.Column("token", sa.String, primary_key=True),
        sa.Column("user", sa.String, sa.ForeignKey("users.id"), nullable=False),
        sa.Column("created", sa.String, nullable=False),
        sa.Column("seen", sa.String, nullable=False),
        sa.Column("expires", sa.String, nullable=False),
        sa.Column("address", sa.String, nullable=False),
        sa.Column("agent", sa.String, nullable=False),
        sa.Column("second", sa.Boolean, nullable=False),
    )
    op.create_index("sessions_user", "sessions", ["user", "seen"])
    op.create_index("sessions_expires", "sessions", ["expires"])
    op.create_table(
        "links",
        sa.Column("token", sa.String, primary_key=True),
        sa.Column("purpose", sa.String, nullable=False),
        sa.Column("user", sa.String, nullable=False),
        sa.Column("email", sa.String, nullable=False),
        sa.Column("created", sa.String, nullable=False),
        sa.Column("expires", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("used", sa.String),
    )
    op.create_index("links_user", "links", ["user", "purpose"])
    op.create_index("links_expires", "links", ["expires"])
    op.create_table(
        "api_tokens",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("token", sa.String, nullable=False, unique=True),
        sa.Column("prefix", sa.String, nullable=False),
        sa.Column("scopes", sa.String, nullable=False),
        sa.Column("user", sa.String, sa.ForeignKey("users.id"), nullable=False),
        sa.Column("created", sa.String, nullable=False),
        sa.Column("seen", sa.String),
        sa.Column("revoked", sa.String),
        sa.Column("expires", sa.String),
    )
    op.create_index("api_tokens_user", "api_tokens", ["user", "created"])


def _watch() -> None:
    op.create_table(
        "attempts",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("last", sa.String, nullable=False),
        sa.Column("until", sa.String, nullable=False),
    )
    op.create_index("attempts_last", "attempts", ["last"])
    op.create_table(
        "spent",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("expires", sa.String, nullable=False),
    )
    op.create_index("spent_expires", "spent", ["expires"])
    op.create_table(
        "secrets",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.String, nullable=False),
    )
    op.create_table(
        "audit",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("who", sa.String, nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("on", sa.String, nullable=False),
        sa.Column("detail", sa.String, nullable=False),
        sa.Column("address", sa.String, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("audit_who", "audit", ["who", "n"])
    op.create_index("audit_what", "audit", ["what", "n"])
