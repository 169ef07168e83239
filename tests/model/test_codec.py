"""Values become JSON and come back the same."""

from __future__ import annotations

import msgspec
import pytest

from dragoman.model.article import Article, LanguageEvidence, Published, Removed, SourceRef
from dragoman.model.codec import from_json, to_json, to_plain
from dragoman.model.reading import Reading
from dragoman.model.story import Role


def reading() -> Reading:
    article = Article(
        "a1",
        "capture:1",
        SourceRef("s", "站"),
        "题",
        "文\n\n二",
        "zh",
        LanguageEvidence("script", 1.0),
        published=Published(None, "unknown", "why", "2021-12-30", "2022-01-09"),
        removed=(Removed("ad", "广告", "phrase", 0),),
    )
    return Reading(article=article, vector=(0.25, -0.5), made_by=("x@1",))


def test_a_reading_survives_the_round_trip() -> None:
    assert from_json(to_json(reading()), Reading) == reading()


def test_the_same_value_gives_the_same_bytes() -> None:
    assert to_json({"b": 1, "a": reading()}) == to_json({"a": reading(), "b": 1})


def test_roles_say_from_and_to() -> None:
    assert to_plain(Role("minister", "RU", "2004-03-09")) == {"title": "minister", "party": "RU", "from": "2004-03-09", "to": None}


def test_json_that_does_not_fit_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        from_json(b'{"article": 1}', Reading)
