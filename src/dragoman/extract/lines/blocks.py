"""The blocks of a page that its lines stand in: which of them holds the article, and which are marked as something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from dragoman.extract.lines.furniture import Line, is_prose
from dragoman.text.lines import weight

# The block of the article holds at least this share of the words that were found.
HOLDS = 0.9
# Marks of so many blocks around a line are read.
NEAREST = 5
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# Words in class and id that other things than the article are marked with.
_OTHERS = frozenset(
    re.findall(
        r"\w+",
        """author authors bio byline comment comments disqus related recommended recommendation recommendations newsletter subscribe signup
        promo promotion sidebar footer widget advert advertisement ad ads sponsored share sharing social disclaimer copyright outbrain
        taboola teaser trending popular cookie consent modal popup caption captions credit credits
        breadcrumb breadcrumbs nav menu paywall pull pullquote pullquotes""",
    )
)
_MARKED = ("//*[@itemprop='articleBody']", "//article", "//main")
_OTHER_TAGS = frozenset(("nav", "footer", "aside", "form", "button", "figure", "figcaption"))


def around(at: Any) -> Iterator[Any]:
    """The block and those that hold it, innermost first, up to the page's body."""
    while at is not None and at.tag not in ("body", "html"):
        yield at
        at = at.getparent()


def container(lines: Sequence[Line], share: float = HOLDS) -> Any:
    """The smallest block that holds at least `share` of the words of the lines, None where only the whole page does. (Arc90's Readability
    lets paragraphs vote for the blocks around them; here every word that an extractor found is a vote.)"""
    votes: dict[Any, float] = {}
    total = 0.0
    for line in lines:
        if line.at is not None:
            words = weight(line.text)
            total += words
            for block in around(line.at):
                votes[block] = votes.get(block, 0.0) + words
    # Blocks that hold enough are nested in each other: the innermost has the fewest words, and of equals it was met first.
    enough = [(words, place, block) for place, (block, words) in enumerate(votes.items()) if words >= share * total]
    return min(enough, key=lambda one: one[:2])[2] if enough else None


def densest(lines: Sequence[Line]) -> list[Line]:
    """The lines of the block with the most running text: paragraphs score for the block around them, half for the one around that (the
    content score of Arc90's Readability), less where links fill it (the link density of Kohlschütter et al., WSDM 2010)."""
    scores: dict[Any, float] = {}
    for line in lines:
        if line.at is not None and not line.linked and is_prose(line.text):
            words = weight(line.text) * (1 - line.link)
            for share, block in zip((1.0, 1.0, 0.5), around(line.at), strict=False):
                scores[block] = scores.get(block, 0.0) + share * words
    if not scores:
        return []
    best = max(enumerate(scores), key=lambda one: (scores[one[1]], -one[0]))[1]
    known = {best: True}
    return [line for line in lines if line.at is not None and not line.linked and _inside(line.at, known) and not foreign(line, best)]


def _inside(at: Any, known: dict[Any, bool]) -> bool:
    """Whether an element stands in one that is `known` to be inside; what is found of those between is kept."""
    way: list[Any] = []
    while at is not None and at not in known:
        way.append(at)
        at = at.getparent()
    found = at is not None and known[at]
    known.update(dict.fromkeys(way, found))
    return found


def marked(tree: Any, lines: Sequence[Line]) -> list[Line]:
    """The lines of the block that the page itself marks as its article: microdata's `articleBody`, the only `article`, the only `main`."""
    for path in _MARKED:
        found = tree.xpath(path)
        if len(found) == 1:
            held = [line for line in lines if line.at is not None and not line.linked and within(line, found[0])]
            return [line for line in held if not foreign(line, found[0])]
    return []


def within(line: Line, block: Any) -> bool:
    """Whether the line stands in the block."""
    return any(one is block for one in around(line.at))


def foreign(line: Line, block: Any) -> bool:
    """Whether a block between the line and `block` is marked as something else than the article: its author, comments, other stories."""
    for one in islice(around(line.at), NEAREST):
        if one is block:
            return False
        if one.tag in _OTHER_TAGS or marks(one) & _OTHERS:
            return True
    return False


def marks(element: Any) -> frozenset[str]:
    """The words of class and id, without case: "article-Body" gives article and body."""
    return _words_of(f"{element.get('class') or ''} {element.get('id') or ''}"[:200])


@lru_cache(maxsize=4096)
def _words_of(values: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(values))
