from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.lines.wrapped import unwrapped, width

PARAGRAPH = [
    "The council of Springfield met on Tuesday evening and agreed that the",
    "old bridge over the river would be closed to heavy traffic. Engineers",
    "had warned for months that the pillars were moving, and last week they",
    "repeated the warning in a letter to the mayor, who read it out aloud to",
    "everybody who was there and then promised that he would look into it.",
    "The new one opens in June.",
]
CHINESE = [
    "市政府今天宣布，新的大桥将于下个月正式通车，届时市民出行会更加方便",
    "，有关部门正在进行最后的准备工作，请大家耐心等待。旧的大桥将会在明",
    "年春天拆除，拆除工作预计持续三个月，其间附近的道路会有交通管制，请",
    "各位市民提前安排好自己的行程，也请留意市政府发布的最新通知，如有疑",
    "问，可以拨打市民热线，工作人员会为您解答。",
]


def test_a_paragraph_broken_at_a_fixed_width_is_one_line_again() -> None:
    assert unwrapped(PARAGRAPH) == [" ".join(PARAGRAPH)]


def test_scripts_without_spaces_are_joined_without_any() -> None:
    assert unwrapped(CHINESE) == ["".join(CHINESE)]


def test_an_indented_line_begins_a_paragraph() -> None:
    found = unwrapped([*PARAGRAPH[:5], "   " + PARAGRAPH[0], *PARAGRAPH[1:]])
    assert len(found) == 2


def test_empty_lines_part_paragraphs() -> None:
    assert unwrapped([*PARAGRAPH, "", *PARAGRAPH]) == [" ".join(PARAGRAPH), "", " ".join(PARAGRAPH)]


def test_a_list_of_headlines_of_like_length_stays_a_list() -> None:
    headlines = [f"Council number {number} closes its old bridge to all traffic in May..." for number in range(10, 20)]
    assert unwrapped(headlines) == headlines


def test_paragraphs_of_one_line_each_stay() -> None:
    paragraphs = [f"In year {number} the council of Springfield met and agreed on many things." for number in range(2001, 2011)]
    assert unwrapped(paragraphs) == paragraphs


def test_a_wide_character_takes_two_columns() -> None:
    assert (width("ab"), width("汉字")) == (2, 4)


@given(st.lists(st.text(max_size=80), max_size=12))
def test_nothing_is_lost(lines: list[str]) -> None:
    assert "".join("".join(lines).split()) == "".join("".join(unwrapped(lines)).split())
