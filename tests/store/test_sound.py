import sqlite3

import pytest

from dragoman.search.index import Index
from dragoman.store.sqlite import Sqlite


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("DELETE FROM readings", "has no reading"),
        ("DELETE FROM members", "has no members"),
        ("UPDATE articles SET current = 0", "current versions"),
        ("INSERT INTO redirects VALUES ('s1', 's2')", "was moved to s2"),
        ("UPDATE articles SET raw = CAST('{}' AS BLOB)", "cannot be read"),
        ("UPDATE articles SET raw = CAST(replace(CAST(raw AS TEXT), 'Vienna', 'Venice') AS BLOB)", "not what its id says"),
        ("INSERT INTO ledger VALUES ('x', 'y', 'nothing')", "missing row of articles"),
        ("INSERT INTO words(rowid, title) VALUES (99, 'x')", "no article"),
    ],
)
def test_every_fault_is_told(tmp_path, made, story, damage, told):
    store = Sqlite(str(tmp_path), Index())
    store.save("ask", "d", made(1), (story(made(1)),))
    assert store.check() == []
    with sqlite3.connect(tmp_path / "desk.sqlite") as connection:
        connection.execute(damage)
    connection.close()
    assert any(told in line for line in store.check())
    store.close()
