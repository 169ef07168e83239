"""Every source that articles are held of."""

from __future__ import annotations

from dragoman.model.article import SourceRef
from dragoman.model.catalogue import OutletHeld
from dragoman.model.query import Found
from dragoman.web.asked import Answer, Asked, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.outletcards import OutletCard, card
from dragoman.web.pages import lists

FILTERS = ("q", "country", "language")


def carded(held: OutletHeld) -> OutletCard:
    """The card of a source."""
    return card(SourceRef(held.id, held.title, held.country))


def _fits(held: OutletHeld, known: OutletCard, asked: Asked) -> bool:
    letters, country, language = (asked.text(name).casefold() for name in FILTERS)
    names = (held.id, held.title, *(name for names in known.names.values() for name in names))
    return (
        any(letters in name.casefold() for name in names)
        and (not country or (known.country or "").casefold() == country)
        and (not language or any(code.casefold().split("-")[0] == language.split("-")[0] for code in held.languages))
    )


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """Lines of name, kind, country, languages and number of articles, most articles first. `after` is the number of lines before."""
    pairs = [(held, carded(held)) for held in desk.outlets()]
    fitting = [pair for pair in pairs if _fits(*pair, asked)]
    place = asked.text("after")
    first, limit = (int(place[:9]) if place.isascii() and place.isdigit() else 0), asked.limit()
    found = Found(tuple(fitting[first : first + limit]), str(first + limit) if first + limit < len(fitting) else None)
    context = lists.context(asked, asked.say("Sources"), found, FILTERS)
    countries = sorted({known.country for _, known in pairs if known.country})
    return Answer("sources.html", {**context, "countries": countries, "many": len(fitting)})
