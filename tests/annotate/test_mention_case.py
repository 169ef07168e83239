from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.mention_case import recased


def test_a_headline_in_title_case_keeps_capitals_only_where_a_name_may_begin() -> None:
    text = "Waldorf Power Plant Rules Face Key Test\nThe rules of Waldorf face a test."
    assert recased(text, "en").split("\n")[0] == "Waldorf power plant rules face key test"


def test_a_line_in_capitals_is_read_as_a_sentence() -> None:
    text = "MINISTERS MEET IN ZAGREB OVER NATO\nThe ministers met in Zagreb. NATO was not there."
    assert recased(text, "en").split("\n")[0] == "ministers meet in Zagreb over NATO"


def test_a_dateline_in_capitals_has_one_where_the_text_writes_it_so() -> None:
    assert recased("ZAGREB (AP) - It rained.\nIn Zagreb it rained.", "en").startswith("Zagreb (AP) -")


def test_running_text_and_other_languages_stay_as_they_are() -> None:
    text = "Anna Weber, Paul Jones and Mary Brown met in Zagreb on Monday to talk about the rules of NATO."
    assert recased(text, "en") == text
    assert recased("МИНИСТРЫ ВСТРЕТИЛИСЬ В ЗАГРЕБЕ ВЧЕРА", "ru") == "МИНИСТРЫ ВСТРЕТИЛИСЬ В ЗАГРЕБЕ ВЧЕРА"


@given(st.text(max_size=80))
def test_the_length_never_changes(text: str) -> None:
    assert len(recased(text, "en")) == len(text)
