"""When a page was published: its data, the marks and lines beside its title, its address, its foot, its text, in this order of belief,
and where the data and what the page shows differ, what two of them say. A page that shows no date of its own gets an interval, not a
guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from dragoman.extract.lines.furniture import Line, is_prose
from dragoman.extract.when import bounds, calendar, clocks, dates, daylines, partial
from dragoman.extract.when.bounds import Bound
from dragoman.extract.when.daylines import Dated, Reader
from dragoman.extract.when.stated import Date, Stated
from dragoman.model.article import Published

# Lines below the text of which one may date it; the others tell whether there is a list of pages.
NEAR = 4
# Days by which a text may run ahead of its own date: schedules, magazines dated ahead.
AHEAD = 200
# Days from which on a text under its old address is a new one.
RENEWED = 60
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


class Signs(Struct, frozen=True):
    """What a page shows: dates of its data and of the marks beside its title, lines before the text (`titled`: the title is among them),
    date lines around the text (`early`, and anywhere: `elsewhere`), lines below it, and the days of change that the marks beside the title
    give (`changed`)."""

    data: Stated
    beside: tuple[Date, ...]
    head: tuple[Line, ...]
    titled: bool
    early: tuple[str, ...]
    foot: tuple[Line, ...]
    elsewhere: tuple[str, ...]
    changed: tuple[Date, ...] = ()


class Page(Struct, frozen=True):
    """The page as a whole: its visible lines, its title, and the time of the fetch (ISO 8601), after which nothing can have been
    published; where it is not known, nothing is refused for it."""

    visible: tuple[Line, ...] = ()
    title: str = ""
    fetched: str | None = None


NO_PAGE = Page()


def tag(language: str, declared: str | None, url: str) -> str:
    """The language of a text with the country that the page declares ("en-GB") or, where it declares none, that of its domain."""
    _, _, region = (declared or "").replace("_", "-").partition("-")
    region = next((part for part in region.split("-") if len(part) == 2 and part.isalpha()), "")
    try:
        domain = (urlsplit(dates.own_address(url)).hostname or "").rpartition(".")[2]
    except ValueError:
        domain = ""
    region = region or {"uk": "GB"}.get(domain, domain if len(domain) == 2 else "")
    full = f"{language}-{region.upper()}"
    locale = calendar.locale_of(full) if region else None
    return full if locale is not None and locale.territory else language


def decide(signs: Signs, url: str, text: str, language: str, page: Page = NO_PAGE) -> Published:
    """`language` (BCP 47, `tag`) decides how dates are read; value and precision stay unknown where nothing tells."""
    signs = _possible(_with_headline(signs, page), page.fetched)
    reader = _reader(signs, url, language)
    found = _known(signs, url, text, reader)
    if found is None:
        marked = daylines.anywhere(page.visible, reader)
        alone = None if daylines.thread(marked) else _below(signs, marked, reader)
        found = alone or _incomplete(signs, url, reader) or _interval(signs, marked, url, text, reader)
    return _with_change(found, signs, reader)


def _with_headline(signs: Signs, page: Page) -> Signs:
    """With the lines at the headline, wherever the text was found to begin."""
    near = daylines.around(page.visible, page.title)
    known = {line.text for line in near}
    head = (*near, *(line for line in signs.head if line.text not in known))
    return msgspec.structs.replace(signs, head=head, titled=signs.titled or bool(near))


def in_capture(lines: Sequence[str], text: str, language: str) -> Published:
    """The date of a text capture, of which only lines are known."""
    reader = Reader(language, daylines.order_of(lines, ()))
    marked = daylines.dated(lines, reader)
    one = daylines.best(marked)
    change = next((found.date() for found in marked if found.label == "modified"), None)
    if one is not None:
        return _changed(_stated(one.date()), change)
    return _changed(bounds.within([*_until(change), bounds.of_text(text, language)]), change)


def _reader(signs: Signs, url: str, language: str) -> Reader:
    address = dates.in_url(url)
    known = [date.day for date in signs.data.published[:3]] + ([address[0]] if address else [])
    lines = [*(line.text for line in signs.head), *signs.early, *(line.text for line in signs.foot), *signs.elsewhere]
    return Reader(language, daylines.order_of(lines, known))


def _possible(signs: Signs, fetched: str | None) -> Signs:
    """Without the dates that lie after the fetch, give a day for time zones."""
    if not fetched or not _ISO.match(fetched):
        return signs
    last = clocks.after(fetched[:10], 1)
    change = signs.data.modified if signs.data.modified and signs.data.modified.day <= last else None
    data = Stated(tuple(date for date in signs.data.published if date.day <= last), change)
    lines = {name: tuple(date for date in getattr(signs, name) if date.day <= last) for name in ("beside", "changed")}
    return msgspec.structs.replace(signs, data=data, **lines)


def _known(signs: Signs, url: str, text: str, reader: Reader) -> Published | None:
    """What the data, the headline's surroundings and the address say."""
    shown = _shown(signs, reader)
    address = dates.in_url(url)
    day = address[0] if address else None
    if signs.data.published:
        date = _agreed(signs.data, shown, day)
        return _stated(date) if not _outlived(date, shown, day, signs.data.modified, text, reader) else None
    if shown:
        date = next((one for one in shown if one.day == day), shown[0])
        return _stated(clocks.finer(date, shown))
    if address is None:
        return None
    clock = partial.clock(_head_lines(signs), address[0], reader.tag, reader.order)
    return clock or partial.published(*address, f"address: {url}")


