"""When a page was published: its data, the marks and lines beside its title, its address, its foot, its text, in this order of belief.
A page that shows no date of its own gets an interval, not a guess."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dragoman.extract import dates
from dragoman.extract.furniture import Line, is_prose
from dragoman.extract.metadata import Date
from dragoman.model.article import Published

# Lines below the text of which one may date it; the others tell whether there is a list of pages.
NEAR = 4


class Signs(Struct, frozen=True):
    """What a page shows: dates of its data and of the marks beside its title, lines before the text (`titled`: the title is among them),
    date lines around the text (`early`, and anywhere: `elsewhere`), lines below it."""

    data: Date | None
    beside: tuple[Date, ...]
    head: tuple[Line, ...]
    titled: bool
    early: tuple[str, ...]
    foot: tuple[Line, ...]
    elsewhere: tuple[str, ...]


def decide(signs: Signs, url: str, text: str, language: str) -> Published:
    """`language` decides how dates in words are read; value and precision stay unknown where nothing tells."""
    address = dates.in_url(url)
    day = address[0] if address else None
    if signs.data is not None:
        return _stated(_finer(signs.data, signs.beside))
    if signs.beside:
        return _stated(next((date for date in signs.beside if date.value[:10] == day), signs.beside[0]))
    lines = _own_lines(signs, language)
    near = dates.in_lines([line for line in lines if day and any(one.day == day for one in dates.find(line, language))], language)
    near = near or dates.in_lines(lines, language)
    if near is not None:
        return near
    if address is not None:
        return Published(*address, f"address: {url}", address[0], address[0])
    foot = [line.text for line in signs.foot[:NEAR] if not line.linked]
    below = dates.in_lines([line for line in _single([line.text for line in signs.foot], language) if line in foot], language)
    return below or dates.lone(signs.elsewhere, language) or dates.from_text(text, language)


def _stated(date: Date) -> Published:
    return Published(date.value, date.precision, date.where, date.value[:10], date.value[:10])


def _finer(date: Date, others: Sequence[Date]) -> Date:
    """The same day with its time, where another sign gives one."""
    same = (other for other in others if other.precision == "minute" and other.value[:10] == date.value)
    return next(same, date) if date.precision == "day" else date


def _own_lines(signs: Signs, language: str) -> list[str]:
    """Lines that may date the article: no links, no prose, none of a list of pages, and without a title near only telling ones."""
    head = _single([line.text for line in signs.head if not line.linked and not is_prose(line.text)], language)
    if not signs.titled:
        head = [line for line in head if dates.labelled(line, language) or _timed(line, language)]
    early = [line for line in signs.early if dates.labelled(line, language) or _timed(line, language) or _mostly(line, language)]
    return [*head, *_single(early, language)]


def _single(lines: Sequence[str], language: str) -> list[str]:
    """Lines that give one day, only the labelled ones where many do: a list of pages dates every one of them."""
    dated = [line for line in lines if len({found.day for found in dates.find(line, language)}) == 1]
    return dated if len(dated) < dates.LIST else [line for line in dated if dates.labelled(line, language)]


def _timed(line: str, language: str) -> bool:
    return any(found.precision == "minute" for found in dates.find(line, language))


def _mostly(line: str, language: str) -> bool:
    """Whether most of a line is its date, and no prose stands in it."""
    return any(found.end - found.start >= len(line) / 2 for found in dates.find(line, language))
