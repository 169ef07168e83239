from __future__ import annotations

from dragoman.export.cited import cited


def test_every_article_that_a_line_points_to_is_cited_once(fakes):
    assert cited(fakes.BRIEF) == [f"a000000000000000{number}" for number in range(1, 5)]
