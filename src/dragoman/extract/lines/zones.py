"""Where on a page the article stands: the lines that were found as its body, checked against the blocks they stand in, and the lines
before, between and behind them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence
from typing import Any

from msgspec import Struct, structs

from dragoman.extract.lines import blocks
from dragoman.extract.lines.furniture import Line, is_prose
from dragoman.extract.lines.phrases import by_phrase
from dragoman.text.lines import letters, weight

HEAD_LINES = 25
FOOT_LINES = 8
# Lines of fewer letters occur in many places of a page and do not tell where the body is.
TELLING = 8
# By so many letters at one of its ends a paragraph is known again.
EDGE = 16
# Points of a list have so many words.
POINT = 3
# Of paragraphs that the extractor lost so many are put back: it lost no more of any article.
MOST_LOST = 200
# A line of so many words among the first lines under the title is its standfirst, if few of its letters are links.
STANDFIRST = 10
NEAR = 2
LINKED = 0.3
# A line with this share of digits is one of dates and numbers.
DIGITS = 0.15
# Paragraphs tell where an article stands if they make up this share of its words.
MOSTLY = 0.5

# A line of the body and its places among the visible lines, none where it is none of them.
Placed = tuple[Line, tuple[int, ...]]
# Behind every line that a page may have.
NOWHERE = 1 << 31


class Zones(Struct, frozen=True):
    """The visible lines of a page that are none of its body: before, in, and after the article, all others, and its title where it stands
    before the text. The last `below` lines of the head stand under the title. `places` are those of the lines of the body among the
    visible ones."""

    head: tuple[Line, ...]
    foot: tuple[Line, ...]
    inside: tuple[Line, ...]
    outside: tuple[Line, ...]
    titled: bool = False
    below: int = 0
    titles: tuple[Line, ...] = ()
    places: tuple[int | None, ...] = ()


def zones_of(visible: Sequence[Line], found: Sequence[Line], title: str) -> tuple[list[Line], Zones]:
    """The body and the rest of the page: what the extractor found without strays, with what it left out of the same blocks."""
    placed = _placed(visible, found)
    block = _block([line for line, _ in placed])
    placed = _completed(visible, _without_strays(placed, block), block)
    zones = _zones(visible, placed, title)
    lead = _lead(zones, block)
    head = tuple(line for line in zones.head if not any(line is one for one in lead))
    known = {id(line): place for place, line in enumerate(visible)}
    places = (*(known[id(line)] for line in lead), *_in_order(placed))
    return [*lead, *(line for line, _ in placed)], structs.replace(zones, head=head, places=places)


def _block(body: Sequence[Line]) -> Any:
    """The block of the article, by its paragraphs; by all its lines where they are mostly none (programmes, tables, verse)."""
    prose = [line for line in body if is_prose(line.text)]
    told = sum(weight(line.text) for line in prose) >= MOSTLY * sum(weight(line.text) for line in body)
    return blocks.container(prose if told else body)


def _placed(visible: Sequence[Line], found: Sequence[Line]) -> list[Placed]:
    """Each found line with its places among the visible ones, behind the last place if it stands there more than once. Where an extractor
    cut a paragraph short, the page's own line stands in; where it joined several, they stay joined."""
    keys = [letters(line.text) for line in visible]
    index: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        for known in {key, f"^{key[:EDGE]}", f"{key[-EDGE:]}$"}:
            index.setdefault(known, []).append(place)
    placed: list[Placed] = []
    used: set[int] = set()
    reached: dict[str, int] = {}
    last = -1
    for line in found:
        places = _places(letters(line.text), keys, index, last, reached)
        if not places:
            placed.append((line, ()))
            continue
        if len(keys[places[0]]) >= TELLING:
            last = max(last, places[-1])
        own = visible[places[0]]
        if len(places) == 1 and places[0] in used and (letters(own.text) != letters(line.text) or len(letters(line.text)) >= 2 * EDGE):
            continue
        used.update(places)
        if _apart([visible[place] for place in places]):
            placed.extend((visible[place], (place,)) for place in places)
            continue
        tag = own.tag if own.tag in ("h", "caption") else line.tag
        text = own.text if len(places) == 1 else line.text
        placed.append((Line(text, tag, own.linked, own.href, line.debris, line.raw, own.at, own.link), places))
    return _ordered(placed)


