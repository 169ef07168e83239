"""Riddles: a few digits, to be read from a picture, heard, or read in words, that slow programs down.

A riddle is a signed note: its digits follow from it and the desk's secret, so that nothing is kept until it is answered. It works once, be
the answer right or wrong, and for some minutes."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Callable
from datetime import datetime

from dragoman.accounts.secrecy import after

DIGITS = 5
MINUTES = 10


class Riddles:
    """`secret` is the desk's; `spend` uses a note up: (key, expires, now), true the first time."""

    def __init__(self, secret: str, spend: Callable[[str, str, str], bool]) -> None:
        self._secret = secret.encode()
        self._spend = spend

    def new(self, now: str) -> str:
        """A fresh riddle."""
        until = int(datetime.fromisoformat(now).timestamp()) + 60 * MINUTES
        note = f"{secrets.token_hex(8)}.{until}"
        return f"{note}.{self._sign('note', note)[:32]}"

    def digits(self, riddle: str, now: str) -> str | None:
        """What is to be told of a riddle; None where it is none of ours, or too old."""
        note, _, signed = riddle[:200].rpartition(".")
        if not hmac.compare_digest(signed.encode("utf-8", "replace"), self._sign("note", note)[:32].encode()):
            return None
        if int(note.partition(".")[2]) <= datetime.fromisoformat(now).timestamp():
            return None
        return str(int(self._sign("digits", note), 16) % 10**DIGITS).zfill(DIGITS)

    def solved(self, riddle: str, answer: str, now: str) -> bool:
        """Whether the answer is right. The riddle is used up by it."""
        digits = self.digits(riddle, now)
        if digits is None or not self._spend(f"riddle:{riddle.partition('.')[0]}", after(now, minutes=MINUTES), now):
            return False
        return hmac.compare_digest(digits, _typed(answer))

    def _sign(self, what: str, note: str) -> str:
        return hmac.new(self._secret, f"riddle|{what}|{note}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def _typed(answer: str) -> str:
    """Digits of any script as ASCII, without blanks and whatever else."""
    values = (unicodedata.digit(character, None) for character in answer[:40])
    return "".join(str(value) for value in values if value is not None)
