from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.debris import mend

TITLE = "新大桥今天通车,市民出行更方便了?"


def test_a_description_with_a_tag_in_it_is_debris_and_the_words_behind_it_a_caption() -> None:
    mended = mend("新大桥今天通车,<a href=市民出行更方便了?”/>市长在桥上讲话", TITLE)
    assert (mended.text, mended.caption) == ("", "市长在桥上讲话")
    assert mended.debris


def test_a_sentence_behind_broken_mark_up_is_text() -> None:
    assert mend("新大桥今天通车,<a href=市民出行更方便了?”/>市长在桥上发表了讲话。", TITLE).text.endswith("市长在桥上发表了讲话。")


def test_words_that_are_not_the_title_stay() -> None:
    assert mend("The mayor <a href=spoke on the bridge”/> for an hour.", TITLE).text == "The mayor for an hour."


def test_leftover_tags_that_are_whole_just_go() -> None:
    mended = mend('The <b>mayor</b> <a href="/x">spoke</a> &amp; left.', TITLE)
    assert (mended.text, mended.debris) == ("The mayor spoke & left.", "")


@pytest.mark.parametrize("line", ["1 < 2", "plain words"])
def test_other_lines_stay_as_they_are(line: str) -> None:
    assert mend(line, TITLE).text == line


@given(st.text(alphabet="<>a='\"/ b&;新"), st.text(max_size=20))
def test_any_line_can_be_mended(line: str, title: str) -> None:
    assert isinstance(mend(line, title).text, str)
