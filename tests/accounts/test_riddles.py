"""Riddles work once, for some minutes, and only those of this desk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.accounts.riddles import Riddles
from dragoman.accounts.secrecy import after

NOW = "2031-03-10T10:00:00+00:00"


@pytest.fixture
def riddles() -> Riddles:
    return made()


def made() -> Riddles:
    spent: set[str] = set()

    def spend(key: str, expires: str, now: str) -> bool:
        new = key not in spent
        spent.add(key)
        return new

    return Riddles("secret", spend)


def test_a_right_answer_counts_once(riddles: Riddles) -> None:
    riddle = riddles.new(NOW)
    digits = riddles.digits(riddle, NOW)
    assert digits is not None
    assert len(digits) == 5
    assert riddles.solved(riddle, digits, NOW)
    assert not riddles.solved(riddle, digits, NOW)


def test_a_wrong_answer_uses_it_up(riddles: Riddles) -> None:
    riddle = riddles.new(NOW)
    digits = riddles.digits(riddle, NOW) or ""
    assert not riddles.solved(riddle, "", NOW)
    assert not riddles.solved(riddle, digits, NOW)


def test_digits_may_be_typed_in_any_script_and_with_blanks(riddles: Riddles) -> None:
    riddle = riddles.new(NOW)
    digits = riddles.digits(riddle, NOW) or ""
    assert riddles.solved(riddle, " ".join(digits.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))), NOW)


def test_an_old_one_a_foreign_one_and_a_changed_one_are_none(riddles: Riddles) -> None:
    riddle = riddles.new(NOW)
    assert riddles.digits(riddle, after(NOW, minutes=10)) is None
    assert Riddles("other", lambda *_: True).digits(riddle, NOW) is None
    note, until, signed = riddle.split(".")
    assert riddles.digits(f"{note}.{int(until) + 1}.{signed}", NOW) is None


def test_riddles_differ(riddles: Riddles) -> None:
    assert len({riddles.digits(riddles.new(NOW), NOW) for _ in range(50)}) > 40


@given(st.text(), st.text())
def test_any_text_is_refused_quietly(riddle: str, answer: str) -> None:
    assert not made().solved(riddle, answer, NOW)
