from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.facts.imagecredits import label_off, split


@pytest.mark.parametrize(
    ("caption", "rest", "credit"),
    [
        ("The bridge at dawn. (Photo: Jane Doe/AFP)", "The bridge at dawn.", "Jane Doe/AFP"),
        ("The bridge. Jane Doe/Reuters", "The bridge.", "Jane Doe/Reuters"),
        ("A bridge | Credit: NASA", "A bridge", "NASA"),
        ("The bridge. Photo by Jane Doe for the Gazette", "The bridge.", "Jane Doe for the Gazette"),
        ("Leaders met on Tuesday (AP Photo/Jane Doe)", "Leaders met on Tuesday", "AP Photo/Jane Doe"),
        ("Мост. Фото: Иван Иванов / ТАСС", "Мост.", "Иван Иванов / ТАСС"),
        ("Le pont. © Jane Doe", "Le pont.", "Jane Doe"),
        ("Die Brücke. Foto: dpa", "Die Brücke.", "dpa"),
        ("大桥通车（图/新华社）", "大桥通车", "新华社"),
        ("桥。新华社记者 王小明 摄", "桥。", "新华社记者 王小明 摄"),
        ("桥上的车流。视觉中国 图", "桥上的车流。", "视觉中国 图"),
    ],
)
def test_a_credit_is_split_off_its_caption(caption: str, rest: str, credit: str) -> None:
    assert split(caption) == (rest, credit)


@pytest.mark.parametrize(
    "caption",
    [
        "The bridge collapsed in 2020: a photo shows the pillars.",
        "The bridge seen from the Reuters office (left).",
        "The mayor said the source: the river, rose again in the night and would rise further before the morning comes.",
        "资料图",
        "",
    ],
)
def test_a_caption_without_a_credit_is_left_whole(caption: str) -> None:
    assert split(caption) == (caption, None)


def test_a_marked_credit_loses_its_label() -> None:
    assert label_off("(Photo: Jane Doe)") == "Jane Doe"
    assert label_off("Jane Doe") == "Jane Doe"


@given(st.text(max_size=120))
def test_no_caption_breaks_the_reader(caption: str) -> None:
    rest, credit = split(caption)
    assert credit is None or credit in " ".join(caption.split()) or credit
    assert len(rest) <= len(caption) + 1
