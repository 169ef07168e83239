"""A narrow row an article for the lists of news, what each speaks of, and a number that tells whether the list changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.store import news, rows

revision = "0007"
down_revision = "0006"

TEXTS = ("id", "at", "language", "source", "outlet", "country", "section")
KEYS = ("language", "source", "country", "section")


def upgrade() -> None:
    """Adds the tables and puts the articles that are held into the list."""
    op.create_table(
        "news",
        sa.Column("n", sa.Integer, sa.ForeignKey("articles.n", ondelete="CASCADE"), primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in TEXTS),
        *(sa.Column(name, sa.String) for name in ("first", "last")),
    )
    op.create_index("news_at", "news", ["at", "id"])
    op.create_index("news_id", "news", ["id"])
    for name in KEYS:
        op.create_index(f"news_{name}", "news", [name, "at", "id"])
    op.create_table(
        "subjects",
        sa.Column("subject", sa.String, primary_key=True),
        sa.Column("n", sa.Integer, sa.ForeignKey("news.n", ondelete="CASCADE"), primary_key=True),
    )
    op.create_index("subjects_n", "subjects", ["n"])
    op.create_table("pulse", sa.Column("n", sa.Integer, primary_key=True), sa.Column("beat", sa.Integer, nullable=False))
    op.execute("INSERT INTO pulse (n, beat) VALUES (1, 0)")
    _fill(op.get_bind())
    for kind in ("insert", "delete"):
        op.execute(f"CREATE TRIGGER news_{kind} AFTER {kind} ON news BEGIN UPDATE pulse SET beat = beat + 1; END")


def _fill(connection: sa.Connection) -> None:
    held = "SELECT a.raw, r.raw, r.vector FROM articles a JOIN readings r ON r.article = a.id WHERE a.n = :n"
    names = ("n", *TEXTS, "first", "last")
    line = f"INSERT INTO news ({', '.join(names)}) VALUES ({', '.join(':' + name for name in names)})"
    for (n,) in connection.execute(sa.text("SELECT n FROM articles WHERE current = 1")).all():
        for found in connection.execute(sa.text(held), {"n": n}).all():
            reading = rows.reading(*found)
            made = news.row(n, reading.article)
            connection.execute(sa.text(line), {name: made[name] for name in names})
            for subject in news.subjects(reading):
                connection.execute(sa.text("INSERT INTO subjects (subject, n) VALUES (:subject, :n)"), {"subject": subject, "n": n})
