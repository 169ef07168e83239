from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.link.match import likeness, likenesses, scores

OTHERS = ["Anderson", "Kowalski", "Moreau", "Fischer", "Rossi", "Tanaka", "Petrov", "Nguyen", "Silva", "Haddad"]


@pytest.mark.parametrize(
    ("name", "language", "same"),
    [
        ("莫罗", "zh", "Moreau"),
        ("安德森", "zh", "Anderson"),
        ("Ковальский", "ru", "Kowalski"),
        ("フィッシャー", "ja", "Fischer"),
        ("حداد", "ar", "Haddad"),
        ("Фішер", "uk", "Fischer"),
    ],
)
def test_the_same_name_in_another_script_scores_best(name: str, language: str, same: str) -> None:
    found = scores(name, language, [(other, "en") for other in OTHERS])
    assert OTHERS[max(range(len(OTHERS)), key=found.__getitem__)] == same


def test_equal_names_score_one() -> None:
    assert scores("Rossi", "it", [("Rossi", "en")]) == [1.0]


def test_a_surname_matches_the_last_part_of_a_full_name() -> None:
    full, other = scores("安德森", "zh", [("Lars Anderson", "en"), ("Lars Petersen", "en")])
    assert full >= 0.5 > other


def test_nothing_to_compare_scores_nothing() -> None:
    assert scores("Rossi", "it", []) == []
    assert scores("!", "en", [("Rossi", "it")]) == pytest.approx([0.0], abs=0.01)


@settings(deadline=None)
@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(["zh", "ru", "en", "ar"]))
def test_scores_are_between_nothing_and_one(one: str, other: str, language: str) -> None:
    assert all(0.0 <= score <= 1.0 for score in scores(one, language, [(other, "en")]))


def test_translated_names_of_one_known_body_are_the_same() -> None:
    assert scores("欧安组织", "zh", [("OSCE", "en"), ("ОБСЕ", "ru"), ("NATO", "en")])[:2] == [1.0, 1.0]
    assert scores("Польша", "ru", [("Poland", "en"), ("Holland", "en")])[0] == 1.0


def test_a_chinese_person_is_known_by_pinyin_and_not_by_a_loose_sound() -> None:
    read, loose = likenesses("张伟文", "zh", [("Zhang Weiwen", "en"), ("Chang Veivin", "en")])
    assert (read.way, read.score >= 0.9) == ("reading", True)
    assert (loose.way, loose.score < 0.5) == ("sound", True)


def test_the_evidence_is_told() -> None:
    assert likeness(("Rossi", "it"), ("ROSSI", "en")).way == "equal"
    assert likeness(("欧安组织", "zh"), ("OSCE", "en")).way == "listed"
    assert likeness(("Ковальский", "ru"), ("Kowalski", "en")).way == "sound"


def test_short_names_need_context() -> None:
    assert likeness(("米利", "zh"), ("Milley", "en")).needs_context
    assert not likeness(("Ковальский", "ru"), ("Kowalski", "en")).needs_context
    assert not likeness(("王毅", "zh"), ("Wang Yi", "en")).needs_context
