"""Everybody and everything named, with the names they go by in each language."""

from __future__ import annotations

from typing import get_args

from dragoman.model.annotations import MentionType
from dragoman.web.asked import Answer, Asked, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists

TYPES: tuple[str, ...] = get_args(MentionType)


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """Lines of name, type, party, names per language, and how often they are named."""
    asked.one_of("type", TYPES)
    found = desk.entities(asked.query())
    context = lists.context(asked, asked.say("Names"), found, ("q", "type", "party", "language", "story"))
    return Answer("entities.html", {**context, "types": TYPES})
