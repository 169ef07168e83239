"""Broken mark-up in text: tags whose attributes swallowed text, captions glued behind them, tags left over in a capture."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct

from dragoman.text.html import strip_tags, unescape
from dragoman.text.lines import ends_sentence, letters, squeeze, weight

# An opening that looks like a tag up to the next ">" (or the end of the line, where it was never closed).
_BROKEN = re.compile(r"<[a-zA-Z!/][^<>]{0,400}(?:/?>|$)")
_ATTRIBUTE = re.compile(r"^</?[a-zA-Z][\w:-]*(?:\s+[\w:-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[\w./:#?&=%+,;@~-]+))?)*\s*/?>$")
CAPTION = 40


class Mended(Struct, frozen=True):
    """A line after mending: what stays as text, what was a caption, and the broken pieces."""

    text: str
    caption: str = ""
    debris: str = ""


def mend(line: str, title: str) -> Mended:
    """Takes leftover tags out of a line. Well-formed tags just go. At a broken one, words before it that belong to the title were an
    image's description, and short unfinished words after it the image's caption."""
    if "<" not in line and "&" not in line:
        return Mended(line)
    line = unescape(line)
    broken = [found for found in _BROKEN.finditer(line) if not _ATTRIBUTE.match(found.group())]
    if not broken:
        return Mended(squeeze(strip_tags(line)))
    first, last = broken[0], broken[-1]
    before, after = (squeeze(strip_tags(part)) for part in (line[: first.start()], line[last.end() :]))
    inside = [squeeze(strip_tags(line[one.end() : other.start()])) for one, other in pairwise(broken)]
    injected = _of_title(before, title) or not before
    if injected and not ends_sentence(after) and weight(after) <= CAPTION:
        return Mended("", after, line)
    kept = [*([] if injected else [before]), *inside, after]
    return Mended(squeeze(" ".join(part for part in kept if part)), "", line)


def _of_title(words: str, title: str) -> bool:
    """Whether the words are the beginning of the title or a good part of it."""
    inner, whole = letters(words), letters(title)
    return bool(inner) and (whole.startswith(inner) or (len(inner) >= 6 and inner in whole))
