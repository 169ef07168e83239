from __future__ import annotations

import pytest

from dragoman.extract.lines.assemble import Draft, body, furniture, is_date_line
from dragoman.extract.lines.furniture import Line
from dragoman.extract.lines.phrases import Label

BODY = Label("body", "")


def test_what_is_taken_out_knows_where_it_stood() -> None:
    draft = Draft()
    lines = [Line("First paragraph."), Line("Advertisement"), Line("Second paragraph.")]
    body(draft, lines, [BODY, Label("ad", "advertising label"), BODY])
    assert draft.text == "First paragraph.\n\nSecond paragraph."
    (removed,) = draft.removed_lines()
    assert (removed.kind, removed.text, removed.reason) == ("ad", "Advertisement", "advertising label")
    assert draft.text[removed.at :] == "Second paragraph."


def test_dateline_and_reporters_leave_the_text_and_are_kept() -> None:
    draft = Draft()
    body(draft, [Line("PARIS (AP) — The council met."), Line("王小明说，大桥通车了。（本报记者 王小明）")], [BODY, BODY])
    assert draft.paragraphs == ["The council met.", "王小明说，大桥通车了。"]
    assert draft.dateline == "PARIS"
    assert draft.authors == ("王小明",)
    assert [one.kind for one in draft.removed_lines()] == ["dateline", "byline"]


def test_a_pointer_to_another_story_becomes_a_link_with_its_headline() -> None:
    draft = Draft()
    furniture(draft, Line("Read more: Mayor opens the new library", href="/x"), Label("related", "pointer"))
    assert [(link.title, link.url) for link in draft.related] == [("Mayor opens the new library", "/x")]


def test_a_story_offered_twice_and_a_notice_of_one_kind_are_kept_once() -> None:
    draft = Draft()
    for href in (None, "/x", "/x"):
        furniture(draft, Line("Mayor opens the new library", href=href), Label("related", "pointer"))
        furniture(draft, Line("All rights reserved."), Label("disclaimer", "rights", "copyright"))
    assert [(link.title, link.url) for link in draft.related] == [("Mayor opens the new library", "/x")]
    assert [(notice.kind, notice.text) for notice in draft.notices] == [("copyright", "All rights reserved.")]
    assert len(draft.removed) == 6


def test_a_heading_and_the_lines_under_it_are_one_notice() -> None:
    draft = Draft()
    draft.take_out(Label("disclaimer", "heading", "reprint", True), "免责声明")
    draft.take_out(Label("disclaimer", "under: heading"), "一、示例。")
    draft.take_out(Label("disclaimer", "under: heading"), "二、例子。")
    draft.take_out(Label("navigation", "page control"), "Home")
    draft.take_out(Label("disclaimer", "another"), "Words of another kind")
    assert [notice.text for notice in draft.notices if notice.kind == "reprint"] == ["免责声明\n一、示例。\n二、例子。"]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Publié le 07 février 2024 à 17h45, modifié le 08 février 2024 à 09h03 · Lecture 3 min.", True),
        ("Last updated: 14 March 2022, 09:30", True),
        ("Published reports of 2020 say otherwise, and nobody has denied them.", False),
        ("A bridge of 1920 is closed", False),
    ],
)
def test_a_line_of_dates_begins_with_its_label(line: str, is_one: bool) -> None:
    assert is_date_line(line) is is_one
