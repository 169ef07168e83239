"""The text of an article as its publisher's data have it (schema.org `articleBody`), against the lines found on the page: where it is
whole, it is the surest list of the article's sentences."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.lines import blocks
from dragoman.extract.lines.furniture import Line, is_prose
from dragoman.extract.lines.phrases import by_phrase
from dragoman.text.lines import letters, weight

# The data are believed if they hold this share of the words of the paragraphs found, and have this share of their own among them.
AGREES = 0.8
WHOLE = 0.6
# If the paragraphs make up less than this share of the data, some were lost; quotes pulled out of the text may be in the data twice.
LOST = 0.8
# Lines of fewer letters occur in many places of a text.
TELLING = 16
# Paragraphs that lie before the first, or behind the last line that the data hold.
MOST_OUTER = 6


def checked(found: list[Line], visible: Sequence[Line], own: str | None) -> list[Line]:
    """The body with the paragraphs that the data hold and it lost, without those before and behind them. As it was where the data are
    another text, or cut short."""
    if not own or not found:
        return found
    text = letters(own)
    held = [letters(line.text) in text for line in found]
    telling = [len(letters(line.text)) >= TELLING and is_prose(line.text) for line in found]
    words = sum(weight(line.text) for line, tells in zip(found, telling, strict=True) if tells)
    agreed = sum(weight(line.text) for line, tells, has in zip(found, telling, held, strict=True) if tells and has)
    if not words or agreed < AGREES * words or agreed < WHOLE * weight(own):
        return found
    kept = _trimmed(found, held, telling)
    return _with_lost(kept, visible, text) if agreed < LOST * weight(own) else kept


def joined(found: Sequence[Line], own: Sequence[Line]) -> bool:
    """Whether what was found is the publisher's text, run together into one line."""
    return len(found) == 1 < len(own) and letters(found[0].text) == "".join(letters(line.text) for line in own)


def _trimmed(found: list[Line], held: Sequence[bool], telling: Sequence[bool]) -> list[Line]:
    sure = [place for place, (has, tells) in enumerate(zip(held, telling, strict=True)) if has and tells]
    if not sure or len(found) - 1 - sure[-1] > MOST_OUTER:
        return found
    return [line for place, line in enumerate(found) if place <= sure[-1] or held[place]]


def _with_lost(found: list[Line], visible: Sequence[Line], text: str) -> list[Line]:
    """Lost paragraphs go behind the line of the body that stands before them on the page."""
    places = {letters(line.text): place for place, line in reversed(list(enumerate(visible)))}
    stand = [places.get(letters(line.text), -1) for line in found]
    known = "\n".join(letters(line.text) for line in found)
    out = list(found)
    for place, line in enumerate(visible):
        key = letters(line.text)
        if len(key) < TELLING or places[key] != place or key not in text or key in known or line.linked or by_phrase(line.text) is not None:
            continue
        if not is_prose(line.text) or line.at is None or blocks.foreign(line, None):
            continue
        number = next((number for number, at in enumerate(stand) if at > place), len(out))
        out.insert(number, line)
        stand.insert(number, place)
    return out
