"""Accounts as the settings say."""

import pytest

from accounts.conftest import SETTINGS
from dragoman.accounts.front import Accounts
from dragoman.errors import ConfigError
from dragoman.store.memory import Memory


@pytest.mark.parametrize("name", ["registration", "captcha"])
def test_a_setting_that_is_no_choice_is_told(clock, passwords, name) -> None:
    with pytest.raises(ConfigError, match=name):
        Accounts(Memory(), clock, SETTINGS | {name: "sometimes"}, passwords)


def test_riddles_outlast_the_process_and_are_told_in_two_ways(clock, passwords) -> None:
    book = Memory()
    riddle = Accounts(book, clock, SETTINGS, passwords).riddles.new(clock.now())
    again = Accounts(book, clock, SETTINGS, passwords)
    assert again.told(riddle, "picture").startswith(b"\x89PNG")
    assert again.told(riddle, "sound").startswith(b"RIFF")
    assert again.told("none", "picture") is None
    assert again.told("none", "sound") is None
