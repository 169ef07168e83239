from datetime import date

import pytest

from dragoman.cluster.card import card, interval
from dragoman.model.article import Published


def day(text):
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (Published("2022-01-12", "day"), ("2022-01-12", "2022-01-12")),
        (Published("2022-01-12T09:30+01:00", "minute"), ("2022-01-12", "2022-01-12")),
        (Published("2021-12", "month"), ("2021-12-01", "2021-12-31")),
        (Published("2021", "year"), ("2021-01-01", "2021-12-31")),
        (Published(None, "unknown", "", "2021-12-30", "2022-01-09"), ("2021-12-30", "2022-01-09")),
        (Published(None, "unknown", "", None, "2022-01-09"), (None, "2022-01-09")),
        (Published(), (None, None)),
        (Published("2022-02-31", "day"), (None, None)),
    ],
)
def test_publication_is_an_interval_of_days(published, expected):
    assert interval(published) == tuple(day(bound) if bound else None for bound in expected)


def test_a_card_holds_what_tells_stories_apart(made):
    reading = made(
        "a1", "Talks on day 3", "Ministers met.", day="2022-01-10", source="a.example", entities=("NATO", "RU"), places=("geneva",),
        days=("2022-01-09",), event_days=("2022-01-12",), figures=((100000, "people"), (3, None)),
    )  # fmt: skip
    found = card(reading)
    assert found.entities == {"NATO": 1.0, "RU": 0.5}
    assert list(found.places) == ["place:geneva"]
    assert found.days == {day("2022-01-09"): 1.0, day("2022-01-12"): 2.0}
    assert found.figures == ("100000 people",)
    assert found.anchors == {"day": "3"}
    assert found.vector == reading.vector


def test_a_lone_headline_is_read_as_the_title(made):
    assert card(made("a1", "", "Protests enter day 3")).anchors == {"day": "3"}
