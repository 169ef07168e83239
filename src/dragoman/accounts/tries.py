"""Tries of somebody who is half or wholly logged in: counted before they are looked at, and slowed down like those at the door."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from dragoman.accounts import backoff
from dragoman.model.ids import digest
from dragoman.ports import Clock
from dragoman.ports_accounts import Watchbook


class Tried(Struct, frozen=True):
    """Whether it was `right`, or seconds to `wait` before a try is looked at."""

    right: bool
    wait: int = 0


def tried(book: Watchbook, clock: Clock, what: str, user: str, check: Callable[[], bool]) -> Tried:
    """What comes of a try of a user at something; a right one clears what was counted."""
    now = clock.now()
    noted = [book.attempts(f"pair:{digest(what, user)}")]
    if wait := backoff.wait(noted, now):
        return Tried(False, wait)
    book.note_attempts(backoff.failed(noted, now), backoff.stale(now))  # first, so that many at once gain nothing
    right = check()
    if right:
        book.clear_attempts([one.key for one in noted])
    return Tried(right)
