"""The lines of a printed page: running heads and feet told from the text, lines joined to paragraphs, words put together again."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct

from dragoman.text.lines import ends_sentence, squeeze, unspaced

STEP = 6  # points: a running head does not stand anywhere else on the next page
LONGEST_WORD = 60  # characters looked at for a broken word
EDGE = 3  # lines at the top and foot of a page that may be running heads and feet
# Of the usual distance of lines: more is the distance of paragraphs.
GAP = 1.35
SHORT = 0.8  # of a full line: a sentence that ends before is the end of a paragraph
HALF = 0.55  # of a full line: nobody breaks a line so early but at the end of a paragraph
WIDE = 1.7  # times the letters: more is no distance of lines
SMALLER = 0.85  # than the body, and so many lines away from it: small print at the edge
APART = 2.5
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
    leading = _leading(kept, body)
    widths = _widths(kept)
    whole = Counter(word.casefold() for row in kept for word in _WORD.findall(row.text))
    out: list[tuple[str, float]] = []
    removed: list[tuple[Row, int, str]] = []
    last: Row | None = None
    for row in rows:
        if id(row) in why:
            removed.append((row, len(out), why[id(row)]))
            continue
        if last is None or _begins(last, row, leading, widths if row.size < LARGER * body else 0.0):
            out.append((row.text, row.size))
        else:
            out[-1] = (_joined(out[-1][0], row.text, whole, known), max(out[-1][1], row.size))
        last = row
    return Print(tuple(out), tuple(removed), body)


def _furniture(rows: Sequence[Row]) -> dict[int, str]:
    """Rows at the edge of pages that stand at the same place of most of them, numbers aside, and page numbers; by identity, with the
    reason. What stands further in than a row of the text is none."""
    pages = [sorted(page, key=lambda row: -row.y) for page in _by_page(rows)]
    body = _usual(rows)
    often = Counter(place for page in pages for place in {_place(row) for row in (*page[:EDGE], *page[-EDGE:])})
    found: dict[int, str] = {}
    for page in pages:
        for edge in (page[:EDGE], page[: -EDGE - 1 : -1]):
            for row in edge:
                words, height = _place(row)
                seen = sum(often[words, height + step] for step in (-1, 0, 1))
                if len(pages) > 1 and seen >= max(2, len(pages) / 2):
                    found[id(row)] = f"stands on {min(seen, len(pages))} of {len(pages)} pages"
                elif _PAGE_NUMBER.fullmatch(row.text) and row is page[-1]:
                    found[id(row)] = "a page number"
                elif row is edge[0] and _small_print(row, page, body):
                    found[id(row)] = "small print at the edge of the page"
                else:
                    break
    return found


def _small_print(row: Row, page: Sequence[Row], body: float) -> bool:
    """Whether a row at the edge of a page has small letters and stands apart."""
    away = min((abs(row.y - other.y) for other in page if other is not row), default=0.0)
    return row.size < SMALLER * body and away > APART * body


def _place(row: Row) -> tuple[str, int]:
    """A row's words without numbers, and its height on the page in steps of `STEP` points."""
    return squeeze(_NUMBER.sub("#", row.text)), round(row.y / STEP)


def _by_page(rows: Sequence[Row]) -> list[list[Row]]:
    pages: dict[int, list[Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    return list(pages.values())


def _usual(rows: Sequence[Row]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size, 1)] += len(row.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _leading(rows: Sequence[Row], body: float) -> float:
    """The distance from line to line within a paragraph: the smaller ones, and never more than `WIDE` times the letters."""
    down = sorted(
        one.y - two.y for one, two in pairwise(rows) if one.page == two.page and body <= one.y - two.y and abs(one.size - body) < 0.1 * body
    )
    return min(down[len(down) // 4], WIDE * body) if down else WIDE * body


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
    if _width(last.text) < HALF * full and not row.text[:1].islower() and last.text[-1:] not in "-\u2010\u00ad":
        return True
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
    broken = _BREAK.search(before[-LONGEST_WORD:])
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
