"""The tables of accounts, as SQLAlchemy Core sees them; fields as in `model.account`. A test holds that the migrations make them so."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table

from dragoman.store.tables import META

USERS = Table(
    "users",
    META,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("name_key", String, nullable=False, unique=True),
    Column("email", String, nullable=False),
    Column("email_key", String, unique=True),
    Column("role", String, nullable=False),
    Column("password", String),
    Column("language", String, nullable=False),
    Column("zone", String, nullable=False),
    Column("theme", String, nullable=False),
    Column("confirmed", Boolean, nullable=False),
    Column("disabled", String),
    Column("created", String, nullable=False),
    Column("secret", String),
    Column("step", Integer, nullable=False),
)
"""`name_key` and `email_key` are folded; `email_key` is null where there is no address."""

CODES = Table(
    "recovery_codes",
    META,
    Column("user", String, ForeignKey("users.id"), primary_key=True),
    Column("code", String, primary_key=True),
)
"""Hashes of recovery codes that were not used yet."""

SESSIONS = Table(
    "sessions",
    META,
    Column("token", String, primary_key=True),
    Column("user", String, ForeignKey("users.id"), nullable=False),
    Column("created", String, nullable=False),
    Column("seen", String, nullable=False),
    Column("expires", String, nullable=False),
    Column("address", String, nullable=False),
    Column("agent", String, nullable=False),
    Column("second", Boolean, nullable=False),
    Index("sessions_user", "user", "seen"),
    Index("sessions_expires", "expires"),
)

LINKS = Table(
    "links",
    META,
    Column("token", String, primary_key=True),
    Column("purpose", String, nullable=False),
    Column("user", String, nullable=False),
    Column("email", String, nullable=False),
    Column("created", String, nullable=False),
    Column("expires", String, nullable=False),
    Column("role", String, nullable=False),
    Column("used", String),
    Index("links_user", "user", "purpose"),
    Index("links_expires", "expires"),
)

TOKENS = Table(
    "api_tokens",
    META,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("token", String, nullable=False, unique=True),
    Column("prefix", String, nullable=False),
    Column("scopes", String, nullable=False),
    Column("user", String, ForeignKey("users.id"), nullable=False),
    Column("created", String, nullable=False),
    Column("seen", String),
    Column("revoked", String),
    Column("expires", String),
    Index("api_tokens_user", "user", "created"),
)
"""`scopes` are words with blanks between them."""

IDENTITIES = Table(
    "foreign_identities",
    META,
    Column("issuer", String, primary_key=True),
    Column("subject", String, primary_key=True),
    Column("user", String, ForeignKey("users.id"), nullable=False),
    Column("created", String, nullable=False),
    Index("foreign_identities_user", "user"),
)

ATTEMPTS = Table(
    "attempts",
    META,
    Column("key", String, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last", String, nullable=False),
    Column("until", String, nullable=False),
    Index("attempts_last", "last"),
)
"""A row a key, however often it is tried."""

SPENT = Table(
    "spent", META, Column("key", String, primary_key=True), Column("expires", String, nullable=False), Index("spent_expires", "expires")
)
"""Signed things that work once (riddles, states of log-ins elsewhere) and were used; forgotten when they would have expired anyway."""

SECRETS = Table("secrets", META, Column("name", String, primary_key=True), Column("value", String, nullable=False))
"""Keys that the desk signs with, made by chance when first asked for."""

AUDIT = Table(
    "audit",
    META,
    Column("n", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("who", String, nullable=False),
    Column("what", String, nullable=False),
    Column("on", String, nullable=False),
    Column("detail", String, nullable=False),
    Column("address", String, nullable=False),
    Index("audit_who", "who", "n"),
    Index("audit_what", "what", "n"),
    sqlite_autoincrement=True,
)
"""Rows are only added; one that counts what happens again and again (`audit_again`) grows in its detail."""

MARKS = Table(
    "marks",
    META,
    Column("user", String, primary_key=True),
    Column("article", String, primary_key=True),
    Column("read", Boolean, nullable=False),
    Column("star", Boolean, nullable=False),
    Column("later", Boolean, nullable=False),
    Column("at", String, nullable=False),
    Index("marks_star", "user", "star", "at"),
    Index("marks_later", "user", "later", "at"),
)
"""What readers noted of articles; `user` is empty for the reader of a desk without accounts."""
