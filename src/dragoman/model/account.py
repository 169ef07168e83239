"""Accounts: who may use the desk, with what, and what was done. Times are ISO 8601 in UTC, to the second, so that they compare as text.
Whatever opens something (passwords, tokens of sessions, links and programs, recovery codes) is kept as a hash only."""

from __future__ import annotations

import unicodedata
from typing import Literal

from msgspec import Struct

Role = Literal["admin", "editor", "analyst", "reader"]
"""Each may do what those after it may. A reader reads and marks; an analyst exports and makes tokens; an editor says which names and
stories are one and takes texts down; an admin keeps the accounts."""

ROLES: tuple[Role, ...] = ("admin", "editor", "analyst", "reader")

Purpose = Literal["first", "confirm", "reset", "invite"]
"""What a link by mail is for: the first password of an account, an address to confirm, a new password, an invitation to register."""

Theme = Literal["auto", "light", "dark"]


class User(Struct, frozen=True):
    """An account. `name` holds no "@", so that what is typed is a name or an address, never both. `email` is empty where there is none,
    `confirmed` tells whether the address was shown to be theirs. `password` is an encoded hash, None where there is none yet (then nobody
    can log in with one). `language`, `zone` (IANA) and `theme` are how the desk is shown; empty: as the browser asks. `secret` is that of
    one-time passwords (base32), None where a password is enough; `step` the last time step that was used (RFC 6238, 5.2). `disabled` is
    when the account was shut, None where it is open."""

    id: str
    name: str
    email: str = ""
    role: Role = "reader"
    password: str | None = None
    language: str = ""
    zone: str = ""
    theme: Theme = "auto"
    confirmed: bool = False
    disabled: str | None = None
    created: str = ""
    secret: str | None = None
    step: int = 0


class Session(Struct, frozen=True):
    """A browser that is logged in. `token` is the hash of what its cookie holds; `second` tells whether everything that the account
    asks for was shown (false between password and one-time password: such a session opens nothing else)."""

    token: str
    user: str
    created: str
    seen: str
    expires: str
    address: str = ""
    agent: str = ""
    second: bool = True


class Link(Struct, frozen=True):
    """A link that works once. `token` is a hash; `user` is empty for an invitation, which says the `role` that it gives; `used` is when."""

    token: str
    purpose: Purpose
    user: str
    email: str
    created: str
    expires: str
    role: Role = "reader"
    used: str | None = None


class ApiToken(Struct, frozen=True):
    """A key of a program, that acts for a user within its scopes. `prefix` are its first letters, to know it by."""

    id: str
    name: str
    token: str
    prefix: str
    scopes: tuple[str, ...]
    user: str
    created: str
    seen: str | None = None
    revoked: str | None = None
    expires: str | None = None


class ForeignIdentity(Struct, frozen=True):
    """An account of an OpenID provider that is one of ours: `subject` is unique and lasting within `issuer` (OpenID Connect Core, 2)."""

    issuer: str
    subject: str
    user: str
    created: str


class Attempts(Struct, frozen=True):
    """What failed under a key (an account, an address) since something last succeeded: one row a key, however often it is tried. `until` is
    the time before which it is not even looked at."""

    key: str
    failures: int = 0
    last: str = ""
    until: str = ""


class AuditEntry(Struct, frozen=True):
    """What was done: `who` did `what` (a stable key such as "login") on `on` (a user, token, article ...). `n` numbers the entries, 0 where
    not kept yet."""

    at: str
    who: str
    what: str
    on: str = ""
    detail: str = ""
    address: str = ""
    n: int = 0


class Mark(Struct, frozen=True):
    """What a reader noted of an article; `user` is empty for the reader of a desk without accounts. `at` is when it last changed."""

    user: str
    article: str
    read: bool = False
    star: bool = False
    later: bool = False
    at: str = ""


MarkKind = Literal["read", "star", "later"]


def folded(name: str) -> str:
    """A name or an address as it is compared: compatibility forms and case are one (Unicode TR15 NFKC, casefold), no outer blanks."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()).strip()


def may(role: Role, least: Role) -> bool:
    """Whether a role may do what needs at least `least`."""
    return ROLES.index(role) <= ROLES.index(least)
