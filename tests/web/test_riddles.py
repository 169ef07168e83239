"""Riddles in forms."""

from __future__ import annotations

from dragoman.web import riddles, tongues
from dragoman.web.asked import Asked
from web.entry import Portal


def asked(typed: dict[str, str], code: str = "en") -> Asked:
    return Asked("/login", tongues.get(code), typed, typed=frozenset(typed))


def test_digits_are_told_in_words_of_the_readers_language(desk) -> None:
    accounts = Portal(desk).accounts
    for code in sorted(tongues.codes()):
        made = riddles.shown(accounts, asked({"how": "words"}, code))
        digits = accounts.riddles.digits(made.note, accounts.clock.now())
        assert [tongues.get(code).catalog.gettext(riddles.DIGITS[int(digit)]) for digit in digits] == list(made.words)


def test_a_picture_is_shown_unless_words_are_asked_for(desk) -> None:
    accounts = Portal(desk).accounts
    assert riddles.shown(accounts, asked({})).words == ()
    assert riddles.another(asked({"how": "picture"}))
    assert not riddles.another(asked({"name": "x"}))


def test_the_right_answer_counts_once(desk) -> None:
    accounts = Portal(desk).accounts
    note = accounts.riddles.new(accounts.clock.now())
    typed = {"riddle": note, "answer": accounts.riddles.digits(note, accounts.clock.now()) or ""}
    assert riddles.solved(accounts, asked(typed))
    assert not riddles.solved(accounts, asked(typed))
    assert not riddles.solved(accounts, asked({}))