def _apart(lines: Sequence[Line]) -> bool:
    """Whether lines that an extractor joined are paragraphs of their own, as where tags are not closed, not one that breaks cut up."""
    own = len({line.at for line in lines}) == len(lines) > 1 and all(weight(line.text) >= STANDFIRST for line in lines)
    return own and 2 * sum(is_prose(line.text) for line in lines) > len(lines)


def _ordered(placed: Sequence[Placed]) -> list[Placed]:
    """In the order of the page, which extractors do not always keep."""
    keys = _keys(placed)
    return [placed[number] for number in sorted(range(len(placed)), key=lambda number: keys[number])]


def _keys(placed: Sequence[Placed]) -> list[int]:
    """Where the lines of the body stand: those that stand nowhere, or are too short to tell where, behind the one before them."""
    keys: list[int] = []
    for line, places in placed:
        telling = places and len(letters(line.text)) >= 2 * EDGE
        keys.append(places[0] if telling else keys[-1] if keys else -1)
    return keys


def _in_order(placed: Sequence[Placed]) -> list[int | None]:
    """The places of the lines of the body, None where one would break the order of the page."""
    keys = _keys(placed)
    until = [NOWHERE] * len(keys)
    for number in range(len(keys) - 2, -1, -1):
        until[number] = keys[number + 1] if keys[number + 1] > keys[number] else until[number + 1]
    out: list[int | None] = []
    last = -1
    for number, (_, places) in enumerate(placed):
        fits = bool(places) and max(last, keys[number]) <= places[0] < until[number]
        out.append(places[0] if fits else None)
        last = places[0] if fits else last
    return out


def _places(key: str, keys: Sequence[str], index: dict[str, list[int]], last: int, reached: dict[str, int]) -> tuple[int, ...]:
    """Where a line of the body stands: whole, in several lines behind each other, or as part of a longer one. `reached` says how many of
    the lines that are whole the same were met."""
    whole = index.get(key, [])
    if whole:
        behind = max(bisect_right(whole, last), reached.get(key, 0))
        reached[key] = behind + 1
        return (whole[behind] if behind < len(whole) else whole[0],)
    if len(key) < 2 * EDGE:
        return ()
    for first in index.get(f"^{key[:EDGE]}", ()):
        rest, place = key, first
        while place < len(keys) and keys[place] and rest.startswith(keys[place]):
            rest = rest[len(keys[place]) :]
            place += 1
        if place > first and (not rest or (len(rest) < 2 * EDGE and f"^{rest[:EDGE]}" not in index)):
            return tuple(range(first, place))
    near = [*index.get(f"^{key[:EDGE]}", ()), *index.get(f"{key[-EDGE:]}$", ())]
    longer = next((place for place in near if place > last and len(key) <= len(keys[place]) < 2 * len(key)), None)
    return () if longer is None else (longer,)


def _without_strays(placed: list[Placed], block: Any) -> list[Placed]:
    """Leaves out scraps before and behind the block that holds the article, and what is marked as something else."""
    if block is None:
        return placed
    inside = [number for number, (line, _) in enumerate(placed) if line.at is not None and blocks.within(line, block)]
    first, last = inside[0], inside[-1]
    return [
        one for number, one in enumerate(placed) if one[0].at is None or first <= number <= last or _stays(one[0], number < first, block)
    ]


def _stays(line: Line, before: bool, block: Any) -> bool:
    """Outside the block, sentences are its standfirst or its end, and headings and points of a list before it its summary."""
    if line.linked or blocks.foreign(line, block):
        return False
    return is_prose(line.text) or (before and line.tag in ("h", "li"))


