"""Pages with several posts under each other (archives of blogs, threads): the one that the title names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dragoman.extract.lines import blocks
from dragoman.extract.lines.furniture import Line, is_prose
from dragoman.text.lines import letters, weight

# Shorter titles occur in many places.
TELLING = 4
# Words in sentences that a post has.
POST = 20


def of_title(visible: Sequence[Line], found: list[Line], title: str) -> list[Line]:
    """The lines of the post that has the title for its heading, where others of its kind stand beside it; else the body as it was found."""
    key = letters(title)
    heading = next((line for line in visible if line.tag == "h" and line.at is not None and letters(line.text) == key), None)
    post = _post(heading) if heading is not None and len(key) >= TELLING else None
    if post is None:
        return found
    held = [line for line in visible if line.at is not None and blocks.within(line, post)]
    own = [line for line in held if line is not heading and not line.linked and not blocks.foreign(line, post)]
    return own if sum(weight(line.text) for line in own if is_prose(line.text)) >= POST else found


def _post(heading: Line) -> Any:
    """The block around a heading that has brothers of the same kind with such headings of their own and running text, None where the
    heading is the only one."""
    for block in blocks.around(heading.at):
        parent = block.getparent()
        if block is heading.at or parent is None:
            continue
        alike = [one for one in parent.iterchildren(block.tag) if one is not block and one.get("class") == block.get("class")]
        if any(_is_post(one, heading.at.tag) for one in alike):
            return block
    return None


def _is_post(block: Any, heading: str) -> bool:
    """Whether a block has a heading and paragraphs of running text."""
    if block.find(f".//{heading}") is None:
        return False
    return sum(weight(one.text_content()) for one in block.iter("p")) >= POST
