"""Where the text of a page is densest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.extract.lines.furniture import Line
from dragoman.text.lines import ends_sentence, weight

# What a link, and a line that ends no sentence, take away from the run of lines that they stand in (words).
LINK = 8.0
SCRAP = 6.0


def window(lines: Sequence[Line], scrap: Callable[[Line], bool] = lambda line: False) -> tuple[int, int]:
    """The run of lines [start, end) with the greatest sum of words, where links and scraps count against it (maximum subarray; after CETR,
    Weninger et al. 2010, on lines instead of tags). Lines that `scrap` knows as furniture count as scraps, sentences or not."""
    best, best_sum, start, running = (0, 0), 0.0, 0, 0.0
    for place, line in enumerate(lines):
        if running <= 0:
            start, running = place, 0.0
        running += _worth(line, scrap)
        if running > best_sum:
            best, best_sum = (start, place + 1), running
    return best


def densest(lines: Sequence[Line]) -> list[Line]:
    """The lines of the window."""
    start, end = window(lines)
    return list(lines[start:end])


def _worth(line: Line, scrap: Callable[[Line], bool]) -> float:
    if line.linked:
        return -LINK
    words = weight(line.text)
    if not ends_sentence(line.text):
        return min(words, SCRAP + 4) - SCRAP
    return -SCRAP if scrap(line) else words
