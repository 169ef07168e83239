"""The windows of time that filing looks through, and the order in which it goes: by day, then by article id. Times of day are not looked
at: most of those that pages give are the day's beginning."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dragoman.model.ids import digest

if TYPE_CHECKING:  # so that the desk knows days without loading what cards are made with
    from dragoman.cluster.card import Card

ACTIVE = 7
"""Days after its last article for which an event takes something in, and for which articles are counted in telling what is common."""

RUNNING = 30
"""Days after its last event for which a story takes an event in; a day that it announced may come later, see `running`."""

MONTH = 31
"""An article of which only the month or year is known stands for so many days at most."""

UNDATED = date.max.toordinal()
"""The day of articles of which nothing is known: after all others."""


def day_of(card: Card) -> int:
    """The day at which an article is filed: the earliest on which it may have come out."""
    known = card.earliest if card.earliest is not None else card.latest
    return known if known is not None else UNDATED


def until(card: Card) -> int:
    """The last day for which an article stands."""
    day = day_of(card)
    return min(card.latest if card.latest is not None else day, day + MONTH) if day != UNDATED else UNDATED


def canonical(card: Card) -> tuple[int, str]:
    """Order of filing: earliest possible day of publication, then id; articles of unknown date come last."""
    return day_of(card), card.article


def key_of(card: Card) -> str:
    """The key of what begins with this article: its day, its id and its address. Keys sort in canonical order."""
    return f"{day_of(card):07d} {card.article} {digest(card.url)}"


def article_of(key: str) -> str:
    """The first article of what bears this key."""
    return key.split(" ")[1]


def began(key: str) -> int:
    """The day of the first article of what bears this key."""
    return int(key[:7])


def event_of(key: str) -> str:
    """The id of the event of this key."""
    return f"e{key.split(' ')[2]}"


def story_of(key: str) -> str:
    """The id of the story of this key. It is made of the address of the first article, so that it stays when that is read again."""
    return f"s{key.split(' ')[2]}"
