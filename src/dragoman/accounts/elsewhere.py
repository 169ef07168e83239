"""Log-in by an OpenID provider, from our side: which account a visitor is. An account that exists is taken only by its confirmed address,
which the provider must vouch for too; whoever typed another's address into either place gains nothing."""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
import unicodedata
from datetime import datetime
from typing import Literal, Protocol

import msgspec

from dragoman.accounts.letters import mail_address
from dragoman.accounts.secrecy import after
from dragoman.accounts.visitors import Knock, OidcError, Visitor
from dragoman.errors import TakenError
from dragoman.model.account import AuditEntry, ForeignIdentity, User
from dragoman.model.codec import from_json, to_json
from dragoman.model.ids import digest
from dragoman.ports import Clock
from dragoman.ports_accounts import Accountbook, IdentityBook, Watchbook

LASTS = 600
"""Seconds from leaving for the provider to coming back."""

LONGEST = 40
"""Characters of a name that is made for a new account."""

How = Literal["link", "make"]


class Book(Accountbook, IdentityBook, Watchbook, Protocol):
    """Users, their accounts elsewhere, and what was used up."""


class Elsewhere:
    """`how` is link (only accounts that exist) or make (an account is made for whoever the provider knows)."""

    def __init__(self, book: Book, clock: Clock, how: str = "link") -> None:
        self._book, self._clock, self._how = book, clock, how

    def sealed(self, knock: Knock) -> str:
        """What the browser keeps while it is away, signed by the desk."""
        body = base64.urlsafe_b64encode(to_json(knock)).decode().rstrip("=")
        return f"{body}.{self._signature(body)}"

    def opened(self, sealed: str) -> Knock:
        """What the browser kept, once. Raises `OidcError` where it is forged, late or used."""
        body, _, signature = sealed.partition(".")
        if not hmac.compare_digest(signature.encode("utf-8", "replace"), self._signature(body).encode()):
            raise OidcError("this browser did not leave for the provider from here; start again")
        try:
            knock = from_json(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)), Knock)
        except (binascii.Error, msgspec.DecodeError) as error:
            raise OidcError("this browser did not leave for the provider from here; start again") from error
        now = self._clock.now()
        if not 0 <= self.seconds() - knock.at <= LASTS:
            raise OidcError("that took too long; start again")
        if not self._book.spend(f"oidc:{digest(knock.state)}", after(now, seconds=2 * LASTS), now):
            raise OidcError("this answer was used already; start again")
        return knock

    def seconds(self) -> float:
        """Now, in seconds since 1970."""
        return datetime.fromisoformat(self._clock.now()).timestamp()

    def account(self, visitor: Visitor, origin: str = "") -> User:
        """The account of a visitor: the one known for its subject, else the one with the same confirmed address, else, with "make", a new
        one. Raises `OidcError` where there is none or it is shut."""
        known = self._book.identity(visitor.issuer, visitor.subject)
        user = self._book.user(known.user) if known else self._met(visitor, origin)
        if user.disabled:
            raise OidcError("there is no account here for that one")
        return user

    def _met(self, visitor: Visitor, origin: str) -> User:
        email = mail_address(visitor.email) or ""
        held = self._book.called(email) if email else None
        if held is not None and (not held.confirmed or held.disabled):
            raise OidcError("there is no account here for that one")
        if held is None and self._how != "make":
            raise OidcError("there is no account here for that one")
        user = held or self._made(visitor, email, origin)
        self._book.add_identity(ForeignIdentity(visitor.issuer, visitor.subject, user.id, self._clock.now()))
        self._book.audit(AuditEntry(self._clock.now(), user.id, "linked elsewhere", user.id, visitor.issuer, origin))
        return user

    def _made(self, visitor: Visitor, email: str, origin: str) -> User:
        wished = name_of(visitor.name or email.partition("@")[0]) or "reader"
        for n in range(1, 100):
            name = wished if n == 1 else f"{wished[: LONGEST - 3]}-{n}"
            user = User(secrets.token_hex(8), name, email, "reader", confirmed=bool(email), created=self._clock.now())
            try:
                self._book.add_user(user)
            except TakenError:
                continue
            self._book.audit(AuditEntry(self._clock.now(), user.id, "registered", user.id, visitor.issuer, origin))
            return user
        raise OidcError("no free name was found for a new account")

    def _signature(self, body: str) -> str:
        key = self._book.secret("oidc", secrets.token_hex(32))
        return hmac.new(key.encode(), body.encode("utf-8", "replace"), "sha256").hexdigest()


def name_of(wished: str) -> str:
    """A name for an account out of what a provider says: letters, digits and . _ - only, no "@", not too long."""
    plain = unicodedata.normalize("NFKC", wished.partition("@")[0])
    kept = "".join(letter if letter.isalnum() or letter in "._-" else "-" for letter in plain.strip())
    return kept.strip("-._")[:LONGEST]