def _completed(visible: Sequence[Line], placed: list[Placed], block: Any) -> list[Placed]:
    """Puts back paragraphs that stand in the same block as others of the body."""
    beside = {
        line.at.getparent()
        for line, _ in placed
        if line.at is not None and is_prose(line.text) and (block is None or blocks.within(line, block))
    }
    whole = "".join(letters(line.text) for line, _ in placed)
    taken = {place for _, places in placed for place in places}
    sure = [places[0] for line, places in placed if places and is_prose(line.text)]
    first, last = min(sure, default=0), max(sure, default=0)
    lost = [
        (line, place)
        for place, line in enumerate(visible)
        if place not in taken
        and line.at is not None
        and ((line.at.getparent() in beside and _is_lost(line)) or (first < place < last and _is_point(line, beside)))
        and not blocks.foreign(line, block)
        and letters(line.text) not in whole
    ]
    for line, place in lost[:MOST_LOST]:
        number = next((number for number, key in enumerate(_keys(placed)) if key > place), len(placed))
        placed.insert(number, (line, (place,)))
    return placed


def _is_point(line: Line, beside: Container[Any]) -> bool:
    """Whether a line is a point of a list without links that stands among paragraphs."""
    block = line.at.getparent() if line.tag == "li" else None
    if block is None or line.at.tag != "li" or block.getparent() not in beside or by_phrase(line.text) is not None:
        return False
    return block.find(".//a") is None and weight(line.text) >= POINT


def _zones(visible: Sequence[Line], placed: Sequence[Placed], title: str) -> Zones:
    """Where the body starts and ends among the visible lines; the head goes back to the title."""
    keys = [letters(line.text) for line in visible]
    wanted = {letters(line.text) for line, _ in placed if len(letters(line.text)) >= TELLING}
    taken = {place for _, places in placed for place in places}
    hits = [place for place, key in enumerate(keys) if key in wanted or (place in taken and len(key) >= TELLING)]
    if not hits:
        return Zones((), (), (), tuple(visible))
    first, last = hits[0], hits[-1]
    head = letters(title)
    titled = [place for place in range(max(0, first - 60), first) if head and keys[place] and (keys[place] == head or head in keys[place])]
    start = max(0, (titled[-1] if titled else first) - 3 if titled else first - 8)
    start = max(start, first - HEAD_LINES)
    end = min(len(visible), last + 1 + FOOT_LINES)
    free = [place for place in range(len(visible)) if place not in taken]
    named = [place for place in free if start <= place < first and keys[place] == head]
    seen = bool(titled) and start <= titled[-1]
    return Zones(
        head=tuple(visible[place] for place in free if start <= place < first and keys[place] != head),
        foot=tuple(visible[place] for place in free if last < place < end),
        inside=tuple(visible[place] for place in free if first <= place <= last),
        outside=tuple(visible[place] for place in free if not start <= place < end),
        titled=seen,
        titles=tuple(visible[place] for place in named),
        below=sum(1 for place in free if titled[-1] < place < first and keys[place] != head) if seen else 0,
    )


def _lead(zones: Zones, block: Any) -> list[Line]:
    """What the body extractor missed between the title and the body (a standfirst): unlinked sentences that no phrase marks, and right
    under the title a line of many words. Above the title it is none where it can be of a post with another heading."""
    if not zones.titled:
        return []
    under = len(zones.head) - zones.below
    other = any(line.tag == "h" for line in zones.head[:under])
    return [
        line
        for place, line in enumerate(zones.head)
        if (place >= under or not other)
        and not blocks.foreign(line, block)
        and (_is_lost(line) or (under <= place < under + NEAR and _is_standfirst(line)))
    ]


def _is_standfirst(line: Line) -> bool:
    if line.tag not in ("p", "h") or line.link >= LINKED or weight(line.text) < STANDFIRST or by_phrase(line.text) is not None:
        return False
    return sum(char.isdigit() for char in line.text) < DIGITS * len(line.text)


def _is_lost(line: Line) -> bool:
    return line.tag in ("p", "h") and not line.linked and is_prose(line.text) and by_phrase(line.text) is None
