"""Who is asking: the reader that a session stands for, and where one may be led after logging in."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from msgspec import Struct

from dragoman.accounts.front import Accounts
from dragoman.model.account import Role, User, may

COOKIE = "dragoman_session"
SECURE_COOKIE = "__Host-dragoman_session"
"""Over https browsers hold a name like this to its promise: no other host and no page without encryption can set it (RFC 6265bis)."""

HOME = "/"
LONGEST = 2_000
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\\]")
_ENTRIES = re.compile(r"/(login|logout|register|password|riddle)(/|\?|$)")


class Reader(Struct, frozen=True):
    """Who asks. `entry` is empty on a desk without accounts, else who may make one (closed, invitation, open). `role` is None for somebody
    who did not log in where there are accounts; without accounts the one reader has a role too. `id` and `name` are those of the user,
    empty for everybody else; `session` is the hash of the session's token. `pending`: the password was shown, the one-time password was
    not."""

    entry: str = ""
    role: Role | None = None
    id: str = ""
    name: str = ""
    session: str = ""
    pending: bool = False
    user: User | None = None

    def may(self, least: Role) -> bool:
        """Whether the reader may do what needs that role."""
        return self.role is not None and may(self.role, least)

    @property
    def marks(self) -> bool:
        """Whether marks of articles can be kept: for a user, or for the one reader of a desk without accounts."""
        return bool(self.id) or not self.entry


ALONE = Reader(role="analyst")
"""The reader of a desk without accounts."""

JUDGE = Reader(role="editor")
"""The same where the setting `judging` lets the portal take people's words."""


class Visit(Struct, frozen=True):
    """Where a request comes from: address, the browser's name for itself, what its session cookie holds, and what it brings back from a
    log-in elsewhere."""

    address: str = ""
    agent: str = ""
    secret: str = ""
    away: str = ""


def reader(accounts: Accounts, secret: str) -> Reader:
    """The reader that a session cookie stands for."""
    found = accounts.gate.session(secret) if secret else None
    if found is None:
        return Reader(accounts.registration)
    session, user = found
    if not session.second:
        return Reader(accounts.registration, pending=True, session=session.token)
    return Reader(accounts.registration, user.role, user.id, user.name, session.token, user=user)


def safe_next(wanted: str) -> str:
    """An address of this portal to lead to, in ASCII; the front page for whatever else: other hosts, other schemes, what browsers take for
    one of those (`//`, a backslash, control characters), and the pages for coming and going themselves."""
    if not wanted.startswith("/") or wanted.startswith("//") or len(wanted) > LONGEST or _FORBIDDEN.search(wanted):
        return HOME
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return HOME
    if parts.scheme or parts.netloc or _ENTRIES.match(parts.path):
        return HOME
    return quote(wanted.encode("utf-8", "replace").decode(), safe="/?&=%#~:@!$'()*+,;-._")


def login_link(path: str, here: str) -> str:
    """The log-in, and back to this page after it."""
    onward = safe_next(here)
    return "/login" if onward == HOME or _ENTRIES.match(path) else f"/login?next={quote(onward, safe='/')}"
