from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.link.heard import logits, model
from dragoman.link.listed import listed


def odds(one: tuple[str, str], other: tuple[str, str]) -> float:
    return float(logits(*one, listed((other,)))[0])


@pytest.mark.parametrize(
    ("name", "language", "latin"),
    [
        ("Ласло Ковач", "ru", "Kovács László"),  # the family name first
        ("安德烈·科瓦尔斯基", "zh", "Andrzej Kowalski"),
        ("安德烈·科瓦尔斯基", "zh", "A. Kowalski"),
        ("Андрей Викторович Кузнецов", "ru", "Andrei Kuznetsov"),
        ("صامويل شوارتز", "ar", "Samuel Schwartz"),
    ],
)
def test_names_of_several_parts_match_in_any_order_with_initials_and_without_patronymics(name: str, language: str, latin: str) -> None:
    assert odds((name, language), (latin, "en")) > 0


def test_another_given_name_is_another_person() -> None:
    assert odds(("安德烈·科瓦尔斯基", "zh"), ("Roberto Kowalski", "en")) < 0
    assert odds(("安德烈·科瓦尔斯基", "zh"), ("R. Kowalski", "en")) < 0


def test_a_surname_alone_weighs_less() -> None:
    whole, bare = odds(("Иван Ковальский", "ru"), ("Ivan Kowalski", "en")), odds(("Ковальский", "ru"), ("Ivan Kowalski", "en"))
    assert whole > bare > odds(("Ковальский", "ru"), ("Kowalski Ivan", "en"))


def test_it_works_from_either_side() -> None:
    found = logits("Kowalski", "en", listed((("科瓦尔斯基", "zh"), ("施瓦茨", "zh"), ("Ковальский", "ru"), ("Шварц", "ru"))))
    assert found[0] > 0 > found[1]
    assert found[2] > 0 > found[3]


def test_chinese_characters_are_read_in_chinese_only() -> None:
    assert model("田中", "zh") is not None
    assert model("田中", "ja") is None
    assert model("Tanaka", "ja") is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=16), st.lists(st.text(max_size=16), max_size=4), st.sampled_from(["zh", "ru", "ar", "ja", "en", "uk"]))
def test_any_names_can_be_compared(name: str, others: list[str], language: str) -> None:
    found = logits(name, language, listed(tuple((other, "en") for other in others)))
    assert np.isfinite(found).all()
    assert len(found) == len(others)
