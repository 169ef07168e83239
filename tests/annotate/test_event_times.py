from __future__ import annotations

import re

from dragoman.annotate.event_clauses import clauses
from dragoman.annotate.event_lexicon import lexicon, triggers
from dragoman.annotate.event_times import assign, cut, moments, moved
from dragoman.model.annotations import TimeExpression


def times(text: str, days: dict[str, str], precision: str = "day") -> list[TimeExpression]:
    return [
        TimeExpression(hit.start(), hit.end(), hit[0], day, precision, "date", day, day)  # type: ignore[arg-type]
        for surface, day in days.items()
        for hit in re.finditer(re.escape(surface), text)
    ]


def dated(text: str, days: dict[str, str], language: str = "en") -> dict[str, list[str]]:
    book = lexicon(language)
    words, found = triggers(text, book), moments(text, times(text, days), book)
    chosen = assign(words, found, clauses(text, (0, len(text)), book), book)
    return {text[words[key].start : words[key].end]: [one.earliest for one in value] for key, value in chosen.items()}


def test_dates_are_cut_to_their_precision() -> None:
    assert [cut("2023-05-03", precision) for precision in ("day", "month", "part of month", "year")] == [  # type: ignore[arg-type]
        "2023-05-03",
        "2023-05",
        "2023-05",
        "2023",
    ]


def test_each_event_word_takes_its_nearest_time() -> None:
    text = "They signed on Monday and met on Friday."
    assert dated(text, {"Monday": "2023-05-01", "Friday": "2023-05-05"}) == {"signed": ["2023-05-01"], "met": ["2023-05-05"]}


def test_a_time_in_front_frames_the_clauses_behind_it() -> None:
    assert dated("On Monday, the two sides met.", {"Monday": "2023-05-01"}) == {"met": ["2023-05-01"]}


def test_a_time_does_not_cross_a_semicolon() -> None:
    assert dated("On Monday, it rained; the two sides met.", {"Monday": "2023-05-01"}) == {}


def test_two_days_joined_by_a_dash_are_one_range() -> None:
    text = "They met on May 3-May 4."
    (one,) = moments(text, times(text, {"May 3": "2023-05-03", "May 4": "2023-05-04"}), lexicon("en"))
    assert (one.earliest, one.latest) == ("2023-05-03", "2023-05-04")


def test_listed_times_form_a_series() -> None:
    text = "two rounds of talks on 3 May and 9 May"
    assert dated(text, {"3 May": "2023-05-03", "9 May": "2023-05-09"})["talks"] == ["2023-05-03", "2023-05-09"]


def test_bounding_times_and_names_of_things_are_left_out() -> None:
    book = lexicon("en")
    for text in ("since 3 May", "the 3 May agreement"):
        assert moments(text, times(text, {"3 May": "2023-05-03"}), book) == []


def test_what_was_moved_has_an_old_and_a_new_date() -> None:
    book, text = lexicon("en"), "moved from 3 May to 9 May"
    old, new = moved(text, times(text, {"3 May": "2023-05-03", "9 May": "2023-05-09"}), 5, "2023-04-20", book)
    assert old is not None
    assert new is not None
    assert (old.earliest, new.earliest) == ("2023-05-03", "2023-05-09")
    assert moved("put off", [], 3, None, book) == (None, None)


def test_moved_days_without_a_year_lie_next_to_the_date_of_writing() -> None:
    book, text = lexicon("en"), "moved from 3 May to 9 May"
    found = moved(text, times(text, {"3 May": "2022-05-03", "9 May": "2022-05-09"}), 5, "2023-04-20", book)
    assert [one.earliest for one in found if one] == ["2023-05-03", "2023-05-09"]
