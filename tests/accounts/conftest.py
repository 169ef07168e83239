"""Accounts on a store in memory, with a clock that is set by hand and hashes that cost little."""

from __future__ import annotations

import pytest

from dragoman.accounts.front import Accounts
from dragoman.accounts.passwords import Passwords
from dragoman.accounts.secrecy import after
from dragoman.config import load
from dragoman.store.memory import Memory

SETTINGS = dict(load()) | {"registration": "open"}
GOOD = "a good long password"


class HandClock:
    def __init__(self) -> None:
        self.at = "2031-03-10T10:00:00+00:00"

    def now(self) -> str:
        return self.at

    def wait(self, **delta: float) -> None:
        self.at = after(self.at, **delta)


class Counting(Passwords):
    """Counts the hashes that are computed."""

    def __init__(self) -> None:
        super().__init__(1, 8)
        self.work = 0
        hasher = self._hasher
        verify, hash_ = hasher.verify, hasher.hash

        class Counted:
            check_needs_rehash = staticmethod(hasher.check_needs_rehash)

            @staticmethod
            def verify(kept: str, password: str) -> bool:
                self.work += 1
                return verify(kept, password)

            @staticmethod
            def hash(password: str) -> str:
                self.work += 1
                return hash_(password)

        self._hasher = Counted  # type: ignore[assignment]


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def passwords() -> Counting:
    return Counting()


@pytest.fixture
def accounts(clock: HandClock, passwords: Counting) -> Accounts:
    made = Accounts(Memory(), clock, SETTINGS, passwords)
    made.people.add("Ana", "ana@paper.example", password=GOOD)
    passwords.work = 0
    return made
