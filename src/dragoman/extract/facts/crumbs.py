"""The way to a page ("Home > City > Story") and the section it gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice

import lxml.html

from dragoman import languages
from dragoman.extract.lines.phrases import by_phrase
from dragoman.text.lines import bare, ends_sentence, letters, squeeze, weight

# Code points of an element that still is a way and not a text, pieces and links read of one, elements looked at.
LONGEST = 240
CHUNKS = 60
ITEMS = 9
ELEMENTS = 40
# A way has at most so many steps where nothing but its place on the screen marks it: menus start at home too.
STEPS = 5
# A section's name has at most so many words.
WORDS = 5
_SPLIT = re.compile(r"\s*(?:>{1,2}|›|»|→|＞|/|\||::|\\|·|\s-\s|—|⟩|▸|▶|➤|❯)\s*")
_ARROWS = re.compile("[>›»＞→▸❯⟩]")
_TRAIL = re.compile(r"crumb|weizhi|dangqian|youarehere|pathway", re.IGNORECASE)
# Names that mean a way on some sites and a place on the screen on others: what they hold must start at home.
_MAYBE = re.compile(r"(?:^|[\s_-])(?:position|location|path|where|curpos)(?:$|[\s_-])|[a-z](?:Path|Location|Position)\b")
_EDGES = " /|\\-–—·•:：,，>›»<«[]【】()（）#"


def section(tree: lxml.html.HtmlElement, title: str, stated: Sequence[str], sites: Iterable[str]) -> str | None:
    """The section that the page's data (`stated`, outermost first) or the first breadcrumb among its elements gives. `sites` are names of
    the site itself, which are its home."""
    own = frozenset(letters(site) for site in sites)
    found = crumb(stated, title, own)
    if found is not None:
        return found
    looked = 0
    for element in tree.iter("div", "nav", "ul", "ol", "p", "span", "td", "section"):
        marks = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('aria-label') or ''}"[:200]
        sure = _TRAIL.search(marks) is not None
        if marks == "  " or not (sure or _MAYBE.search(marks)):
            continue
        looked += 1
        if looked > ELEMENTS:
            return None
        way = _way(element)
        if sure or _starts_at_home(way, own):
            found = crumb(way, title, own)
            if found is not None:
                return found
    return None


def in_lines(lines: Sequence[str], title: str, sites: Iterable[str] = ()) -> str | None:
    """The section of the first line that says where on the site the reader is: by its label, or a way that starts at home."""
    own = frozenset(letters(site) for site in sites)
    for line in lines:
        if len(line) > LONGEST + len(title):
            continue
        way = steps(line) if _ARROWS.search(line) or line.casefold().startswith(_starts()) else []
        if line.casefold().startswith(_starts()) or _starts_at_home(way, own):
            found = crumb(way, title, own)
            if found is not None:
                return found
    return None


def crumb(parts: Sequence[str], title: str, own: frozenset[str] = frozenset()) -> str | None:
    """The section among crumbs, the innermost that is one; None where nothing but home and the article is given."""
    if len(parts) < 2:
        return None
    for place, part in reversed(list(enumerate(parts))):
        name = tidy(part)
        word = bare(name)
        if is_home(name, own):
            return None
        same = letters(part) and (letters(part) in letters(title) or letters(title) in letters(part))
        if word and word not in words("leaf") and not (same and place == len(parts) - 1 and letters(part) == letters(title)):
            if same and weight(name) > WORDS / 2:
                continue
            return name if is_name(name) else None if place == 0 else _next(parts[:place], title, own)
    return None


def _next(parts: Sequence[str], title: str, own: frozenset[str]) -> str | None:
    """The section further out, where the innermost step is a headline."""
    return next((name for name in (tidy(part) for part in reversed(parts)) if is_name(name) and not is_home(name, own)), None)


def is_home(name: str, own: frozenset[str]) -> bool:
    """Whether a step is the site's front page: a word for it, one that ends with one where words are not spaced, or the site's name."""
    word = bare(name)
    if word in words("home") or letters(name) in own:
        return True
    return any(word.endswith(home) for home in words("home") if not home.isascii() and len(home) == 2 and len(word) <= 8)


def is_name(name: str, most: float = WORDS) -> bool:
    """Whether words can name a section: at most so many, no sentence, no furniture, no file and no number alone."""
    if not letters(name) or weight(name) > most or len(name) > 60 or bare(name) in words("leaf"):
        return False
    if ends_sentence(name) and weight(name) > 2:
        return False
    if name.isdigit() or re.search(r"\.\w{2,5}$|https?:|@", name):
        return False
    label = by_phrase(name)
    return label is None or label.kind == "navigation"


def tidy(name: str) -> str:
    """A step without the marks around it and the label before it."""
    name = squeeze(name).strip(_EDGES)
    head, mark, rest = name.replace("：", ":").partition(":")
    return rest.strip(_EDGES) if mark and rest.strip(_EDGES) and head.casefold().startswith(_starts()) else name


@cache
def words(key: str) -> frozenset[str]:
    """Words for `home`, for the `leaf` that is the article, over all languages."""
    return frozenset(bare(word) for table in languages.tables("furniture").values() for word in table.get("crumbs", {}).get(key, ()))


@cache
def _starts() -> tuple[str, ...]:
    return tuple(
        sorted(word.casefold() for table in languages.tables("furniture").values() for word in table.get("crumbs", {}).get("starts", ()))
    )


def _starts_at_home(way: Sequence[str], own: frozenset[str]) -> bool:
    """Whether a way begins at home or with a label of its kind, or ends in a word for the article."""
    if not 2 <= len(way) <= STEPS:
        return False
    first = way[0].casefold()
    return is_home(tidy(way[0]), own) or first.startswith(_starts()) or bare(way[-1]) in words("leaf")


def steps(text: str) -> list[str]:
    """The steps of a way written in one line."""
    return [part for part in (squeeze(one) for one in _SPLIT.split(text)) if part]


def _way(element: lxml.html.HtmlElement) -> list[str]:
    """Steps parted by marks, or item by item where lists or links hold them."""
    parts = steps(_start(element, LONGEST))
    if len(parts) > 1:
        return parts
    items = [_start(item, LONGEST // 2) for item in islice(element.iter("li"), ITEMS)]
    return items or [_start(item, LONGEST // 2) for item in islice(element.iter("a"), ITEMS)]


def _start(element: lxml.html.HtmlElement, most: int) -> str:
    """The first `most` code points of the text of an element and a few more, without reading all of a long one."""
    chunks: list[str] = []
    size = 0
    for chunk in islice(element.itertext(), CHUNKS):
        chunks.append(chunk)
        size += len(chunk.strip())
        if size > most:
            break
    return squeeze("".join(chunks))
