"""Short forms that a text defines itself: 世界卫生组织(世卫组织), World Trade Organization (WTO), ВТО (Всемирная ...)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.link.names import is_abbreviation, key
from dragoman.model.annotations import Mention

_BRACKET = re.compile(r"[(（]\s*[“\"«]?([^()（）\n]{2,120}?)[”\"»]?\s*[)）]")
_LONGEST_GAP = 2
"""Characters (a space, a closing quotation mark) between a name and its bracket."""


def definitions(text: str, mentions: Sequence[Mention]) -> tuple[tuple[str, str], ...]:
    """(short, long) surfaces of the short forms that the text defines, in order.

    A bracket right behind a name that is no person holds its short form (or its long one, where the name itself is the short one)
    when one abbreviates the other.
    """
    ends = {mention.end: mention for mention in mentions if mention.type != "person"}
    found: dict[str, tuple[str, str]] = {}
    for match in _BRACKET.finditer(text):
        before = next((ends[match.start() - gap] for gap in range(_LONGEST_GAP + 1) if match.start() - gap in ends), None)
        if before is None:
            continue
        for inside in _readings(match.group(1)):
            pair = _pair(before.text, inside)
            if pair:
                found.setdefault(key(pair[0]), pair)
                break
    return tuple(found.values())


def _readings(inside: str) -> list[str]:
    """What a bracket may define: all of it, or the part before a comma, a colon's right side ("简称：欧安组织")."""
    cut = re.split(r"[,，;；]", inside)[0].strip(' “”"«»')
    return list(dict.fromkeys((inside.strip(), cut, re.split(r"[:：]", cut)[-1].strip(' “”"«»'))))


def _pair(outside: str, inside: str) -> tuple[str, str] | None:
    """(short, long) of two names where one abbreviates the other."""
    if is_abbreviation(inside, outside):
        return inside, outside
    return (outside, inside) if is_abbreviation(outside, inside) else None
