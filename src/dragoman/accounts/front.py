"""The accounts of a desk: its gate, its people and its riddles, put together from the settings."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from dragoman.accounts import PROVIDERS, RIDDLES
from dragoman.accounts.elsewhere import Elsewhere
from dragoman.accounts.gate import Gate
from dragoman.accounts.letters import MailError, Post, mail_address
from dragoman.accounts.mailing import Mailing, Wording
from dragoman.accounts.passwords import Passwords
from dragoman.accounts.people import Made, People
from dragoman.accounts.programs import Programs
from dragoman.accounts.riddles import Riddles
from dragoman.accounts.second import SecondFactor
from dragoman.accounts.secrecy import token
from dragoman.errors import ConfigError, NotFoundError
from dragoman.model.account import Role
from dragoman.ports import Clock
from dragoman.ports_accounts import AccountStore

LOG = logging.getLogger(__name__)

CHOICES = {"registration": ("closed", "invitation", "open"), "captcha": ("never", "failures", "always"), "oidc_accounts": ("link", "make")}
BACK, CONFIRM = "/login/openid/back", "/confirm"
"""Where an OpenID provider leads back to, and where a link that confirms an address leads."""

PASSWORD, INVITATION = "/password/", "/register?invitation="
"""What stands before the secret of a link that sets a password, and of an invitation."""


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
        self.second, self.programs = SecondFactor(book, clock), Programs(book, clock)
        self.home: str = (settings["public_address"] or f"http://{settings['host']}:{settings['port']}").rstrip("/")
        self.mailing = Mailing(book, clock, Post(settings), self.home)
        self.elsewhere = Elsewhere(book, clock, settings["oidc_accounts"])
        self.provider_name: str = settings["oidc_name"] if settings["oidc_issuer"] else ""
        self._issuer = (settings["oidc_issuer"], settings["oidc_client"], settings["oidc_secret"])
        self._provider: Any = None
        self.wording: Callable[[str, str], Wording] | None = None
        """The letter of a kind ("confirm", "reset", "invite") in a language: the portal has them, and says so here."""

    @property
    def mails(self) -> bool:
        """Whether letters can be sent, so that addresses are asked for."""
        return self.mailing.open and self.wording is not None

    def registered(self, made: Made, email: str, language: str) -> None:
        """Called when somebody registered with an address that is to be shown to be theirs: sends the link."""
        if made.user and made.link and self.wording and self.mailing.open and self.address(email):
            self.mailing.confirm(made.user, email, CONFIRM, self.wording("confirm", language), secret=made.link)

    def invite(self, email: str, role: Role, by: str, language: str, origin: str = "") -> tuple[str, bool]:
        """Invites somebody to register: the link, and whether it was mailed. Where it could not be the link is still good."""
        made = self.people.invite(email, role, by, origin)
        link = f"{self.home}{INVITATION}{made.link}"
        if not email or not self.mails or self.wording is None:
            return link, False
        try:
            self.mailing.invited(email, link, self.wording("invite", language))
        except MailError as error:
            LOG.error("%s", error)
            self.gate.note(by, "mail failed", address=origin)
            return link, False
        return link, True

    def address(self, text: str) -> bool:
        """Whether something can be an address of mail."""
        return mail_address(text) is not None

    def provider(self) -> Any:
        """The `oidc.Provider` of the settings. Raises `NotFoundError` where they name none."""
        if not self._issuer[0]:
            raise NotFoundError("no OpenID provider is set")
        if self._provider is None:
            self._provider = PROVIDERS.load("openid")(*self._issuer, self.home + BACK)
        return self._provider

    def told(self, riddle: str, how: str) -> bytes | None:
        """The digits of a riddle as a picture (PNG) or sound (WAV); None where it is none, or too old."""
        digits = self.riddles.digits(riddle, self.clock.now())
        return bytes(RIDDLES.load(how)(riddle, digits)) if digits is not None else None
