"""The lines of a printed page: running heads and feet told from the text, lines joined to paragraphs, words put together again."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from dragoman.text.lines import ends_sentence, squeeze, unspaced

EDGE = 3  # lines at the top and foot of a page that may be running heads and feet
# Of the usual distance of lines: more is the distance of paragraphs.
GAP = 1.35
SHORT = 0.8  # of a full line: a sentence that ends before is the end of a paragraph
LARGER = 1.15  # than the body: a heading
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[^\w\s]*\s*(?:[^\W\d_]{1,6}\.?\s?)?\d{1,4}(?:\s?(?:/|[^\W\d_]{1,4})\s?\d{1,4})?(?:\s?[^\W\d_]{1,2})?\s*[^\w\s]*"
)
_BREAK = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_WORD = re.compile(r"[^\W\d_]+")
# Glyphs of letters that fonts share with radicals (Unicode, EquivalentUnifiedIdeograph), beyond those of compatibility normalisation.
_RADICALS = str.maketrans(
    "⺁⺇⺒⺝⺟⺠⺩⺬⺮⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
    "厂几巳月母民王示竹虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
)  # fmt: skip
_SHAPES = re.compile("[\u2f00-\u2fd5\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]+")


class Row(Struct, frozen=True):
    """A line as it is printed: its text, where it begins (points from the left and the foot of its page) and the size of its letters."""

    text: str
    x: float
    y: float
    size: float
    page: int


class Print(Struct, frozen=True):
    """A printed text: paragraphs with their size of letters, and the rows that are furniture with the number of paragraphs before them."""

    paragraphs: tuple[tuple[str, float], ...]
    furniture: tuple[tuple[Row, int, str], ...]
    body: float


def unshaped(text: str) -> str:
    """Letters for the glyphs that fonts draw them with: ligatures, Arabic shapes, radicals."""
    return _SHAPES.sub(lambda shapes: unicodedata.normalize("NFKC", shapes.group()), text.translate(_RADICALS))


def paragraphs(rows: Sequence[Row], known: Callable[[str], bool]) -> Print:
    """`known` says whether a word is one of the language: it decides whether a hyphen at the end of a line belongs to its word."""
    why = _furniture(rows)
    kept = [row for row in rows if id(row) not in why]
    body = _usual(kept)
    leading = _leading(kept)
    widths = _widths(kept)
    whole = Counter(word.casefold() for row in kept for word in _WORD.findall(row.text))
    out: list[tuple[str, float]] = []
    removed: list[tuple[Row, int, str]] = []
    last: Row | None = None
    for row in rows:
        if id(row) in why:
            removed.append((row, len(out), why[id(row)]))
            continue
        if last is None or _begins(last, row, leading, widths):
            out.append((row.text, row.size))
        else:
            out[-1] = (_joined(out[-1][0], row.text, whole, known), max(out[-1][1], row.size))
        last = row
    return Print(tuple(out), tuple(removed), body)


def _furniture(rows: Sequence[Row]) -> dict[int, str]:
    """Rows at the edge of pages that stand on most of them, numbers aside, and page numbers; by identity, with the reason."""
    pages = _by_page(rows)
    edges = [(row, squeeze(_NUMBER.sub("#", row.text))) for page in pages for row in _edge(page)]
    often = Counter(key for _, key in {(row.page, key): (row.page, key) for row, key in edges}.values())
    found = {}
    for row, key in edges:
        if len(pages) > 1 and often[key] >= max(2, len(pages) / 2):
            found[id(row)] = f"stands on {often[key]} of {len(pages)} pages"
        elif _PAGE_NUMBER.fullmatch(row.text) and row.y in (min(one.y for one in rows if one.page == row.page),):
            found[id(row)] = "a page number"
    return found


def _by_page(rows: Sequence[Row]) -> list[list[Row]]:
    pages: dict[int, list[Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    return list(pages.values())


def _edge(page: Sequence[Row]) -> Iterator[Row]:
    """The topmost and the lowest lines of a page, each once."""
    ranked = sorted(page, key=lambda row: -row.y)
    yield from ranked[:EDGE]
    yield from ranked[max(EDGE, len(ranked) - EDGE) :]


def _usual(rows: Sequence[Row]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size, 1)] += len(row.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _leading(rows: Sequence[Row]) -> float:
    """The usual distance from line to line."""
    down = [one.y - two.y for one, two in pairwise(rows) if one.page == two.page and 0 < one.y - two.y < 4 * one.size]
    return median(down) if down else 0.0


def _widths(rows: Sequence[Row]) -> float:
    """The length of a full line in characters, those of unspaced scripts counting twice."""
    lengths = sorted(_width(row.text) for row in rows)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0.0


def _width(text: str) -> float:
    return float(len(text) * (2 if unspaced(text) else 1))


def _begins(last: Row, row: Row, leading: float, full: float) -> bool:
    """Whether a row begins a paragraph: other letters, a gap above, an indent, or a short line with the end of a sentence before it."""
    if abs(row.size - last.size) > 0.1 * max(row.size, last.size):
        return True
    short = _width(last.text) < SHORT * full
    down = last.y - row.y
    if row.page != last.page or down < 0:  # a new page or column
        return ends_sentence(last.text) and short
    if leading and down > GAP * leading:
        return True
    if down > 0 and abs(row.x - last.x) < 5 * row.size and row.x - last.x > 0.8 * row.size:
        return ends_sentence(last.text)
    return ends_sentence(last.text) and short


def _joined(before: str, after: str, whole: Counter[str], known: Callable[[str], bool]) -> str:
    """Two lines of a paragraph in one: no space in scripts that have none, no hyphen where it only broke a word."""
    broken = _BREAK.search(before)
    begun = _WORD.match(after)
    if broken and begun and begun.group()[:1].islower():
        first, second = broken.group(1), begun.group()
        if before[-1] != "-" or _one_word(first, second, whole, known):
            return before[:-1] + after
        return before + after
    if before[-1:] == "-" or (before[-1:] and after[:1] and unspaced(before[-1] + after[0])):
        return before.rstrip("\u00ad") + after
    return f"{before} {after}"


def _one_word(first: str, second: str, whole: Counter[str], known: Callable[[str], bool]) -> bool:
    word = (first + second).casefold()
    return word in whole or known(word) or not (known(first.casefold()) and known(second.casefold()))
