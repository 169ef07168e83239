"""Lines that carry a date: what their words say it is the date of, and which of several lines dates the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from dragoman.extract.lines.furniture import Line, is_prose
from dragoman.extract.when import calendar, dates, partial
from dragoman.extract.when.calendar import Label, Order
from dragoman.extract.when.dates import Found
from dragoman.extract.when.stated import Date
from dragoman.text.lines import letters

# So many dated lines beside the text are a list of other pages.
LIST = 3
# Code points of a line that still may be one of facts, and of a label that stands in a line of its own.
LONGEST = 300
LONGEST_LABEL = 24
# Lines looked at above and below the headline.
ABOVE = 3
BELOW = 16


class Reader(Struct, frozen=True):
    """How dates of a page are read: the BCP 47 tag of its language and country, and what the page tells of dates in numbers."""

    tag: str
    order: Order | None = None

    def find(self, text: str) -> list[Found]:
        """Full dates in a text."""
        return dates.find(text, self.tag, self.order)


class Dated(Struct, frozen=True):
    """A date in a line: its label ("published", "modified", "other"), None where no words tell, and whether all of the line's dates but
    those of a change are of its day."""

    line: str
    found: Found
    label: Label | None
    alone: bool

    @property
    def evidence(self) -> str:
        return f"line of the page: {self.line[max(0, self.found.start - 20) : self.found.end]}"

    @property
    def mostly(self) -> bool:
        """Whether most of the line is its date."""
        return self.found.end - self.found.start >= len(self.line) / 2

    def date(self) -> Date:
        """As the page's data would give it."""
        return Date(self.found.value, self.found.precision, self.evidence, self.found.zone, self.label == "published")


def dated(lines: Sequence[str], reader: Reader) -> list[Dated]:
    """The dates of lines in their order, without those of copyright lines. A label may stand in the line before."""
    found: list[Dated] = []
    for place, line in enumerate(lines):
        if len(line) <= LONGEST and any(char.isdigit() for char in line) | any(mark in line for mark in calendar.marks("year")):
            found.extend(_of_line(line, lines[place - 1] if place else "", reader))
    return found


def _of_line(line: str, before: str, reader: Reader) -> Iterator[Dated]:
    if calendar.is_copyright(line):
        return
    full = reader.find(line)
    found = full or [one for one in partial.short(line, reader.tag, reader.order) if _tells(line, one)]
    labels = []
    for one in found:
        ahead = line[: one.start]
        if one.start <= 2 and len(before) <= LONGEST_LABEL and one.end - one.start >= len(line) / 2:
            ahead = before
        labels.append(calendar.label(ahead, line[one.end :]))
    alone = len({one.day for one in found}) == 1
    apart = {one.day for one, label in zip(found, labels, strict=True) if label != "modified"}
    for one, label in zip(found, labels, strict=True):
        yield Dated(line, one, label, alone or (len(apart) == 1 and one.day in apart))


def _tells(line: str, found: Found) -> bool:
    """Whether a date with a year of two digits is surely one: labelled, with a time, or all there is."""
    return found.precision == "minute" or calendar.label(line[: found.start]) == "published" or found.end - found.start >= len(line) - 2


def best(found: Iterable[Dated]) -> Dated | None:
    """The date of publication among dates of the page's head or foot: labelled ones first, then those with a time of day, then the first;
    that of a change or of something else never."""
    ranked = [(_rank(one), place, one) for place, one in enumerate(found) if one.label in (None, "published")]
    return min(ranked, key=lambda row: row[:2])[2] if ranked else None


def _rank(one: Dated) -> int:
    if one.label == "published":
        return 0
    return 1 if one.found.precision == "minute" else 2


def lone(found: Sequence[Dated]) -> Dated | None:
    """The date among date lines that stand anywhere on the page: only where few of them agree on one day, for a list of stories has
    many, and where one is labelled or gives the time, for sites show the day of the visit."""
    found = [one for one in found if one.label in (None, "published")]
    telling = any(one.found.precision == "minute" or one.label == "published" for one in found)
    single = len(found) < LIST and len({one.found.day for one in found}) == 1
    return best(found) if telling and single else None


def anywhere(visible: Sequence[Line], reader: Reader) -> tuple[Dated, ...]:
    """The dates of lines anywhere on the page that are no links and no prose, each line with one day."""
    lines = [line.text for line in visible if not line.linked and not is_prose(line.text)]
    return tuple(one for one in dated(lines, reader) if one.alone)


def thread(found: Sequence[Dated]) -> tuple[str, str] | None:
    """The first and the last day of a page whose lines call many different days that of publication: posts of a thread, a list of
    stories. None for other pages."""
    days = [one.found.day for one in found if one.label == "published"]
    return (min(days), max(days)) if len(days) >= LIST and len(set(days)) > 1 else None


def around(visible: Sequence[Line], title: str) -> list[Line]:
    """The lines at the headline: few before it, and those between it and the first paragraph. The headline is the last of the unlinked
    lines that repeat the title before there is prose."""
    head = letters(title)
    keys = [letters(line.text) if len(line.text) <= 2 * len(title) + 20 and not line.linked else "" for line in visible]
    same = [
        place for place, key in enumerate(keys) if key and len(head) >= 4 and (key == head or (head in key and len(key) < 2 * len(head)))
    ]
    if not same:
        return []
    begins = (place for place in range(same[0] + 1, len(visible)) if visible[place].tag != "h" and is_prose(visible[place].text))
    prose = next(begins, len(visible))
    own = max(place for place in same if place < prose)
    lines = [*visible[max(0, own - ABOVE) : own], *visible[own + 1 : min(prose, own + 1 + BELOW)]]
    return [line for line in lines if not line.linked]


def order_of(lines: Iterable[str], days: Iterable[str]) -> Order | None:
    """How the page writes dates in numbers, by those that can be read in one way only and by those of which one reading is a day (ISO)
    that the page is known to have; None where nothing tells or both ways occur."""
    known = set(days)
    seen: set[Order] = set()
    for line in lines:
        if len(line) > LONGEST or line.count("/") + line.count("-") < 2:
            continue
        readings: tuple[tuple[Order, set[str]], ...] = (
            ("dmy", {one.day for one in dates.find(line, "und", "dmy")}),
            ("mdy", {one.day for one in dates.find(line, "und", "mdy")}),
        )
        if readings[0][1] == readings[1][1]:
            seen.update(_certain(line))
        elif known:
            fits = [order for order, read in readings if read & known]
            seen.update(fits if len(fits) == 1 else ())
    return next(iter(seen)) if len(seen) == 1 else None


def _certain(line: str) -> Iterator[Order]:
    """The order of dates in numbers of which one is over 12."""
    for first, second in dates.pairs(line):
        if first > 12 >= second:
            yield "dmy"
        elif second > 12 >= first:
            yield "mdy"


def readings(lines: Iterable[str], reader: Reader) -> tuple[str, str, str] | None:
    """The two days (earlier first) that a single line's date in numbers may mean, and the line; None where none or more than one does."""
    found = set()
    for line in lines:
        if len(line) <= LONGEST and not calendar.is_copyright(line) and not reader.find(line):
            both = {one.day for order in _ORDERS for one in dates.find(line, "und", order)}
            if len(both) == 2:
                found.add((min(both), max(both), line))
    return min(found) if len(found) == 1 else None


_ORDERS: tuple[Order, Order] = ("dmy", "mdy")
