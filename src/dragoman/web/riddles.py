"""Riddles in forms: what a page shows of one, and whether a form brought the answer."""

from __future__ import annotations

from msgspec import Struct

from dragoman.accounts.front import Accounts
from dragoman.web.asked import Asked
from dragoman.web.words import later

DIGITS = (
    later("zero"),
    later("one"),
    later("two"),
    later("three"),
    later("four"),
    later("five"),
    later("six"),
    later("seven"),
    later("eight"),
    later("nine"),
)
WAYS = ("picture", "words")


class Shown(Struct, frozen=True):
    """A riddle on a page: its note, and its digits in words (empty where the picture is shown)."""

    note: str
    words: tuple[str, ...] = ()


def shown(accounts: Accounts, asked: Asked) -> Shown:
    """A fresh riddle, told in the way that the form asked for (`how`)."""
    now = accounts.clock.now()
    note = accounts.riddles.new(now)
    if asked.params.get("how") != "words":
        return Shown(note)
    digits = accounts.riddles.digits(note, now) or ""
    return Shown(note, tuple(asked.say(DIGITS[int(digit)]) for digit in digits))


def solved(accounts: Accounts, asked: Asked) -> bool:
    """Whether the form brought the right answer. The riddle is used up by it."""
    note, answer = asked.params.get("riddle", ""), asked.params.get("answer", "")
    return bool(note) and accounts.riddles.solved(note, answer, accounts.clock.now())


def another(asked: Asked) -> bool:
    """Whether the form asks for another riddle and nothing else."""
    return "how" in asked.typed
