"""A form of the page of an entity: these two are one, these two are not, or a word is taken back."""

from __future__ import annotations

from dragoman.errors import DragomanError
from dragoman.web.asked import Asked, Moved, Reply, WrongAddressError
from dragoman.web.desk import JudgingDesk
from dragoman.web.shown import entity_link

KINDS = ("same", "different", "undo")
BY = "portal"


def page(desk: JudgingDesk, asked: Asked) -> Reply:
    """Takes the word and leads back to the entity. Raises `WrongAddressError` with what the desk says against it."""
    kind = asked.one_of("kind", KINDS)
    one, other, number = asked.text("one"), asked.text("other"), asked.text("n")
    try:
        if kind == "undo" and number.isascii() and number.isdigit() and one:
            desk.undo(int(number))
        elif kind in ("same", "different") and one and other:
            desk.judge("same" if kind == "same" else "different", one, other, by=BY)
        else:
            raise WrongAddressError(asked.say("The form is not filled in."))
    except DragomanError as error:
        raise WrongAddressError(str(error)) from error
    return Moved(entity_link(one), 303)
