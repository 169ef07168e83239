"""Cards of copies speak in the words of both texts."""

from cluster.conftest import make_reading
from dragoman.brief.reprints import worded
from dragoman.model.story import Aligned, Copy, Passage

ONE, OTHER = make_reading("a1", "T", "First. Second. Third."), make_reading("a2", "T", "Third. First. More.")


def test_passages_are_quoted_from_the_text_that_they_stand_in() -> None:
    found = Copy("a2", "a1", "rewritten", 0.6, None, cuts=(Passage(7, 14),), added=(Passage(14, 19),), moved=(Aligned(0, 6, 15, 21),))
    (copy,) = worded([found], [ONE, OTHER])
    assert (copy.cuts[0].text, copy.added[0].text) == ("Second.", "More.")
    assert (copy.moved[0].text, copy.moved[0].of_text) == ("Third.", "Third.")


def test_copies_of_texts_that_are_not_there_are_left_out() -> None:
    assert worded([Copy("a2", "a9", "exact", 1.0, None)], [ONE, OTHER]) == ()