def _shown(signs: Signs, reader: Reader) -> tuple[Date, ...]:
    """What the page shows at its title: labelled dates first, then marks, then lines."""
    lines = _own_lines(signs, reader)
    best = daylines.best(lines)
    others = [one for one in lines if one is not best and one.label in (None, "published")]
    found = [*signs.beside, *([best.date()] if best else []), *(one.date() for one in others)]
    return tuple(sorted(found, key=lambda date: not date.labelled))


def _agreed(data: Stated, shown: Sequence[Date], address: str | None) -> Date:
    """The date of the data that the page or its address confirms, else the first; but what the page shows where its clock explains the
    difference, where the address agrees with it, or where the data give the last change as the day of publication."""
    days = {date.day for date in shown}
    first = data.published[0]
    confirmed = next((date for date in data.published if date.day in days), None)
    if first is confirmed or (confirmed is not None and clocks.same_moment(first, confirmed)):
        return clocks.finer(first, shown)
    local = next((found for date in shown if (found := clocks.localised(first, date)) is not None), None)
    if local is not None or confirmed is not None:
        return local or clocks.finer(confirmed or first, shown)
    by_address = next((date for date in data.published if date.day == address), None)
    if by_address is not None:
        return by_address
    rival = next((date for date in shown if date.day == address or _overrules(date, first, data.modified)), None)
    rival = rival or next((_again(date, first) for date in shown if _republished(date, first, data.modified)), None)
    return rival if rival is not None else clocks.finer(first, data.published)


def _overrules(shown: Date, first: Date, modified: Date | None) -> bool:
    """Whether the page calls an earlier day that of publication than its data, which give the stamp of the last change for both."""
    return shown.labelled and shown.day < first.day and modified is not None and modified.day == first.day


def _republished(shown: Date, first: Date, modified: Date | None) -> bool:
    """Whether the page shows the day of its last change as its own, long after the first publication: a text made anew."""
    return modified is not None and shown.day == modified.day and shown.day > clocks.after(partial.bounds(first.value)[1], RENEWED)


def _again(shown: Date, first: Date) -> Date:
    return msgspec.structs.replace(shown, where=f"{shown.where}; published again, first by {first.where}")


def _outlived(date: Date, shown: Sequence[Date], address: str | None, modified: Date | None, text: str, reader: Reader) -> bool:
    """Whether the text as it stands was written long after the day that only the data give: it tells of later days as past, and the data
    give a change after them (pages that are kept up to date for years)."""
    if modified is None or date.precision not in ("day", "minute") or address == date.day or any(one.day == date.day for one in shown):
        return False
    if modified.day <= clocks.after(date.day, AHEAD):
        return False
    last = bounds.of_text(text, reader.tag).earliest
    return last is not None and clocks.after(date.day, AHEAD) < last <= modified.day


def _stated(date: Date) -> Published:
    found = partial.published(date.value, date.precision, date.where)
    return msgspec.structs.replace(found, zone=clocks.outlets_zone(date))


