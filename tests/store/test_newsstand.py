import pytest
from msgspec.structs import replace
from sqlalchemy import delete

from dragoman.model.annotations import Topic
from dragoman.model.query import Query
from dragoman.ports_news import Newsstand
from dragoman.store import STORES
from dragoman.store.tables import ARTICLES, MEMBERS, READINGS

DAYS = ("2023-05-01", "2023-05-02", "2023-05-02", "2023-05-03", None)


@pytest.fixture
def store(made, story):
    held = STORES.make("memory", path=None)
    readings = [
        made(number, source="lemonde.fr" if number % 2 else "tass.ru", language="fr" if number % 2 else "ru", day=day)
        for number, day in enumerate(DAYS)
    ]
    readings[0] = replace(
        readings[0], topics=(Topic("medtop:1", "x", 0.5),), article=replace(readings[0].article, section="World", text="Grain and cod.")
    )
    for reading in readings:
        held.save(reading.article.url, "d", reading, [story(reading)])
    held.made = readings
    return held


def ids(found):
    return [article.id for article, _ in found.items]


def test_pages_stay_where_they_are_when_others_come_in_before_them(store, made):
    whole = ids(store.latest(Query()))
    first = store.latest(Query(limit=2))
    store.save("new", "d", made(9, day="2023-05-09"), ())
    second = store.latest(Query(limit=2, after=first.next))
    third = store.latest(Query(limit=2, after=second.next))
    assert ids(first) + ids(second) + ids(third) == whole
    assert third.next is None
    assert len(whole) == len(DAYS)
    assert whole[-1] == store.made[4].article.id


def test_each_article_comes_with_its_story(store):
    assert {article.id: story for article, story in store.latest(Query()).items} == store.homes(
        store.articles([*map(_id, store.made), "a0"])
    )


def _id(reading):
    return reading.article.id


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        (Query(language="fr"), {1, 3}),
        (Query(country="RU"), {0, 2, 4}),
        (Query(source="lemonde.fr", since="2023-05-03"), {3}),
        (Query(until="2023-05-01"), {0}),
        (Query(section="World"), {0}),
        (Query(topic="medtop:1"), {0}),
        (Query(text="cod"), {0}),
        (Query(text="-cod", language="ru"), {2, 4}),
        (Query(country="US"), set()),
    ],
)
def test_filters(store, query, numbers):
    wanted = {store.made[number].article.id for number in numbers}
    assert set(ids(store.latest(query))) == wanted
    assert store.many(query) == len(wanted)
    assert {reading.article.id for reading in store.readings(query)} == wanted


def test_stories_know_the_filters_too(store):
    assert len(store.stories(Query(country="RU")).items) == 3
    assert len(store.stories(Query(topic="medtop:1", section="World")).items) == 1


def test_tallies_are_of_the_newest_versions_most_first(store):
    found = store.tallies()
    assert found.articles == len(DAYS)
    assert [(one.value, one.articles) for one in found.languages] == [("ru", 3), ("fr", 2)]
    assert [(one.value, one.articles) for one in found.countries] == [("RU", 3), ("FR", 2)]
    assert [(one.value, one.title) for one in found.sources] == [("tass.ru", "tass.ru"), ("lemonde.fr", "lemonde.fr")]
    assert [one.value for one in found.sections] == ["World"]
    assert [one.value for one in found.topics] == ["medtop:1"]
    assert [(one.value, one.articles) for one in found.days] == [("2023-05-03", 1), ("2023-05-02", 2), ("2023-05-01", 1)]


def test_what_arrived_comes_in_the_order_of_arrival(store, made):
    last = store.arrived(-1, 2)
    assert [article.id for _, article, _ in last] == [store.made[3].article.id, store.made[4].article.id]
    assert store.arrived(last[-1][0], 10) == ()
    pulse = store.pulse()
    store.save("new", "d", made(9, day="2020-01-01"), ())
    assert store.pulse() != pulse
    ((number, article, story),) = store.arrived(last[-1][0], 10)
    assert number > last[-1][0]
    assert (article.url, story) == ("https://a.example/9", None)


def test_an_article_that_is_taken_away_leaves_the_list(store):
    gone, pulse = store.made[0].article.id, store.pulse()
    with store._writing() as connection:
        connection.execute(delete(MEMBERS).where(MEMBERS.c.article == gone))
        connection.execute(delete(READINGS).where(READINGS.c.article == gone))
        connection.exec_driver_sql("DELETE FROM ledger WHERE article = ?", (gone,))
        connection.execute(delete(ARTICLES).where(ARTICLES.c.id == gone))
    assert gone not in ids(store.latest(Query()))
    assert store.many(Query(topic="medtop:1")) == 0
    assert store.pulse() != pulse


def test_a_store_is_a_newsstand(store):
    assert isinstance(store, Newsstand)
