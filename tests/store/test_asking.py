import pytest
from sqlalchemy.dialects import sqlite

from dragoman.model.query import Query
from dragoman.ports import Asked
from dragoman.store.asking import hit_rows, reading_rows, story_rows


@pytest.mark.parametrize("after", ["", "|||", "x|y|z", "2023|99999999999999999999|s1", "-1", "１２"])
def test_a_page_mark_that_was_made_up_is_not_an_error(after):
    query = Query(after=after)
    assert "LIMIT" in str(story_rows(Asked(query)).compile(dialect=sqlite.dialect()))
    assert "LIMIT" in str(hit_rows(Asked(query)).compile(dialect=sqlite.dialect()))


def test_ids_may_name_older_versions_and_lists_show_the_newest():
    assert "current" not in str(reading_rows(None, ["a1"]).whereclause)
    assert "current" in str(reading_rows(None, None).whereclause)