def _own_lines(signs: Signs, reader: Reader) -> list[Dated]:
    """Dates of lines that may date the article: no links, no prose, none of a list of pages, and without a title near only telling ones."""
    head = _single([line.text for line in signs.head if not line.linked and not is_prose(line.text)], reader)
    if not signs.titled:
        head = [one for one in head if _tells(one)]
    early = [one for one in _single(signs.early, reader) if _tells(one) or one.mostly]
    return [*head, *early]


def _tells(one: Dated) -> bool:
    return one.label == "published" or one.found.precision == "minute"


def _single(lines: Sequence[str], reader: Reader) -> list[Dated]:
    """Dates of lines that give one day, only the labelled ones where many do: a list of pages dates every one of them, and a thread
    labels every one of its posts."""
    found = [one for one in daylines.dated(lines, reader) if one.alone]
    if len({one.line for one in found}) < daylines.LIST:
        return found
    labelled = [one for one in found if one.label == "published"]
    thread = len(labelled) >= daylines.LIST and len({one.found.day for one in labelled}) > 1
    return [] if thread else labelled


def _below(signs: Signs, marked: Sequence[Dated], reader: Reader) -> Published | None:
    """The date of the first lines below the text, of the only date line around it, or of the only line anywhere that is called so."""
    near = {line.text for line in signs.foot[:NEAR] if not line.linked}
    foot = [one for one in _single([line.text for line in signs.foot], reader) if one.line in near and one.label != "modified"]
    below = daylines.best(foot)
    one = below or daylines.lone(daylines.dated(signs.elsewhere, reader))
    if one is None:
        lone = daylines.lone(marked)
        one = lone if lone is not None and lone.label == "published" else None
    return _stated(one.date()) if one is not None else None


def _incomplete(signs: Signs, url: str, reader: Reader) -> Published | None:
    """A day of the head without its year, where the address or the day of change gives that; else a month of the head."""
    lines = _head_lines(signs)
    change = signs.data.modified.day if signs.data.modified else None
    found = partial.completed(lines, reader.tag, reader.order, dates.month_in_url(url), change)
    return found or partial.issue(lines, signs.titled, reader.tag)


def _head_lines(signs: Signs) -> list[str]:
    lines = [line.text for line in signs.head if not line.linked and not is_prose(line.text)] + list(signs.early)
    return [line for line in dict.fromkeys(lines) if len(line) <= daylines.LONGEST / 3 and not calendar.is_copyright(line)]


def _interval(signs: Signs, marked: Sequence[Dated], url: str, text: str, reader: Reader) -> Published:
    """What the address, the change, an ambiguous date and the text leave; they are believed in this order."""
    found = [one for one in (bounds.of_address(url),) if one is not None]
    found.extend(_until(_change(signs, reader)))
    both = daylines.readings(_head_lines(signs), reader)
    if both is not None:
        found.append(Bound(both[0], both[1], f"either {both[0]} or {both[1]} (line of the page: {both[2]})"))
    posts = daylines.thread(marked)
    if posts is not None:
        found.append(Bound(*posts, f"lines of the page are dated from {posts[0]} to {posts[1]}"))
    return bounds.within([*found, bounds.of_text(text, reader.tag)])


def _change(signs: Signs, reader: Reader) -> Date | None:
    """The last change: of the data, of the marks beside the title, of a line that says so."""
    lines = [*(line.text for line in signs.head if not line.linked), *signs.early, *(line.text for line in signs.foot[:NEAR])]
    told = [one.date() for one in daylines.dated(lines, reader) if one.label == "modified"]
    found = [date for date in (signs.data.modified, *signs.changed[:1], *told[:1]) if date is not None]
    return found[0] if found else None


def _with_change(found: Published, signs: Signs, reader: Reader) -> Published:
    """With the day of the last change where there is one that is not before the publication."""
    return _changed(found, _change(signs, reader))


def _until(change: Date | None) -> list[Bound]:
    """What is changed on a day is out by then."""
    return [Bound(None, change.day, f"changed on {change.day} ({change.where})")] if change is not None else []


def _changed(found: Published, change: Date | None) -> Published:
    if change is None or change.precision not in ("minute", "day") or change.day < (found.earliest or ""):
        return found
    return msgspec.structs.replace(found, modified=change.value)
