"""Titles: the headline by the agreement of the page's headings with what its data and its page title say; the site's name and the
column's name split off."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

import lxml.html
from msgspec import Struct

from dragoman import languages
from dragoman.extract.lines.phrases import by_phrase
from dragoman.extract.when import dates
from dragoman.extract.who import attribution, outletnames
from dragoman.text.html import unescape
from dragoman.text.lines import ends_sentence, letters, squeeze, unspaced, weight

# Marks that sites put between a headline and their own name.
_JOINT = re.compile(
    r"\s+[-–—|·•»›:/<]+\s+|\s*[|｜丨┃]\s*|_{1,3}|\s[-–—]{1,2}(?=[^\s\d])|(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef”’)\]?!])"
    r"[-–<]{1,2}(?=[\u4e00-\u9fff])|(?<=\S)--(?=\S)|\s+::\s+"
)
_COLUMN = re.compile(r"^[【\[]?(?P<column>[^|｜丨┃]{2,24}?)[】\]]?\s*[|｜丨┃]\s*(?P<rest>[^|｜丨┃].*)$")
_EDGES = " -–—|｜丨┃_·•»›:/<"
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
COLUMN_WORDS = 4
# Words that a heading shares with a title of the data, of the shorter of both, when both mean one headline.
AGREED = 0.34
# A part of a title of so many words is a headline of its own.
WHOLE = 4
HEADINGS = 40
# Visible lines that are searched for the title; lines before the text of which one may be the headline; from so many words on a line is no
# likelier to be one.
VISIBLE = 400
BEFORE = 8
LIKELY = 12
_WAY = re.compile(r"^[-—–]|[>»›|｜│_]|\s::\s|^\W*\d+\W*$|[@#]|https?:|www\.|\d[:：]\d\d")
LONGEST = 400


class Title(Struct, frozen=True):
    """A headline, the name of the column that stood before it, and the site's name behind it."""

    text: str
    column: str | None = None
    site: str | None = None


def of_tree(tree: lxml.html.HtmlElement, stated: Sequence[str], page_title: str | None, sites: Sequence[str]) -> Title:
    """The heading that agrees with the titles of the page's data (`stated`, surest first) and with its page title; where none does, the
    data's own title, else the page title's, else the longest heading. `sites` are names that the site gives itself."""
    claims = [claim for claim in (*stated, page_title or "") if claim]
    found = _site_of(page_title, stated)
    names = [name for name in (*sites, found or "") if name]
    heads = list(_headings(tree))
    heading = _agreed(heads, claims, names)
    if heading is not None:
        return _cleaned(_of_heading(heading, claims, names), found)
    if stated:
        return _cleaned(split(_unbroken(stated[0], page_title), names), found)
    whole = of_page(page_title, None) if page_title else None
    own = {letters(name) for name in sites}
    if whole is not None and not (letters(whole.text) in own and len([1 for _, text in heads if letters(text) not in own]) == 1):
        return _cleaned(whole, found)
    free = [text for tag, text in heads if tag != "h3" and letters(text) not in {letters(name) for name in names} | own]
    return _cleaned(split(max(free, key=weight), names), None) if free else Title("")


def _headings(tree: lxml.html.HtmlElement) -> Iterator[tuple[str, str]]:
    """(tag, words) of the page's headings, those of the first order first, then elements marked as the headline."""
    for tag in ("h1", "h2", "h3"):
        for element in islice(tree.iter(tag), HEADINGS):
            words = _words(element)
            if len(letters(words)) >= 4:
                yield tag, words


def _words(element: lxml.html.HtmlElement) -> str:
    """The words of a heading without the readings of its characters (`ruby`)."""
    chunks: list[str] = []
    for node in islice(element.iter(), HEADINGS):
        if isinstance(node.tag, str) and node.tag not in ("rt", "rp", "style", "script") and node.text:
            chunks.append(node.text)
        if node is not element and node.tail:
            chunks.append(node.tail)
        elif node.tag == "br":
            chunks.append(" ")
    return squeeze(unescape("".join(chunks)))[:LONGEST]


