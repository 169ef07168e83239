"""What a reader notes of articles: read, starred, for later; the form that notes it, and the lists of what was noted."""

from __future__ import annotations

from typing import get_args

from dragoman.model.account import MarkKind
from dragoman.model.query import Found
from dragoman.web.asked import Answer, Asked, Moved, Reply, WrongAddressError
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import latest, lists
from dragoman.web.sessions import safe_next

KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
ALL = "all"


def form(desk: ReadingDesk, asked: Asked) -> Reply:
    """Takes `set` ("star" sets, "-star" takes away, for the article in `article`; "all" marks what the list in `back` shows as read) and
    leads back. Who has no marks is led to the log-in. Raises `NotFoundError`, `WrongAddressError`."""
    if not asked.reader.marks:
        return Moved("/login", 303)
    wish, article = asked.text("set"), asked.text("article")
    kind = next((kind for kind in KINDS if kind == wish.removeprefix("-")), None)
    if wish == ALL:
        desk.mark_read(asked.reader.id, latest.query(asked))
    elif kind is not None and article:
        desk.mark(asked.reader.id, article, kind, not wish.startswith("-"))
    else:
        raise WrongAddressError(asked.say("The form is not filled in."))
    return Moved(safe_next(asked.params.get("back", "")), 303)


def starred(desk: ReadingDesk, asked: Asked) -> Reply:
    """What the reader starred, last starred first."""
    return _listed(desk, asked, "star", asked.say("Starred"))


def later(desk: ReadingDesk, asked: Asked) -> Reply:
    """What the reader put by for later."""
    return _listed(desk, asked, "later", asked.say("Read later"))


def _listed(desk: ReadingDesk, asked: Asked, kind: MarkKind, title: str) -> Reply:
    found = desk.marked(asked.reader.id, kind, asked.query()) if asked.reader.marks else Found(())
    marks = desk.marks(asked.reader.id, [article.id for article, _ in found.items]) if found.items else {}
    return Answer("marked.html", {**lists.context(asked, title, found, ()), "marks": marks, "kind": kind})
