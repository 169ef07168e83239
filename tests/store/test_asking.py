import pytest
from msgspec.structs import replace
from sqlalchemy.dialects import sqlite

from cluster.conftest import make_reading
from dragoman.model.query import Query
from dragoman.ports import Asked
from dragoman.store import asking
from dragoman.store.asking import best_hits, hit_rows, reading_rows, story_rows
from dragoman.store.memory import Memory


@pytest.mark.parametrize("after", ["", "|||", "x|y|z", "2023|99999999999999999999|s1", "-1", "１２"])
def test_a_page_mark_that_was_made_up_is_not_an_error(after):
    query = Query(after=after)
    assert "LIMIT" in str(story_rows(Asked(query)).compile(dialect=sqlite.dialect()))
    assert "LIMIT" in str(hit_rows(Asked(query)).compile(dialect=sqlite.dialect()))


def test_ids_may_name_older_versions_and_lists_show_the_newest():
    assert "current" not in str(reading_rows(None, ["a1"]).whereclause)
    assert "current" in str(reading_rows(None, None).whereclause)


def test_the_best_hits_of_the_index_are_those_of_the_whole_question(monkeypatch):
    monkeypatch.setattr(asking, "SLACK", 0)
    store = Memory()
    for n in range(12):
        words = "harvest " * (n % 4 + 1) + "corridor " * (n % 3)
        store.save(f"u{n}", f"d{n}", make_reading(f"a{n}", f"Title {n}", words), ())
    newer = make_reading("b3", "Title", "harvest harvest")
    older = make_reading("a3").article
    store.save("u3", "later", replace(newer, article=replace(newer.article, url=older.url)), ())
    told = []
    for words in ("harvest", "corridor", "nothing", "title"):
        for after in (None, "1", "2"):
            asked = store._asked(Query(text=words, limit=1, after=after))
            with store._reading() as connection:
                best, whole = best_hits(connection, asked), connection.execute(hit_rows(asked)).all()
            told.append(best is not None)
            assert best is None or [(raw, round(score, 9)) for raw, score in best] == [(raw, round(score, 9)) for raw, score in whole]
    assert True in told
    assert False in told
    asked = store._asked(Query(text="harvest", language="en"))
    with store._reading() as connection:
        assert best_hits(connection, asked) is None
