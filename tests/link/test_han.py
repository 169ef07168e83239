from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.han import is_reading, readings, rules, surname_length, way


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("习近平", "reading"),
        ("習近平", "reading"),
        ("王毅", "reading"),
        ("欧阳振华", "reading"),
        ("曼德拉", "sound"),
        ("弗拉基米尔·普京", "sound"),
        ("马克龙", None),  # a family name first, and a foreigner all the same
        ("李", None),
        ("Macron", None),
        ("", None),
    ],
)
def test_how_a_name_in_chinese_characters_is_to_be_read(name: str, expected: str | None) -> None:
    assert way(name) == expected


@pytest.mark.parametrize(
    ("name", "latin"),
    [("习近平", "Xi Jinping"), ("習近平", "XI Jin-ping"), ("王毅", "Yi Wang"), ("欧阳修", "Xiu Ouyang"), ("吕布", "Lü Bu")],
)
def test_pinyin_is_known_in_either_order(name: str, latin: str) -> None:
    assert is_reading(name, latin)


@pytest.mark.parametrize(
    ("name", "latin"), [("习近平", "Si Jinping"), ("习近平", "Xi Jin"), ("王毅", "Wang Yilin"), ("", "Wang"), ("王毅", "")]
)
def test_what_is_merely_like_pinyin_is_not(name: str, latin: str) -> None:
    assert not is_reading(name, latin)


@given(st.text(max_size=8), st.text(max_size=8))
def test_any_text_can_be_asked(name: str, latin: str) -> None:
    assert way(name) in ("reading", "sound", None)
    assert is_reading(name, latin) in (True, False)
    assert all(isinstance(one, frozenset) for one in readings(name))


def test_family_names_are_one_or_two_characters() -> None:
    known = rules()
    assert all(len(one) == 1 for one in known.single)
    assert all(len(one) == 2 for one in known.double)
    assert surname_length("欧阳修") == 2
    assert surname_length("普京") == 0
