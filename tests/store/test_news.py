import pytest
from msgspec.structs import replace
from sqlalchemy import select

from dragoman.model.annotations import Stance, Topic
from dragoman.model.article import Published
from dragoman.model.spans import Evidence
from dragoman.store import STORES, news
from dragoman.store.tables import NEWS, PULSE, SUBJECTS


@pytest.mark.parametrize(
    ("published", "at"),
    [
        (Published("2031-03-10T00:30+01:00", "minute"), "2031-03-09T23:30"),
        (Published("2031-03-10T09:30", "minute"), "2031-03-10T09:30"),
        (Published("2031-03-10", "day"), "2031-03-10"),
        (Published("2031-03", "month"), "2031-03"),
        (Published("2031-03-10Tnoon", "day"), "2031-03-10"),
        (Published(None, "unknown", "", "2031-03-09", "2031-03-14"), "2031-03-14"),
        (Published(), ""),
    ],
)
def test_the_moment_is_as_fine_as_it_is_known(published, at):
    assert news.moment(published) == at


def test_the_country_is_that_of_the_source_else_of_the_known_outlet(made):
    article = made(1, source="lemonde.fr").article
    assert news.country(article) == "FR"
    assert news.country(replace(article, source=replace(article.source, country="BE"))) == "BE"
    assert news.country(made(2, source="nobody.example").article) == ""


def test_subjects_are_topics_and_issues(made):
    stance = Stance("RU", "demand", "sanctions", "x", Evidence("a", 0, 1, "x"))
    reading = replace(made(1), topics=(Topic("medtop:11000000", "politics", 0.5),), stances=(stance,))
    assert news.subjects(reading) == ["medtop:11000000", "sanctions"]


def test_only_the_newest_version_is_listed_and_the_pulse_rises(made):
    store = STORES.make("memory", path=None)
    first, second = made(1), made(1, text="They met again.")
    beats = []
    for digest, reading in (("a", first), ("b", second)):
        store.save("x", digest, reading, ())
        with store._reading() as connection:
            assert connection.scalars(select(NEWS.c.id)).all() == [reading.article.id]
            assert connection.scalars(select(SUBJECTS.c.subject)).all() == []
            beats.append(connection.scalar(select(PULSE.c.beat)))
    assert beats == sorted(set(beats))
