"""The tokens of programs: made, shown once, asked for, revoked."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from dragoman.accounts import keys
from dragoman.accounts.secrecy import after, hashed, seconds
from dragoman.errors import DragomanError, NotFoundError
from dragoman.model.account import ApiToken, AuditEntry, Role, User
from dragoman.model.ids import digest
from dragoman.ports import Clock
from dragoman.ports_accounts import Accountbook, TokenBook, Watchbook

REST = 300
"""Seconds within which a token that is used again is not written down again."""

LONGEST = 60
"""Characters of a token's name."""


class Book(Accountbook, TokenBook, Watchbook, Protocol):
    """Users, tokens and the log."""


class Program(Struct, frozen=True):
    """Whom a token stands for."""

    user: str
    name: str
    role: Role
    scopes: tuple[str, ...]


class Programs:
    """The keys of programs over the book of accounts."""

    def __init__(self, book: Book, clock: Clock) -> None:
        self._book, self._clock = book, clock

    def add(
        self, user: User, name: str, scopes: tuple[keys.Scope, ...], days: int = 0, by: str = "", origin: str = ""
    ) -> tuple[str, ApiToken]:
        """A token for a user, to be shown once, and what is kept of it; `days` until it ends, 0: never. Raises `DragomanError` where the
        user may not do what a scope asks for, or the name is empty or too long."""
        called = " ".join(name.split())
        if not 0 < len(called) <= LONGEST:
            raise DragomanError(f"a token needs a name of 1 to {LONGEST} characters")
        beyond = [scope for scope in scopes if scope not in keys.grantable(user.role)]
        if beyond or not scopes:
            raise DragomanError(f"{user.name} is {user.role} and cannot give {', '.join(beyond) or 'a token without scopes'}")
        secret, now = keys.mint(), self._clock.now()
        kept = ApiToken(
            digest(secret, size=6), called, hashed(secret), secret[: keys.PREFIX], scopes, user.id, now,
            expires=after(now, days=days) if days else None,
        )  # fmt: skip
        self._book.add_token(kept)
        self._note(by or user.id, "token made", kept, origin)
        return secret, kept

    def of(self, user: str | None = None) -> tuple[ApiToken, ...]:
        """Those of a user, or all; oldest first."""
        return self._book.tokens(user)

    def revoke(self, identity: str, user: str | None = None, by: str = "", origin: str = "") -> ApiToken:
        """Ends a token, of that user only where one is given. Raises `NotFoundError`."""
        now = self._clock.now()
        for kept in self._book.tokens(user):
            if kept.id == identity and self._book.revoke_token(identity, now):
                self._note(by or kept.user, "token revoked", kept, origin)
                return replace(kept, revoked=now)
        raise NotFoundError(f"there is no token {identity!r} in force")

    def stands_for(self, secret: str) -> Program | None:
        """Whom a token stands for; None where it opens nothing: unknown, revoked, over, or of a user who is shut out."""
        found = self._book.token(hashed(secret)) if secret.startswith(keys.MARK) else None
        if found is None:
            return None
        kept, user = found
        now = self._clock.now()
        if kept.revoked or (kept.expires and kept.expires <= now) or user.disabled:
            return None
        if kept.seen is None or seconds(kept.seen, now) >= REST:
            self._book.touch_token(kept.token, now)
        return Program(user.id, user.name, user.role, kept.scopes)

    def _note(self, who: str, what: str, kept: ApiToken, origin: str) -> None:
        self._book.audit(AuditEntry(self._clock.now(), who, what, kept.id, f"{kept.name}: {' '.join(kept.scopes)}", origin))