def _agreed(heads: Sequence[tuple[str, str]], claims: Sequence[str], sites: Sequence[str]) -> str | None:
    """The heading of the first order that a claim holds or that holds a claim, the surest claim first, or that shares most words with one;
    else a heading of a lower order that a claim holds."""
    own = {letters(name) for name in sites}
    free = [(tag, words) for tag, words in heads if letters(words) not in own]
    whole = [split(claim, sites).text for claim in claims]
    firsts = [words for tag, words in free if tag == "h1"]
    for claim in whole:
        for words in firsts:
            if _holds(claim, words) or _holds(words, claim):
                return words
    shared = [(_shared(words, claim), -place) for place, words in enumerate(firsts) for claim in whole]
    if shared and max(shared)[0] >= AGREED:
        return firsts[-max(shared)[1]]
    return next(
        (words for claim in whole for tag, words in free if tag != "h1" and len(letters(words)) >= 6 and _holds(claim, words)), None
    )


def _holds(whole: str, part: str) -> bool:
    """Whether a title holds another that makes up half of it or of its longest part."""
    inner = letters(part)
    return len(inner) >= 4 and inner in letters(whole) and 2 * len(inner) >= max(len(letters(one)) for one in parts(whole) or [whole])


def _shared(one: str, other: str) -> float:
    """Share of the words that two titles have in common, of the shorter; characters and their neighbours where there are no spaces.
    A heading that is a small part of a title is the site's name."""
    if letters(one) in letters(other):
        return 0.0
    first, second = ({*_grams(words)} for words in (one, other))
    return len(first & second) / max(1, min(len(first), len(second))) if min(len(first), len(second)) >= 3 else 0.0


def _grams(text: str) -> list[str]:
    words = _TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())
    return [a + b for a, b in pairwise(words)] if unspaced(text) else [word for word in words if len(word) > 1]


def _of_heading(heading: str, claims: Sequence[str], sites: Sequence[str]) -> Title:
    """The heading, cut to the headline that the data give where a date or a label is glued before it, and with the column that they part
    from it."""
    known = {letters(site) for site in sites}
    for claim in claims:
        parted = split(claim, sites)
        if parted.column and letters(claim) == letters(heading):
            return parted
        part = parts(claim)[0] if parts(claim) else claim
        inner = letters(part)
        glued = letters(heading) not in letters(claim) and letters(heading).endswith(inner)
        if glued and weight(part) >= WHOLE and inner not in known:
            return Title(part, _before(heading, part))
    return split(heading, sites)


def _before(heading: str, part: str) -> str | None:
    """The words that a heading has before the headline, where they are a name and no date."""
    rest = heading[: max(0, len(heading) - len(part))].strip(_EDGES)
    return rest if rest and weight(rest) <= COLUMN_WORDS and not any(char.isdigit() for char in rest) else None


def _unbroken(stated: str, page_title: str | None) -> str:
    """A title that a quotation mark in its attribute cut off, whole as the page title has it."""
    for part in parts(page_title or ""):
        if part.startswith(stated) and part[len(stated) :].lstrip()[:1] in ('"', "“", "'", "«"):
            return part
    return stated


def _site_of(page_title: str | None, stated: Sequence[str]) -> str | None:
    """The last part of a page title that the stated headlines do not have."""
    known = [letters(title) for title in stated]
    rest = [part for part in parts(page_title or "")[1:] if not any(letters(part) in title for title in known)]
    return rest[-1] if rest and known else None


def _cleaned(title: Title, site: str | None) -> Title:
    """Without private and unpaired marks at its ends."""
    text = "".join(char for char in title.text if unicodedata.category(char) not in ("Co", "Cn", "Cs"))
    return Title(squeeze(re.sub(r"(?:\s*[-–—|_]+)+\s*$", "", text)), title.column, title.site or site)


