"""Ids are a function of their parts alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.ids import article_id, capture_url, digest, story_id


def test_ids_are_the_same_on_every_machine() -> None:
    assert digest("a", "b") == "ad2fbbf2e07b42c7"
    assert article_id("u", "t", "x") == "a" + digest("u", "t", "x")
    assert capture_url(b"page").startswith("capture:")


@given(st.text(), st.text())
def test_parts_do_not_run_into_each_other(one: str, two: str) -> None:
    assert digest(one, two) != digest(one + two)
    assert digest(one, two) == digest(one, two)


def test_another_text_of_the_same_address_is_another_article() -> None:
    assert article_id("u", "t", "one") != article_id("u", "t", "two")
    assert story_id("a1") != story_id("a2")
