from __future__ import annotations

import pytest

from dragoman.annotate.event_clauses import Clause
from dragoman.annotate.event_lexicon import lexicon, triggers
from dragoman.annotate.event_status import Writing, is_unreal, status, writing
from dragoman.annotate.event_times import Moment
from dragoman.model.article import Published

DAY = Moment(0, 1, "2023-05-08", "2023-05-08", "day")


def state(text: str, written: str | None, language: str = "en") -> str | None:
    book = lexicon(language)
    return status(text, Clause(0, len(text), 0), triggers(text, book)[0], DAY, Writing(written, written), book)


@pytest.mark.parametrize(
    ("text", "language", "written", "expected"),
    [
        ("they will meet", "en", "2023-05-01", "announced"),
        ("they met", "en", "2023-05-09", "held"),
        ("they are meeting", "en", "2023-05-08", "ongoing"),
        ("the talks were postponed", "en", "2023-05-01", "moved"),
        ("the talks were called off", "en", "2023-05-01", "cancelled"),
        ("双方将举行会谈", "zh", None, "announced"),
        ("双方举行了会谈", "zh", None, "held"),
        ("会谈正在举行", "zh", "2023-05-08", "ongoing"),
        ("会谈推迟", "zh", "2023-05-01", "moved"),
        ("встреча состоится", "ru", None, "announced"),
        ("встреча прошла", "ru", None, "held"),
        ("переговоры идут", "ru", "2023-05-08", "ongoing"),
        ("встреча перенесена", "ru", "2023-05-01", "moved"),
        ("a meeting", "en", "2023-05-08", "unclear"),
    ],
)
def test_status_comes_from_cues_and_the_date_of_writing(text: str, language: str, written: str | None, expected: str) -> None:
    assert state(text, written, language) == expected


def test_nobody_announces_violence_to_a_calendar() -> None:
    assert state("they will be attacked", "2023-05-01") is None


def test_a_rumour_is_not_held() -> None:
    assert state("allegedly they met", "2023-05-09") == "unclear"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("they did not meet", "en"),
        ("if they meet", "en"),
        ("talks could be held", "en"),
        ("promised to meet", "en"),
        ("没有举行会谈", "zh"),
        ("如果会谈破裂", "zh"),
        ("если встреча сорвётся", "ru"),
        ("не встретились", "ru"),
    ],
)
def test_what_did_not_or_need_not_happen_is_unreal(text: str, language: str) -> None:
    book = lexicon(language)
    assert is_unreal(text, Clause(0, len(text), 0), triggers(text, book)[0], book)


@pytest.mark.parametrize("text", ["they met", "they agreed to meet", "talks made no progress", "they are to meet"])
def test_what_happened_or_is_scheduled_is_real(text: str) -> None:
    book = lexicon("en")
    assert not is_unreal(text, Clause(0, len(text), 0), triggers(text, book)[0], book)


def test_the_days_of_writing_are_the_date_or_its_bounds() -> None:
    assert writing(Published("2023-05-08T10:00Z", "minute")) == Writing("2023-05-08", "2023-05-08")
    assert writing(Published(None, "unknown", "", "2023-05-01", "2023-05-09")) == Writing("2023-05-01", "2023-05-09")
    assert writing(Published()) == Writing(None, None)