def split(raw: str, sites: Sequence[str] = ()) -> Title:
    """`sites` are names that the page uses for itself; a part equal to one is no headline."""
    raw = squeeze(raw)
    column = _COLUMN.match(raw)
    known = {letters(site) for site in sites if site}
    if column and letters(column["rest"]) not in known:
        name, rest = squeeze(column["column"]), squeeze(column["rest"])
        if weight(name) <= COLUMN_WORDS and weight(rest) >= 1.5 * weight(name) and letters(name) not in known:
            inner = split(rest, sites)
            return Title(inner.text, name, inner.site)
    bits = [squeeze(part) for part in _JOINT.split(raw)]
    while len(bits) > 1 and (_is_site(bits[-1], known) or not bits[-1]):
        raw = _without_last(raw, bits.pop())
    while len(bits) > 1 and (_is_site(bits[0], known) or not bits[0]):
        raw = squeeze(raw[raw.index(bits[0]) + len(bits.pop(0)) :].lstrip(_EDGES))
    return Title(raw)


def _is_site(part: str, known: set[str]) -> bool:
    """Whether a part of a title is a name of the site: one of `known`, or a short one that begins or ends with one of some length."""
    key = letters(part)
    if key in known:
        return True
    return len(key) >= 2 and any(
        len(name) >= 5 and (key.startswith(name) or name.startswith(key)) and len(key) <= 3 * len(name) for name in known
    )


def shown(title: Title, stated: Sequence[str], lines: Sequence[str], first: int) -> Title:
    """The title, or where the data state none and no visible line has it, the line before the text (`first` is its place among the visible
    `lines`) that reads most like a headline: page titles of old sites are the site's, or empty."""
    key = letters(title.text)
    seen = [letters(line) for line in lines[:VISIBLE]]
    named = weight(title.text) <= COLUMN_WORDS and outletnames.ends_as_one(title.text)
    if (
        stated
        or weight(title.text) >= WHOLE * 1.5
        or (len(key) >= 3 and key in seen)
        or (len(key) >= 4 and key in "".join(seen) and not named)
    ):
        return title
    near = lines[max(0, first - BEFORE) : first]
    found = [(min(weight(line), LIKELY), place, line) for place, line in enumerate(near) if _may_be_headline(line)]
    return Title(max(found)[2], title.column, title.site) if found else title


def _may_be_headline(line: str) -> bool:
    if not 2 <= weight(line) <= LIKELY * 3 or ends_sentence(line) or line.endswith((":", "：")) or by_phrase(line) is not None:
        return False
    if unspaced(line) and line.count(" ") > 3:
        return False
    return attribution.byline(line) is None and not dates.find(line, languages.NEUTRAL) and not _WAY.search(line)


def of_page(raw: str, heading: str | None) -> Title:
    """The headline of a `<title>`: the heading of the page where it holds it, else its longest part, which mostly is the first."""
    raw = squeeze(raw)
    if heading and len(letters(heading)) >= 6 and letters(heading) in letters(raw):
        return split(heading)
    bits = parts(raw)
    if len(bits) < 2:
        return Title(raw.strip() if not bits else squeeze(raw.rstrip(_EDGES)))
    longest = max(bits, key=weight)
    first = bits[0] if weight(bits[0]) >= 0.6 * weight(longest) else longest
    column = _COLUMN.match(raw)
    if column and first != bits[0] and weight(bits[0]) <= COLUMN_WORDS and len(bits) == 2:
        return Title(bits[1], bits[0])
    return Title(first, None, bits[-1] if bits[-1] != first else None)


def parts(raw: str) -> list[str]:
    """The parts of a page title between the marks that join them."""
    return [part for part in (squeeze(one) for one in _JOINT.split(squeeze(raw))) if part]


def _without_last(raw: str, last: str) -> str:
    if not last:
        return raw.rstrip(_EDGES)
    return raw[: raw.rindex(last)].rstrip(_EDGES)
