import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from dragoman.errors import NotFoundError, StoreError
from dragoman.model.ids import story_id
from dragoman.model.problem import Problem
from dragoman.model.query import Query
from dragoman.model.reading import Reading
from dragoman.search.index import Index
from dragoman.store.sqlite import Sqlite


@pytest.fixture
def desk(tmp_path):
    store = Sqlite(str(tmp_path), Index())
    yield store
    store.close()


def test_a_saved_reading_comes_back_as_it_was(desk, made, story):
    reading = made(1)
    assert desk.save("ask", "d1", reading, (story(reading),)) == "new"
    assert list(desk.readings()) == [reading]
    assert desk.known("ask", "d1") == reading.article.id
    assert desk.known("ask", "d2") is None


def test_the_same_page_twice_stores_nothing_new(desk, made):
    reading = made(1)
    desk.save("ask", "d1", reading, ())
    assert desk.save("ask", "d1", reading, ()) == "known"
    assert desk.save("other address", "d1", reading, ()) == "known"
    assert len(list(desk.readings())) == 1


def test_a_new_version_of_an_address_hides_the_old_one_but_keeps_it(desk, made):
    old, new = made(1, text="First wording of it."), made(1, text="Second wording of it.")
    desk.save("ask", "d1", old, ())
    assert desk.save("ask", "d2", new, ()) == "changed"
    assert list(desk.readings()) == [new]
    assert list(desk.readings(ids=[old.article.id])) == [old]
    assert desk.check() == []


def test_a_reading_made_by_other_annotators_replaces_the_old_one(desk, made):
    reading = made(1)
    desk.save("ask", "d1", reading, ())
    again = Reading(article=reading.article, vector=(1.0, 0.0), made_by=("sentences@2",))
    assert desk.save("ask", "d1", again, ()) == "known"
    assert list(desk.readings()) == [again]


def test_readings_come_in_canonical_order_with_unknown_dates_last(desk, made):
    late, early, unknown = made(1, day="2023-05-03"), made(2, day="2023-05-01"), made(3, day=None)
    for reading in (unknown, late, early):
        desk.save(reading.article.url, "d", reading, ())
    assert list(desk.readings()) == [early, late, unknown]


def test_readings_are_filtered_by_language_source_days_story_and_ids(desk, made, story):
    one, two, three = made(1), made(2, language="zh", source="b.example", day="2023-06-01"), made(3, day="2023-07-01")
    for reading in (one, two, three):
        desk.save(reading.article.url, "d", reading, ())
    desk.file((story(one, three),), ())
    ask = lambda **filters: [reading.article.url[-1] for reading in desk.readings(Query(**filters))]  # noqa: E731
    assert ask(language="zh") == ["2"]
    assert ask(source="a.example") == ["1", "3"]
    assert ask(since="2023-06-01") == ["2", "3"]
    assert ask(since="2023-05-15", until="2023-06-30") == ["2"]
    assert ask(story=story_id(one.article.id)) == ["1", "3"]
    assert [reading.article.url[-1] for reading in desk.readings(ids=[two.article.id])] == ["2"]
    many = [f"missing-{number}" for number in range(2000)]
    assert [reading.article.url[-1] for reading in desk.readings(ids=[three.article.id, *many, one.article.id])] == ["1", "3"]


def test_stories_come_newest_first_page_by_page(desk, made, story):
    readings = [made(number) for number in range(5)]
    for reading in readings:
        desk.save(reading.article.url, "d", reading, ())
    desk.file([story(reading, last=f"2023-05-0{number + 1}") for number, reading in enumerate(readings)], ())
    first = desk.stories(Query(limit=2))
    second = desk.stories(Query(limit=2, after=first.next))
    third = desk.stories(Query(limit=2, after=second.next))
    assert [item.last[-1] for page in (first, second, third) for item in page.items] == ["5", "4", "3", "2", "1"]
    assert third.next is None
    assert desk.stories(Query(source="nowhere")).items == ()


def test_a_merged_story_is_found_under_its_old_id(desk, made, story):
    one, two, three = made(1), made(2), made(3)
    for reading in (one, two, three):
        desk.save(reading.article.url, "d", reading, (story(reading),))
    old, older = story_id(two.article.id), story_id(three.article.id)
    desk.file((story(two, three),), ((older, old),))
    desk.file((story(one, two, three),), ((old, story_id(one.article.id)),))
    assert desk.story(older) == desk.story(old) == story(one, two, three)
    assert len(desk.stories(Query()).items) == 1
    assert desk.check() == []
    assert desk.story(three.article.id) == story(one, two, three)
    with pytest.raises(NotFoundError):
        desk.story("s0")


def test_an_article_that_moves_leaves_its_old_story(desk, made, story):
    one, two = made(1), made(2)
    desk.save("1", "d", one, ())
    desk.save("2", "d", two, (story(one, two),))
    desk.file((story(one), story(two)), ())
    assert [len(item.members) for item in desk.stories(Query()).items] == [1, 1]
    assert desk.check() == []


