"""Passwords: Argon2id (RFC 9106), by argon2-cffi."""

from __future__ import annotations

import threading
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dragoman.model.account import folded

SHORTEST, LONGEST = 10, 256
FEWEST = 5
"""Different characters that a password needs at least."""

AT_ONCE = threading.BoundedSemaphore(2)
"""Each hash takes its memory for a tenth of a second; others wait, so that a crowd at the door does not fill the machine."""


class Passwords:
    """Makes and checks hashes. `memory` is in KiB; what is lowered is lowered in tests only (OWASP names 3 passes over 12 MiB as least)."""

    def __init__(self, passes: int = 3, memory: int = 32 * 1024) -> None:
        self._hasher = PasswordHasher(time_cost=passes, memory_cost=memory, parallelism=1)
        self._nobody = self._hasher.hash("nobody's password")

    def hash(self, password: str) -> str:
        """The encoded hash, with its salt and parameters."""
        with AT_ONCE:
            return self._hasher.hash(_plain(password))

    def check(self, kept: str | None, password: str) -> bool:
        """Whether it is the password. Without a hash, or with one that is none, the same work is done for nothing: who waits for the
        answer cannot tell whether there is such an account."""
        with AT_ONCE:
            try:
                self._hasher.verify(kept or self._nobody, _plain(password))
            except InvalidHashError:
                self._waste(password)
                return False
            except VerificationError:
                return False
        return bool(kept)

    def stale(self, kept: str) -> bool:
        """Whether a hash was made with other parameters than today's, and should be made again while the password is at hand."""
        return self._hasher.check_needs_rehash(kept)

    def _waste(self, password: str) -> None:
        try:
            self._hasher.verify(self._nobody, _plain(password))
        except VerificationError:
            return


def weakness(password: str, *about: str) -> str | None:
    """Why a new password will not do ("short", "long", "same", "known"), None where it will. `about` are names and addresses that it must
    not be made of. Length is what counts (NIST SP 800-63B, 5.1.1.2); there are no rules of composition."""
    plain = _plain(password)
    if len(plain) < SHORTEST:
        return "short"
    if len(plain) > LONGEST:
        return "long"
    if len(set(plain)) < FEWEST:
        return "same"
    bare = folded(password)
    if any(word and (bare == folded(word) or bare in (folded(word) * 2, folded(word)[::-1])) for word in about):
        return "known"
    return None


def _plain(password: str) -> str:
    """One form for what keyboards give in several (NIST SP 800-63B, 5.1.1.2: NFKC). More than anybody types is cut, before any work."""
    return unicodedata.normalize("NFKC", password[: 4 * LONGEST]).encode("utf-8", "replace").decode()
