"""What the mark-up around the headline says: dates, authors, outlet, section. Publishers mark them with `time`, microdata
(schema.org `itemprop`) and telling class names; only elements that stand beside the article's own heading count, for lists of other
stories use the same marks."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

import lxml.html
from msgspec import Struct

from dragoman import languages
from dragoman.extract.facts import crumbs
from dragoman.extract.lines.furniture import is_prose
from dragoman.extract.when import calendar, clocks, dates, stated
from dragoman.extract.when.stated import Date
from dragoman.extract.who import attribution, people
from dragoman.text.lines import ends_sentence, letters, squeeze, weight

# Elements looked at before and behind the heading; the first paragraph ends the way.
BEFORE = 60
BEHIND = 60
# Code points of an element that still is a label and not a text.
LONGEST = 120
# Pieces of text read of one element at most: what stands beside a title has few.
CHUNKS = 200
# Ancestors looked at for being a menu.
MENU_LEVELS = 4
# Attributes that tell what an element is, and code points of them that are read.
_MARKING = ("class", "id", "itemprop", "rel", "data-testid")
LONGEST_MARKS = 1_000
_MARKS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_AUTHOR = frozenset(("author", "authors", "byline", "writer", "reporter", "zuozhe", "auteur", "autor"))
_SOURCE = frozenset(("source", "laiyuan", "origin", "publisher"))
_SECTION = frozenset(
    ("cat", "category", "rubric", "rubrique", "rubrik", "kicker", "eyebrow", "categories", "dachzeile", "rubro", "volanta")
)
# "section" alone is what half of all boxes are called.
_SECTIONS = frozenset(("articlesection", "sectionname", "sectionlink", "sectionlabel", "postsection", "storysection", "channelpath"))
_SMALL = frozenset(("a", "span", "em", "strong", "b", "h2", "h3", "h4", "h5", "h6", "p"))
_MENUS = frozenset(
    re.findall(
        r"\w+",
        "menu nav navbar navigation subscribe newsletter cookie login user account filter filters search ad ads publi sidebar",
    )
)
_DATE = frozenset(re.findall(r"\w+", "date time pubdate pubtime published publish timestamp datetime posted publishdate publishtime"))
_INFO = frozenset(("info", "meta", "byline", "subtitle", "artinfo", "pubinfo"))
_CHANGED = frozenset(("modified", "updated", "update", "modify", "lastmod", "edited"))
_OTHERS = frozenset(re.findall(r"\w+", "related comment comments sidebar recommend recommended footer aside reply replies widget rank hot"))
_INLINE = frozenset(("a", "b", "strong", "em", "i", "span", "font"))
_FLOW = frozenset(("aside", "footer", "nav"))


class Nearby(Struct, frozen=True):
    """Facts from the marks around the headline; None or empty where there are none."""

    published: tuple[Date, ...] = ()
    changed: tuple[Date, ...] = ()
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    section: str | None = None


def read(tree: lxml.html.HtmlElement, title: str, language: str) -> Nearby:
    """`language` decides how dates in words are read."""
    heading = _heading(tree, title)
    around = [] if heading is None else list(_around(tree, heading))
    found = [pair for element in around for pair in _dates(element, language)]
    return Nearby(
        published=tuple(dict.fromkeys(date for date, changed in found if not changed)),
        changed=tuple(dict.fromkeys(date for date, changed in found if changed)),
        authors=_authors(around) or people.marked(tree),
        outlet=next((name for element in around if _has(element, _SOURCE) and (name := _name(element, title))), None),
        section=next((name for element in around if _is_section(element) and (name := _section(element, title))), None),
    )


def _heading(tree: lxml.html.HtmlElement, title: str) -> lxml.html.HtmlElement | None:
    """The heading that holds the title, else the only `h1`."""
    wanted = letters(title)
    heads = [element for element in tree.iter("h1", "h2", "h3") if squeeze(element.text_content())]
    for element in heads:
        words = letters(element.text_content())
        if len(words) >= 4 and (
            words == wanted or (len(words) >= 8 and (words in wanted or wanted in words) and len(words) < 3 * len(wanted))
        ):
            return element
    firsts = [element for element in heads if element.tag == "h1"]
    return firsts[0] if len(firsts) == 1 else None


def _around(tree: lxml.html.HtmlElement, heading: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """Elements behind the heading up to the first paragraph, then those shortly before it, nearest first."""
    before: deque[lxml.html.HtmlElement] = deque(maxlen=BEFORE)
    known: dict[lxml.html.HtmlElement, bool] = {}
    elements = (element for element in tree.iter() if isinstance(element.tag, str))
    for element in elements:
        if element is heading:
            break
        before.append(element)
    for element in islice(elements, BEHIND):
        if is_prose(_own(element)):
            break
        if not _apart(element, known):
            yield element
    holders = list(heading.iterancestors())
    yield from (element for element in reversed(before) if element not in holders and not _apart(element, known))


def _own(element: lxml.html.HtmlElement) -> str:
    """The beginning of the text of an element without that of its blocks."""
    words = [element.text or ""]
    for child in islice(element, CHUNKS):
        words.append(_start(child, 2 * LONGEST) if child.tag in _INLINE else "")
        words.append(child.tail or "")
    return squeeze(" ".join(words))


def _start(element: lxml.html.HtmlElement, most: int) -> str:
    """The first `most` code points of the text of an element and a few more, without reading all of a long one."""
    words: list[str] = []
    size = 0
    for chunk in islice(element.itertext(), CHUNKS):
        words.append(chunk)
        size += len(chunk.strip())
        if size > most:
            break
    return squeeze("".join(words))


def _apart(element: lxml.html.HtmlElement, known: dict[lxml.html.HtmlElement, bool]) -> bool:
    """Whether the element belongs to the site or to other stories; `known` keeps what was found of it and of those that hold it."""
    way: list[lxml.html.HtmlElement] = []
    one: lxml.html.HtmlElement | None = element
    while one is not None and one.tag not in ("body", "html") and one not in known:
        way.append(one)
        one = one.getparent()
    found = one is not None and known.get(one, False)
    for one in reversed(way):
        found = found or one.tag in _FLOW or bool(_marks(one) & _OTHERS)
        known[one] = found
    return found


def _marks(element: lxml.html.HtmlElement) -> frozenset[str]:
    """Words of class, id and itemprop: "article-PubDate" gives article, pub, date, pubdate."""
    get = element.get
    return _words_of(" ".join([value for name in _MARKING if (value := get(name))])[:LONGEST_MARKS])


@lru_cache(maxsize=4096)
def _words_of(marks: str) -> frozenset[str]:
    found: set[str] = set()
    for value in marks.split()[:12]:
        parts = [part.lower() for part in _MARKS.findall(value[:60])]
        found.update(parts, ("".join(pair) for pair in pairwise(parts)))
    return frozenset(found)


def _has(element: lxml.html.HtmlElement, words: frozenset[str]) -> bool:
    return bool(_marks(element) & words)


def _text(element: lxml.html.HtmlElement) -> str:
    words = _start(element, LONGEST)
    return words if len(words) <= LONGEST else ""


def _dates(element: lxml.html.HtmlElement, language: str) -> Iterator[tuple[Date, bool]]:
    """The machine-readable or visible date of one element, the finer of both where they give one day, and whether it is that of a change.
    Words that call it the date of something else leave nothing."""
    marks = _marks(element)
    if element.tag in ("meta", "link") or (element.tag != "time" and not marks & (_DATE | _INFO)):
        return
    words = _text(element)
    shown = dates.find(words, language)
    told = calendar.label(words[: shown[0].start], words[shown[0].end :]) if shown else calendar.label(words)
    if len({one.day for one in shown}) > 1 or told == "other" or calendar.is_copyright(words):
        return
    given = squeeze(element.get("datetime") or element.get("content") or "")[:80]
    machine = stated.date(given, f"beside the title: {words or given}") if given else None
    seen = [Date(one.value, one.precision, f"beside the title: {words}", one.zone, told == "published") for one in shown[:1]]
    changed = told == "modified" or (told is None and bool(marks & _CHANGED or "modified" in (element.get("itemprop") or "").lower()))
    if machine is not None and seen and machine.day != seen[0].day:
        yield clocks.localised(machine, seen[0]) or machine, changed
    elif machine is not None or seen:
        both = [one for one in (machine, *seen) if one is not None]
        best = next((one for one in both if one.precision == "minute"), both[0])
        yield Date(best.value, best.precision, best.where, next((one.zone for one in both if one.zone), None), told == "published"), changed


def _authors(around: Sequence[lxml.html.HtmlElement]) -> tuple[str, ...]:
    """Names in the first element that is marked as the author's; a text about them, or a date, is no name."""
    for element in around:
        words = _text(element)
        if words and _has(element, _AUTHOR) and not (ends_sentence(words) and weight(words) > 8):
            line = attribution.byline(words)
            names = line.names if line is not None else attribution.inside(words)
            if not names and weight(words) <= 8 and not dates.find(words, languages.NEUTRAL):
                names = attribution.split_names(words)
            if names:
                return names
    return ()


def _is_section(element: lxml.html.HtmlElement) -> bool:
    """Whether an element is marked as the section's name and stands in no menu."""
    marks = _marks(element)
    told = bool(marks & (_SECTION | _SECTIONS)) or ("section" in marks and element.tag in _SMALL)
    if not told or marks & _MENUS:
        return False
    return not any(one.tag in ("nav", "form") or _marks(one) & _MENUS for one in islice(element.iterancestors(), MENU_LEVELS))


def _section(element: lxml.html.HtmlElement, title: str) -> str | None:
    """The innermost step of what the element says, where it can be a section's name."""
    steps = [crumbs.tidy(step) for step in crumbs.steps(_text(element))]
    name = next((step for step in reversed(steps) if crumbs.is_name(step)), None)
    return None if name is None or letters(name) == letters(title) else name


def _name(element: lxml.html.HtmlElement, title: str) -> str | None:
    """A short name: no sentence, no date, no label of the page's own, and not the title."""
    words = _text(element)
    told = next((credit.outlet for credit in attribution.outlets(words)), None)
    if told:
        return told
    if not words or weight(words) > 5 or ends_sentence(words) or any(char.isdigit() or char in ":：|@" for char in words):
        return None
    return None if letters(words) == letters(title) or not letters(words) else words
