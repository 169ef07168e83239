"""What is sent to people by mail: a link to confirm an address, to set a new password, to register. Only hashes of links are kept."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from dragoman.accounts.letters import Letter, MailError, Post, mail_address
from dragoman.accounts.secrecy import after, hashed, token
from dragoman.errors import DragomanError, NotFoundError, TakenError
from dragoman.model.account import AuditEntry, Link, Purpose, User
from dragoman.ports import Clock
from dragoman.ports_accounts import Accountbook, LinkBook, Watchbook

LOG = logging.getLogger(__name__)

CONFIRM = 48
RESET = 2
"""Hours that links work."""

PACE = 60
"""Seconds between two letters to one address: nobody's box is filled from here."""


Aside = Callable[[Callable[[], None]], None]


class Book(Accountbook, LinkBook, Watchbook, Protocol):
    """Users, links and the log."""


class Wording(Struct, frozen=True):
    """Subject and body of a letter; `body` has `%(name)s` and `%(link)s`."""

    subject: str
    body: str


class Mailing:
    """`address` is the portal's, without a slash at its end: links never follow the Host that a request names, so that nobody can have a
    link sent that leads elsewhere. `aside` runs a piece of work beside the request: whether a letter is sent does not show in time."""

    def __init__(
        self, book: Book, clock: Clock, post: Post, address: str, aside: Callable[[Callable[[], None]], None] | None = None
    ) -> None:
        self._book, self._clock, self._post, self._address = book, clock, post, address.rstrip("/")
        self._aside = aside or _thread

    @property
    def open(self) -> bool:
        """Whether letters can be sent."""
        return self._post.open

    def link(self, path: str, secret: str) -> str:
        """The whole address of a link."""
        return f"{self._address}{path}/{secret}"

    def forgotten(self, name: str, path: str, wording: Wording, origin: str = "") -> None:
        """Sends a link for a new password to the confirmed address of whoever is called so; nobody learns whether there is one."""
        self._aside(lambda: self._forgotten(name, path, wording, origin))

    def confirm(self, user: User, email: str, path: str, wording: Wording, origin: str = "", secret: str = "") -> None:
        """Sends a link to an address that a user says is theirs; the address counts from when it is opened. `secret` is of a link that is
        kept already. Raises `DragomanError` where it is no address."""
        kept = mail_address(email)
        if kept is None:
            raise DragomanError(f"{email!r} is no mail address")
        made = secret or self._made("confirm", user.id, kept, CONFIRM, user)
        self._note(user.id, "address asked", user.id, origin)
        self._aside(lambda: self._send(kept, wording, user.name, self.link(path, made)))

    def invited(self, email: str, link: str, wording: Wording) -> None:
        """Sends an invitation whose link is kept already. Raises `MailError`."""
        self._post.send(self._letter(email, wording, "", link), self._now())

    def confirmed(self, secret: str, origin: str = "") -> User:
        """The user whose address was shown by a link. Raises `NotFoundError` (used, over, or the address is another's by now)."""
        link = self._book.link(hashed(secret))
        now = self._clock.now()
        if link is None or link.purpose != "confirm" or not link.user or not self._book.spend_link(link.token, now):
            raise NotFoundError("the link was used, or is over")
        user = replace(self._book.user(link.user), email=link.email, confirmed=True)
        if user.disabled:
            raise NotFoundError("the link was used, or is over")
        try:
            self._book.change_user(user)
        except TakenError as error:
            raise NotFoundError("the link was used, or is over") from error
        self._note(user.id, "address confirmed", user.id, origin)
        return user

    def _forgotten(self, name: str, path: str, wording: Wording, origin: str) -> None:
        user = self._book.called(name)
        if user is None or user.disabled or not user.email or not user.confirmed:
            return
        secret = self._made("reset", user.id, user.email, RESET, user)
        self._note(user.id, "password forgotten", user.id, origin)
        self._send(user.email, wording, user.name, self.link(path, secret))

    def _send(self, to: str, wording: Wording, name: str, link: str) -> None:
        now = self._clock.now()
        if not self._book.spend(f"mail:{hashed(to)[:32]}:{now[:16]}", after(now, seconds=2 * PACE), now):
            return
        try:
            self._post.send(self._letter(to, wording, name, link), self._now())
        except MailError as error:
            LOG.error("%s", error)
            self._note("", "mail failed", "", "")

    def _letter(self, to: str, wording: Wording, name: str, link: str) -> Letter:
        return Letter(to, wording.subject, wording.body % {"name": " ".join(name.split()), "link": link})

    def _made(self, purpose: Purpose, user: str, email: str, hours: int, of: User) -> str:
        now, secret = self._clock.now(), token()
        self._book.add_link(Link(hashed(secret), purpose, user, email, now, after(now, hours=hours), of.role))
        return secret

    def _now(self) -> datetime:
        return datetime.fromisoformat(self._clock.now())

    def _note(self, who: str, what: str, on: str, origin: str) -> None:
        self._book.audit(AuditEntry(self._clock.now(), who, what, on, address=origin))


def _thread(work: Callable[[], None]) -> None:
    threading.Thread(target=work, daemon=True).start()
