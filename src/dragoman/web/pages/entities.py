"""Everybody and everything named, with the names they go by in each language."""

from __future__ import annotations

from dragoman.web.asked import Answer, Asked, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """Lines of name, type, party, names per language, and how often they are named."""
    found = desk.entities(asked.query())
    return Answer("entities.html", lists.context(asked, asked.say("Names"), found, ("q", "party", "language")))
