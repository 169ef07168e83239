"""What every list page has: the filters it was asked with, its lines, and the way to the next page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dragoman import languages
from dragoman.model.query import Found
from dragoman.web.asked import Asked

Crumb = tuple[str, str | None]


def context(asked: Asked, title: str, found: Found[Any], filters: Sequence[str]) -> dict[str, object]:
    """`older` and `newest` are addresses or None; `filtered` says whether any filter of the page is set."""
    filtered = any(asked.text(name) for name in filters)
    return {
        "title": title,
        "crumbs": crumbs(asked, (title, None)),
        "items": found.items,
        "older": asked.here(after=found.next) if found.next else None,
        "newest": asked.here(after=None) if asked.text("after") else None,
        "filtered": filtered,
        "unfiltered": asked.path,
        "languages": languages.codes(),
    }


def crumbs(asked: Asked, *steps: Crumb) -> list[Crumb]:
    """Where the reader is: the front page, then the steps; the last one has no link."""
    return [(asked.say("Desk"), "/"), *steps]
