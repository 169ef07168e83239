from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.names import base_key, compatible, initials, is_abbreviation, key, parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("北約", "北约"),
        ("Queen’s College", "queen's college"),
        ("Совет Россия — НАТО", "Совет Россия-НАТО"),
        ("«Вагнер»", "Вагнер"),
        ("Ёлкин", "елкин"),
    ],
)
def test_equal_names_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)


def test_base_keys_meet_across_cases() -> None:
    assert base_key("Совета Европы", "ru") == base_key("Совет Европы", "ru")


def test_parts_of_a_name_split_at_dots_and_spaces_but_not_at_hyphens() -> None:
    assert parts("让-伊夫·勒德里昂") == ("让-伊夫", "勒德里昂")
    assert parts("J. D. Vance") == ("j", "d", "vance")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sam Sample", "Samuel Sample", True),
        ("S. Sample", "Samuel Sample", True),
        ("Sam A. Sample", "Sam Sample", True),
        ("Joe Sample", "Sam Sample", False),
        ("Sam Brown", "Sam Sample", False),
    ],
)
def test_names_are_compatible_when_nothing_contradicts(one: str, other: str, same: bool) -> None:
    assert compatible(parts(one), parts(other)) is same


@pytest.mark.parametrize(
    ("short", "long", "holds"),
    [
        ("WTO", "World Trade Organization", True),
        ("世卫组织", "世界卫生组织", True),
        ("ВТО", "Всемирная торговая организация", True),
        ("OSCE", "Organization for Security and Co-operation in Europe", True),
        ("IMF", "World Bank", False),
        ("组织", "世界卫生组织", False),
        ("World Bank", "WB", False),
    ],
)
def test_an_abbreviation_takes_its_letters_in_order(short: str, long: str, holds: bool) -> None:
    assert is_abbreviation(short, long) is holds


def test_initials_count_joined_words_apart() -> None:
    assert initials("Co-operation in Europe") == "coie"
