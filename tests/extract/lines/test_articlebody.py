from __future__ import annotations

from dragoman.extract.lines.articlebody import checked, joined
from dragoman.extract.lines.dom import lines, tree_of
from dragoman.extract.lines.furniture import Line

FIRST = "The council of Springfield met on Tuesday evening and agreed that the old bridge over the river would be closed to heavy traffic."
SECOND = "Engineers had warned for months that the pillars were moving, and last week they repeated the warning in a letter to the mayor."
THIRD = "Lorries will have to take the long way round through the hills until a second bridge has been built, which may take four years."
NOTE = "Jane Example has reported on bridges and rivers for the Gazette."
PAGE = lines(tree_of(f"<body><div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p>{NOTE}</p></div></body>"))


def test_what_stands_behind_the_last_line_of_the_data_is_dropped() -> None:
    assert checked(list(PAGE), PAGE, "\n".join((FIRST, SECOND, THIRD))) == list(PAGE[:3])


def test_paragraphs_that_the_body_lost_come_back_where_they_stood() -> None:
    assert checked([PAGE[0], PAGE[2]], PAGE, f"{FIRST} {SECOND} {THIRD}") == list(PAGE[:3])


def test_data_that_are_cut_short_or_another_text_change_nothing() -> None:
    assert checked(list(PAGE), PAGE, FIRST) == list(PAGE)
    assert checked(list(PAGE), PAGE, "Another text altogether. " * 20) == list(PAGE)
    assert checked(list(PAGE), PAGE, None) == list(PAGE)


def test_a_text_run_together_is_told_from_another() -> None:
    assert joined([Line(f"{FIRST} {SECOND}")], [Line(FIRST), Line(SECOND)])
    assert not joined([Line(f"{FIRST} {THIRD}")], [Line(FIRST), Line(SECOND)])
    assert not joined([Line(FIRST)], [Line(FIRST)])
