from __future__ import annotations

from dragoman.export.cited import alike, cited
from dragoman.model.spans import Evidence


def test_every_article_that_a_line_points_to_is_cited_once(fakes):
    assert cited(fakes.BRIEF) == [f"a000000000000000{number}" for number in range(1, 5)]


def test_the_same_words_of_several_articles_stand_once():
    one, two, other = Evidence("a", 0, 3, "x y"), Evidence("b", 5, 9, "x  y"), Evidence("a", 9, 10, "z")
    assert alike([one, other, two]) == [[one, two], [other]]
