"""Lines that were broken at a fixed width (text typed for terminals and mail, `<br>` at every line end) put together to paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from dragoman.text.lines import ends_sentence, unspaced

# Columns (a wide character is two) that text is broken at; how much shorter a full line may be: a word did not fit, a mark was kept back.
NARROWEST, WIDEST = 40, 110
SLACK = {False: 14, True: 5}
# So many lines in a row make a column, when this share of them is full and this share of the full ones goes on behind the break.
LINES = 5
FULL = 0.6
GOES_ON = 0.5
_ITEM = re.compile(r"\s*(?:[·•●■▲▼►▶◆★☆*>+-]|[(（\[【]?\d{1,3}[)）\].、】])")
_CUT = ("...", "…", "..")
_INDENT = re.compile(r"^(?: {2,}|\t|\u3000)")
_INNER = re.compile("[,，、。；;！？:：]")


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines of a capture (empty ones parting its blocks), with those of a column of fixed width joined to paragraphs."""
    found: list[str] = []
    for block in _blocks(lines):
        found.extend(_joined(block) if _is_column(block) else block)
    return found


def width(line: str) -> int:
    """Columns that a line takes on a terminal (UAX 11)."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line) if not line.isascii() else len(line)


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines without an empty one between them; an empty line is a block of its own."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line)
            continue
        if block:
            yield block
        block = []
        yield [line]
    if block:
        yield block


def _is_column(block: Sequence[str]) -> bool:
    if len(block) < LINES:
        return False
    widths = [width(line.rstrip()) for line in block]
    edge = max(widths)
    if not NARROWEST <= edge <= WIDEST:
        return False
    wide = unspaced(" ".join(block))
    full = [place for place, size in enumerate(widths[:-1]) if size >= edge - SLACK[wide]]
    on = sum(1 for place in full if _goes_on(block[place], block[place + 1], wide))
    return len(full) >= FULL * (len(block) - 1) and on >= GOES_ON * len(full)


def _goes_on(line: str, following: str, wide: bool) -> bool:
    """Whether a sentence goes on in the next line: it begins in lower case; without cases, the line breaks off within a sentence."""
    if _ITEM.match(line) or _ITEM.match(following) or line.rstrip().endswith(_CUT):
        return False
    if wide:
        return not ends_sentence(line) and not _INDENT.match(following) and _INNER.search(line) is not None
    first = following.lstrip()[:1]
    return first.islower() or (line.rstrip()[-1:] in ",;-" and not ends_sentence(line))


def _joined(block: Sequence[str]) -> list[str]:
    """Paragraphs of a column: one ends at a line that is not full, and before an indented line or an item of a list."""
    wide = unspaced(" ".join(block))
    edge = max(width(line.rstrip()) for line in block)
    indented = sum(1 for line in block if _INDENT.match(line)) <= len(block) / 2
    found: list[str] = []
    open_ended = False
    for line in block:
        begins = (indented and _INDENT.match(line) is not None) or _ITEM.match(line) is not None
        if open_ended and not begins:
            found[-1] = f"{found[-1].rstrip()}{'' if wide else ' '}{line.strip()}"
        else:
            found.append(line)
        size = width(line.rstrip())
        open_ended = size >= edge - SLACK[wide] or not (ends_sentence(line) or size < edge / 2)
    return found
