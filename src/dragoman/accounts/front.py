"""The accounts of a desk: its gate, its people and its riddles, put together from the settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.accounts import RIDDLES
from dragoman.accounts.gate import Gate
from dragoman.accounts.passwords import Passwords
from dragoman.accounts.people import People
from dragoman.accounts.riddles import Riddles
from dragoman.accounts.secrecy import token
from dragoman.errors import ConfigError
from dragoman.ports import Clock
from dragoman.ports_accounts import AccountStore

CHOICES = {"registration": ("closed", "invitation", "open"), "captcha": ("never", "failures", "always")}


class Accounts:
    """`book` keeps them. `registration` is closed, invitation or open; `open_reading` lets those read who did not log in."""

    def __init__(self, book: AccountStore, clock: Clock, settings: Mapping[str, Any], passwords: Passwords | None = None) -> None:
        """Raises `ConfigError`."""
        for name, allowed in CHOICES.items():
            if settings[name] not in allowed:
                raise ConfigError(f"{name} is one of {', '.join(allowed)}, not {settings[name]!r}")
        self.book, self.clock = book, clock
        self.registration: str = settings["registration"]
        self.captcha: str = settings["captcha"]
        self.open_reading: bool = settings["open_reading"]
        hasher = passwords or Passwords()
        self.gate = Gate(book, clock, hasher, self.captcha, settings["session_days"])
        self.people = People(book, clock, hasher)
        self.riddles = Riddles(book.secret("riddles", token()), book.spend)

    def told(self, riddle: str, how: str) -> bytes | None:
        """The digits of a riddle as a picture (PNG) or sound (WAV); None where it is none, or too old."""
        digits = self.riddles.digits(riddle, self.clock.now())
        return bytes(RIDDLES.load(how)(riddle, digits)) if digits is not None else None
