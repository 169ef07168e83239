"""The second factor of an account: enrolled, asked for, and taken off. Tries are slowed down like passwords, whoever has the password."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from dragoman.accounts import onetime
from dragoman.accounts.secrecy import hashed
from dragoman.accounts.tries import tried
from dragoman.model.account import AuditEntry, User
from dragoman.ports import Clock
from dragoman.ports_accounts import Accountbook, Watchbook

_SECRET = re.compile(r"[A-Z2-7]{32}")


class Book(Accountbook, Watchbook, Protocol):
    """Users and what failed."""


class Offer(Struct, frozen=True):
    """A secret that may become an account's: `address` is what the QR code says, `picture` an `<svg>` element."""

    secret: str
    address: str
    picture: str


class Shown(Struct, frozen=True):
    """What came of a code: `right`, or seconds to `wait` before one is looked at; `left` are the recovery codes not used yet."""

    right: bool
    wait: int = 0
    left: int = 0


class SecondFactor:
    """One-time passwords and recovery codes over the book of accounts."""

    def __init__(self, book: Book, clock: Clock) -> None:
        self._book, self._clock = book, clock

    def offer(self, user: User, secret: str = "") -> Offer:
        """A fresh secret, or the one offered before once more; nothing is kept until a code proves that the app has it."""
        chosen = secret if _SECRET.fullmatch(secret) else onetime.new_secret()
        address = onetime.address(chosen, user.name)
        return Offer(chosen, address, onetime.picture(address))

    def enrol(self, user: User, secret: str, code: str, origin: str = "") -> tuple[str, ...] | None:
        """Recovery codes, to be shown once, where the code is of the secret; else None and nothing changes."""
        if not _SECRET.fullmatch(secret):
            return None
        step = onetime.step(secret, code, self._seconds(), user.step)
        if step is None:
            return None
        self._book.change_user(replace(user, secret=secret))
        self._book.step(user.id, step)
        self._note(user, "second on", origin)
        return self._codes(user)

    def show(self, user: User, code: str, origin: str = "") -> Shown:
        """Looks at a one-time password or a recovery code; each opens once."""
        came = tried(self._book, self._clock, "second factor", user.id, lambda: self._opens(user, code, origin))
        if came.wait:
            return Shown(False, came.wait)
        if not came.right:
            self._note(user, "second refused", origin)
        return Shown(came.right, left=self._book.codes_left(user.id))

    def renew(self, user: User, origin: str = "") -> tuple[str, ...]:
        """Fresh recovery codes in place of all that were left; to be shown once."""
        self._note(user, "recovery codes", origin)
        return self._codes(user)

    def drop(self, user: User, origin: str = "", by: str = "") -> None:
        """The password is enough again; `by` is who takes it off, the user where not told."""
        self._book.change_user(replace(user, secret=None))
        self._book.set_codes(user.id, ())
        self._note(user, "second off", origin, by)

    def left(self, user: User) -> int:
        """Recovery codes that were not used yet."""
        return self._book.codes_left(user.id)

    def _opens(self, user: User, code: str, origin: str) -> bool:
        if user.secret is None:
            return False
        step = onetime.step(user.secret, code, self._seconds(), user.step)
        if step is not None:
            return self._book.step(user.id, step)
        plain = onetime.plain(code)
        if plain and self._book.spend_code(user.id, _kept(plain)):
            self._note(user, "recovery code used", origin)
            return True
        return False

    def _codes(self, user: User) -> tuple[str, ...]:
        made = onetime.recovery_codes()
        self._book.set_codes(user.id, [_kept(onetime.plain(code)) for code in made])
        return made

    def _seconds(self) -> float:
        return datetime.fromisoformat(self._clock.now()).timestamp()

    def _note(self, user: User, what: str, origin: str, by: str = "") -> None:
        self._book.audit(AuditEntry(self._clock.now(), by or user.id, what, user.id, address=origin))


def _kept(plain: str) -> str:
    return hashed(f"recovery {plain}")
