from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.lines.debris import mend

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


@pytest.mark.parametrize(
    "line",
    [
        "@media (max-width: 600px) {",
        "(function(i,s){ i.x = s; })(window);",
        "var dataLayer = window.dataLayer || [];",
        ".byline { color: red; margin: 0 }",
        '{"@context": "https://schema.org", "name": "x"}',
        "});",
        "{{ article.title }}",
        "A1b2C3d4" * 20,
        "![The bridge](https://example.org/bridge.jpg)",
    ],
)
def test_scripts_style_sheets_templates_and_files_are_debris(line: str) -> None:
    mended = mend(line, TITLE)
    assert (mended.text, mended.caption) == ("", "")
    assert mended.debris == line


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The [mayor](https://example.org/mayor) spoke.", "The mayor spoke."),
        ("The mayor spoke. [gallery ids=1,2] He left.", "The mayor spoke. He left."),
        ("The mayor&nbsp;spoke&amp;nbsp;for an hour.", "The mayor spoke for an hour."),
        ("The {{name}} mayor spoke.", "The mayor spoke."),
        ("The mayor of [Springfield] (see there) spoke; he left.", "The mayor of [Springfield] (see there) spoke; he left."),
        ("He said: {we will see}.", "He said: {we will see}."),
        ("(He left.)", "(He left.)"),
    ],
)
def test_words_around_debris_stay(line: str, text: str) -> None:
    assert mend(line, TITLE).text == text


def test_the_words_in_a_caption_shortcode_are_a_caption() -> None:
    mended = mend('[caption id="attachment_1" width="300"]<img src="x.jpg"/> The mayor on the bridge[/caption]The mayor spoke.', TITLE)
    assert (mended.text, mended.caption) == ("The mayor spoke.", "The mayor on the bridge")
    assert "attachment_1" in mended.debris


@given(st.text(alphabet="[]!(){}$%;:=\"' aB1/<@.#", max_size=400))
def test_any_lump_can_be_mended(line: str) -> None:
    assert isinstance(mend(line, "").text, str)
