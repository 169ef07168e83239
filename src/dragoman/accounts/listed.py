"""What an admin sees of accounts: how each stands, without a hash or a secret."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dragoman.accounts import backoff
from dragoman.model.account import Role, User
from dragoman.ports_accounts import Watchbook


class Listed(Struct, frozen=True):
    """An account as others may see it. `password` and `second` tell whether there is one, `seen` is the last log-in, empty where there was
    none, `waits` the time before which no password is looked at because too many were wrong, empty where they are."""

    id: str
    name: str
    email: str
    role: Role
    confirmed: bool
    created: str
    disabled: str | None
    password: bool
    second: bool
    seen: str
    waits: str


def listed(book: Watchbook, users: Sequence[User], now: str) -> tuple[Listed, ...]:
    """Those users in the same order."""
    seen = book.last("login")
    return tuple(_listed(one, seen.get(one.id, ""), _waits(book, one, now)) for one in users)


def _listed(one: User, seen: str, waits: str) -> Listed:
    return Listed(
        one.id, one.name, one.email, one.role, one.confirmed, one.created, one.disabled,
        one.password is not None, one.secret is not None, seen, waits,
    )  # fmt: skip


def _waits(book: Watchbook, one: User, now: str) -> str:
    until = book.attempts(backoff.keys(one.id, "")[1]).until
    return until if until > now else ""
