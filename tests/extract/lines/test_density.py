from __future__ import annotations

from dragoman.extract.lines.density import densest, window
from dragoman.extract.lines.furniture import Line

PROSE = "The council met on Tuesday evening and agreed that the old bridge over the river would be closed to heavy traffic for good."


def test_the_densest_run_of_sentences_is_the_body() -> None:
    menu = [Line(f"Section {number}", linked=True) for number in range(20)]
    body = [Line(PROSE), Line("A subhead"), Line(PROSE)]
    assert densest([*menu, *body, *menu]) == body


def test_sentences_known_as_furniture_do_not_hold_the_window_open() -> None:
    lines = [Line(PROSE), Line(PROSE), *[Line("All rights reserved, as everybody ought to know by now.")] * 3]
    assert window(lines, lambda line: line.text != PROSE) == (0, 2)


def test_a_page_of_scraps_has_no_window() -> None:
    assert window([Line("Menu"), Line("Home", linked=True)]) == (0, 0)
