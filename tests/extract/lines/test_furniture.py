from __future__ import annotations

from dragoman.extract.lines.furniture import CAPTURED, Line, is_prose, label_body

PROSE = "The committee met on Tuesday and agreed that the budget of the coming year would be discussed once more before the summer."


def test_a_headline_between_paragraphs_is_another_story_and_a_short_one_a_subhead() -> None:
    lines = [
        Line(text) for text in (PROSE, "Mayor rejects the plan for a second bridge over the river", PROSE, "What comes next", PROSE, PROSE)
    ]
    assert [label.kind for label in label_body(lines)] == ["body", "related", "body", "subhead", "body", "body"]


def test_between_whole_paragraphs_of_a_capture_a_shorter_headline_is_another_story() -> None:
    lines = [Line(text) for text in (PROSE, PROSE, "What the mayor wants from the council", PROSE, "She said so twice.", PROSE)]
    assert [label.kind for label in label_body(lines)][2] == "subhead"
    assert [label.kind for label in label_body(lines, CAPTURED)][2] == "related"


def test_a_line_that_ends_as_only_headlines_do_is_another_story() -> None:
    lines = [Line(text) for text in (PROSE, PROSE, "The bridge, explained", PROSE, PROSE)]
    assert [label.kind for label in label_body(lines)] == ["body", "body", "related", "body", "body"]


def test_a_list_under_read_more_lasts_until_prose_goes_on() -> None:
    lines = [Line(text) for text in (PROSE, "Read more:", "Mayor opens bridge", "Who pays for it?", PROSE)]
    assert [label.kind for label in label_body(lines)] == ["body", "related", "related", "related", "body"]


def test_lines_that_are_links_are_related_stories() -> None:
    assert label_body([Line("A story elsewhere", linked=True, href="/x")])[0].kind == "related"


def test_verse_is_left_alone() -> None:
    lines = [Line(f"a line of verse that never ends with any mark number {number}") for number in range(6)]
    assert {label.kind for label in label_body(lines)} == {"body"}


def test_prose_is_told_from_headlines() -> None:
    assert is_prose(PROSE)
    assert not is_prose("How did we get here?")


def test_a_label_and_a_link_point_to_another_story_in_whatever_language() -> None:
    text = "Läs också: Simhallen stängs i sommar för ombyggnad"
    pointer = Line(text, link=round((len(text) - len("Läs också: ")) / len(text), 3))
    assert label_body([pointer])[0].kind == "related"
    assert label_body([Line(text)])[0].kind == "body"


def test_a_question_that_begins_with_a_name_is_asked_in_an_interview() -> None:
    assert label_body([Line("记者：大桥什么时候开放？")])[0].kind == "body"