def test_problems_count_their_attempts_and_go_when_the_page_is_read(desk, made):
    desk.report([Problem("fetch", "timeout", "https://a.example/1"), Problem("extract", "empty", "https://a.example/2")])
    desk.report([Problem("fetch", "timeout", "https://a.example/1")])
    assert [problem.attempts for problem in desk.problems()] == [2, 1]
    desk.save("https://a.example/1", "d", made(1), ())
    assert [problem.url[-1] for problem in desk.problems()] == ["2"]


def test_search_finds_words_ranks_titles_first_and_marks_them(desk, made):
    for reading in (
        made(1, "Harvest", "A long text in which grain is named once among other things."),
        made(2, "Grain", "Grain again."),
        *(made(number, f"Football {number}", "Nothing of it.") for number in range(3, 9)),
    ):
        desk.save(reading.article.url, "d", reading, ())
    found = desk.search(Query(text="grain"))
    assert [hit.title for hit in found.items] == ["Grain", "Harvest"]
    assert found.items[0].score > found.items[1].score > 0
    assert "[grain]" in found.items[1].snippet
    assert {hit.title[:8] for hit in desk.search(Query(text="-grain")).items} == {"Football"}
    first = desk.search(Query(text="grain", limit=1))
    assert [hit.title for hit in desk.search(Query(text="grain", limit=1, after=first.next)).items] == ["Harvest"]


def test_what_holds_after_reopening_is_what_was_saved(tmp_path, made, story):
    store = Sqlite(str(tmp_path), Index())
    store.save("ask", "d1", made(1), (story(made(1)),))
    store.close()
    again = Sqlite(str(tmp_path), Index())
    assert list(again.readings()) == [made(1)]
    assert again.check() == []
    again.close()


@pytest.mark.parametrize("content", [b"these are my notes", b"SQLite format 3\x00" + b"junk" * 50, b"\0" * 500])
def test_a_file_that_is_no_desk_is_refused_and_not_touched(tmp_path, content):
    file = tmp_path / "desk.sqlite"
    file.write_bytes(content)
    with pytest.raises(StoreError, match="not a desk"):
        Sqlite(str(tmp_path), Index())
    assert file.read_bytes() == content
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk.sqlite"]


def test_another_programs_database_is_refused_and_not_touched(tmp_path):
    file = tmp_path / "desk.sqlite"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE mine (a)")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Sqlite(str(tmp_path), Index())
    assert file.read_bytes() == before


def test_a_damaged_desk_says_so(tmp_path, made):
    store = Sqlite(str(tmp_path), Index())
    for number in range(50):
        store.save(str(number), "d", made(number), ())
    store.close()
    file = tmp_path / "desk.sqlite"
    raw = bytearray(file.read_bytes())
    raw[4096:] = b"\x13" * (len(raw) - 4096)
    file.write_bytes(raw)
    with pytest.raises(StoreError, match="damaged"):
        list(Sqlite(str(tmp_path), Index()).readings())


def test_a_desk_of_a_newer_version_is_refused(tmp_path):
    Sqlite(str(tmp_path), Index()).close()
    with sqlite3.connect(tmp_path / "desk.sqlite") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StoreError, match="newer version"):
        Sqlite(str(tmp_path), Index())


def test_a_locked_desk_says_so(tmp_path, made, story):
    store = Sqlite(str(tmp_path), Index(), timeout=0.1)
    other = sqlite3.connect(tmp_path / "desk.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked by another program"):
        store.save("ask", "d", made(1), ())
    other.execute("ROLLBACK")
    other.close()
    assert store.save("ask", "d", made(1), ()) == "new"
    store.close()


WRITER = """
import sys
sys.path.insert(0, {tests!r})
from conftest import make_reading as made, make_story as story
from dragoman.search.index import Index
from dragoman.store.sqlite import Sqlite
store = Sqlite(sys.argv[1], Index())
for number in range(100000):
    reading = made(number)
    store.save(str(number), "d", reading, (story(reading),))
    print(number, flush=True)
"""


def test_a_kill_in_the_middle_of_writing_leaves_a_sound_desk(tmp_path):
    code = WRITER.format(tests=os.path.dirname(__file__))
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    for line in process.stdout:
        if int(line) >= 30:
            break
    time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    store = Sqlite(str(tmp_path), Index())
    held = list(store.readings())
    assert len(held) >= 31
    assert store.check() == []
    assert all(store.known(reading.article.url.rsplit("/", 1)[1], "d") for reading in held)
    assert len(store.stories(Query(limit=10_000)).items) == len(held)
    store.close()


READER = """
import sys, time
from dragoman.search.index import Index
from dragoman.store.sqlite import Sqlite
store = Sqlite(sys.argv[1], Index())
deadline, seen = time.monotonic() + 30, 0
while seen < 40 and time.monotonic() < deadline:
    seen = len(list(store.readings()))
print(seen, store.check())
"""


def test_two_processes_read_while_one_writes(tmp_path, made):
    store = Sqlite(str(tmp_path), Index())
    readers = [subprocess.Popen([sys.executable, "-c", READER, str(tmp_path)], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    for number in range(40):
        store.save(str(number), "d", made(number), ())
    assert [reader.communicate(timeout=60)[0].strip() for reader in readers] == ["40 []", "40 []"]
    store.close()
