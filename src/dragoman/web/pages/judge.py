"""Forms of the pages of entities and stories: these two are one, these are not, or a word is taken back."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from dragoman.errors import DragomanError
from dragoman.web.asked import Asked, Moved, Reply, WrongAddressError
from dragoman.web.desk import JudgingDesk
from dragoman.web.shown import entity_link

KINDS = ("same", "different", "merge", "split", "undo")
BY = "portal"
TICKED = "article-"
"""What the names of fields begin with that stand for articles."""


def page(desk: JudgingDesk, asked: Asked) -> Reply:
    """Takes the word and leads back to the entity or the story. Raises `WrongAddressError` with what the desk says against it."""
    kind = asked.one_of("kind", KINDS)
    one, other, number, story = asked.text("one"), asked.text("other"), asked.text("n"), asked.text("story")
    by = asked.reader.name or BY
    ticked = [asked.text(name) for name in sorted(asked.params) if name.startswith(TICKED)]
    try:
        if kind == "undo" and number.isascii() and number.isdigit() and (one or story):
            desk.undo(int(number))
        elif kind in ("same", "different") and one and other:
            desk.judge("same" if kind == "same" else "different", one, other, by=by)
        elif kind == "merge" and story and other:
            desk.judge("merge", story, _identity(other), by=by)
        elif kind == "split" and story and ticked:
            desk.judge("split", story, *ticked, by=by)
        else:
            raise WrongAddressError(asked.say("The form is not filled in."))
    except DragomanError as error:
        raise WrongAddressError(str(error)) from error
    return Moved(f"/story/{quote(story, safe='')}#filing" if story else entity_link(one), 303)


def _identity(text: str) -> str:
    """An id, or the one that an address of the portal ends in."""
    return urlsplit(text).path.rstrip("/").rpartition("/")[2]
