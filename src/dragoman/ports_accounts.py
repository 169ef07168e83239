"""The sockets between accounts and the store, beside those of `ports`. A store that keeps accounts is all of them. Every write is one
transaction; times are ISO 8601 in UTC, to the second; tokens and codes come hashed. All raise `StoreError`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from dragoman.model.account import ApiToken, Attempts, AuditEntry, ForeignIdentity, Link, Mark, MarkKind, Purpose, Session, User


@runtime_checkable
class Accountbook(Protocol):
    """Keeps who may use the desk."""

    def users(self) -> tuple[User, ...]:
        """All, in order of their names."""
        ...

    def user(self, user: str) -> User:
        """By id. Raises `NotFoundError`."""
        ...

    def called(self, name: str) -> User | None:
        """By name or address, whatever its case."""
        ...

    def add_user(self, user: User, *, only_first: bool = False) -> None:
        """Raises `TakenError` where the name or address is another's, or, with `only_first`, where the desk has a user already."""
        ...

    def change_user(self, user: User) -> None:
        """Puts these values in place of those of the same id, but for `step`. Raises `TakenError`, `NotFoundError`."""
        ...

    def step(self, user: str, step: int) -> bool:
        """Uses a time step up: true once for each, and only for later ones than before."""
        ...

    def set_codes(self, user: str, codes: Sequence[str]) -> None:
        """Puts recovery codes in place of all that were left."""
        ...

    def spend_code(self, user: str, code: str) -> bool:
        """True once for a code of this user."""
        ...

    def codes_left(self, user: str) -> int: ...


@runtime_checkable
class IdentityBook(Protocol):
    """Keeps which accounts elsewhere are ours."""

    def identity(self, issuer: str, subject: str) -> ForeignIdentity | None: ...

    def identities_of(self, user: str) -> tuple[ForeignIdentity, ...]: ...

    def add_identity(self, identity: ForeignIdentity) -> None:
        """Raises `TakenError` where it is an account already."""
        ...

    def drop_identity(self, issuer: str, subject: str) -> None: ...


@runtime_checkable
class SessionBook(Protocol):
    """Keeps which browsers are logged in."""

    def open_session(self, session: Session) -> None:
        """Keeps a session, and forgets those that have expired when it was created."""
        ...

    def session(self, token: str) -> tuple[Session, User] | None:
        """With its user; expired ones and those of shut accounts too: the caller decides."""
        ...

    def sessions(self, user: str) -> tuple[Session, ...]:
        """Those of a user, last seen first."""
        ...

    def touch_session(self, token: str, seen: str, expires: str) -> None: ...

    def close_session(self, token: str) -> None: ...

    def close_sessions(self, user: str, but: str = "") -> int:
        """Closes those of a user, but for one; says how many."""
        ...


@runtime_checkable
class LinkBook(Protocol):
    """Keeps the links that work once."""

    def add_link(self, link: Link) -> None:
        """Keeps a link, in place of unused ones of the same purpose, user and address, and forgets those long expired."""
        ...

    def link(self, token: str) -> Link | None: ...

    def links(self, purpose: Purpose) -> tuple[Link, ...]:
        """Those that are not used, latest first."""
        ...

    def spend_link(self, token: str, at: str) -> bool:
        """Uses a link up: true once, and only before it expires."""
        ...

    def drop_link(self, token: str) -> None: ...


@runtime_checkable
class TokenBook(Protocol):
    """Keeps the keys of programs."""

    def add_token(self, token: ApiToken) -> None: ...

    def token(self, token: str) -> tuple[ApiToken, User] | None:
        """By its hash, with its user; revoked and expired ones too: the caller decides."""
        ...

    def tokens(self, user: str | None = None) -> tuple[ApiToken, ...]:
        """Those of a user, or all; oldest first."""
        ...

    def touch_token(self, token: str, seen: str) -> None: ...

    def revoke_token(self, name: str, at: str) -> bool:
        """`name` is its id. True where it was in force."""
        ...


@runtime_checkable
class Watchbook(Protocol):
    """Keeps what failed, what was used up, what the desk signs with, and what was done."""

    def attempts(self, key: str) -> Attempts:
        """Nothing failed where nothing is kept."""
        ...

    def note_attempts(self, noted: Sequence[Attempts], stale: str) -> None:
        """Keeps what failed, in place of what was kept under the same keys, and forgets keys that were last tried before `stale`."""
        ...

    def clear_attempts(self, keys: Sequence[str]) -> None: ...

    def spend(self, key: str, expires: str, now: str) -> bool:
        """Uses up something that works once: true the first time. Forgets what has expired `now`."""
        ...

    def secret(self, name: str, offered: str) -> str:
        """The desk's secret of that name: the one that is kept, else `offered`, which is kept from now on."""
        ...

    def audit(self, entry: AuditEntry) -> None: ...

    def audit_again(self, entry: AuditEntry, since: str) -> None:
        """Counts what happens again and again: where there is an entry of the same who, what, on and address that is not older than
        `since`, its detail, a number, grows by one; else the entry is kept with the detail "1"."""
        ...

    def audited(
        self, limit: int, before: int | None = None, who: str | None = None, what: str | None = None, on: str | None = None
    ) -> tuple[AuditEntry, ...]:
        """Latest first; `before` is the number of the last entry of the page before."""
        ...

    def last(self, what: str) -> dict[str, str]:
        """When each who did that for the last time."""
        ...


@runtime_checkable
class Markbook(Protocol):
    """Keeps what readers noted of articles. `user` is an id, empty for the reader of a desk without accounts."""

    def mark(self, user: str, article: str, kind: MarkKind, value: bool, at: str) -> Mark:
        """Sets or takes away one mark; the marks of that article as they are now."""
        ...

    def mark_read(self, user: str, articles: Sequence[str], at: str) -> None: ...

    def marks(self, user: str, articles: Sequence[str]) -> dict[str, Mark]:
        """The marks of those of the articles that have any."""
        ...

    def marked(self, user: str, kind: MarkKind, limit: int, after: int = 0) -> tuple[Mark, ...]:
        """What has that mark, last changed first, leaving out the first `after`."""
        ...


@runtime_checkable
class AccountStore(Accountbook, IdentityBook, SessionBook, LinkBook, TokenBook, Watchbook, Protocol):
    """A store that keeps everything of accounts."""
