"""Letters by mail and how they leave (SMTP, RFC 5321). An address or a subject can never bring a header of its own."""

from __future__ import annotations

import re
import smtplib
import ssl
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from typing import Any

from msgspec import Struct

from dragoman.errors import ConfigError, DragomanError

LONGEST = 254
"""Characters of an address (RFC 5321, 4.5.3.1.3, less the angle brackets)."""

SECURITY = ("starttls", "tls", "none")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")  # dot-atom (RFC 5322, 3.2.3)
_LABEL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")


class MailError(DragomanError):
    """A letter could not be sent."""


class Letter(Struct, frozen=True):
    """A letter in plain text."""

    to: str
    subject: str
    body: str


def mail_address(text: str) -> str | None:
    """An address as it is kept (outer blanks gone, the domain in ASCII and small letters); None where it is none that mail can be sent
    to. No quoted names, no addresses in brackets: nobody has them, and attackers do."""
    typed = unicodedata.normalize("NFC", text).strip()
    local, _, domain = typed.rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode("ascii").lower() if domain else ""
    except UnicodeError:
        return None
    labels = ascii_domain.split(".")
    if len(local) > 64 or not _LOCAL.fullmatch(local) or not all(_LABEL.fullmatch(label) for label in labels):
        return None
    whole = f"{local}@{ascii_domain}"
    return whole if len(whole) <= LONGEST else None


def message(letter: Letter, sender: str, now: datetime) -> EmailMessage:
    """The letter as it travels. Raises `MailError` where one of the addresses is none."""
    to, origin = mail_address(letter.to), mail_address(sender)
    if to is None or origin is None:
        raise MailError(f"{sender if to else letter.to!r} is no mail address")
    made = EmailMessage(policy=SMTP)
    made["From"] = Address("Dragoman", addr_spec=origin)
    made["To"] = Address(addr_spec=to)
    made["Subject"] = " ".join(letter.subject.split())
    made["Date"] = format_datetime(now)
    made["Message-ID"] = make_msgid(domain=origin.rpartition("@")[2])
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday notices back
    made.set_content(letter.body)
    return made


class Post:
    """The way out for letters, from the settings `smtp_*` and `mail_from`."""

    def __init__(self, settings: Mapping[str, Any], timeout: float = 15.0) -> None:
        self._host, self._port = settings["smtp_host"], settings["smtp_port"]
        self._user, self._password = settings["smtp_user"], settings["smtp_password"]
        self._security, self._sender, self._timeout = settings["smtp_security"], settings["mail_from"], timeout
        if self._security not in SECURITY:
            raise ConfigError(f"smtp_security must be one of {', '.join(SECURITY)}, not {self._security!r}")

    @property
    def open(self) -> bool:
        """Whether there is a server to send by."""
        return bool(self._host and self._sender)

    def send(self, letter: Letter, now: datetime) -> None:
        """Hands the letter to the server. Raises `MailError`."""
        if not self.open:
            raise MailError("no mail can be sent: set smtp_host and mail_from")
        ready = message(letter, self._sender, now)
        try:
            with self._server() as server:
                if self._user:
                    server.login(self._user, self._password)
                server.send_message(ready)
        except (OSError, smtplib.SMTPException, ssl.SSLError) as error:
            raise MailError(f"the mail server {self._host}:{self._port} did not take the letter: {error}") from error

    def _server(self) -> smtplib.SMTP:
        if self._security == "tls":
            return smtplib.SMTP_SSL(self._host, self._port, timeout=self._timeout, context=ssl.create_default_context())
        server = smtplib.SMTP(self._host, self._port, timeout=self._timeout)
        if self._security == "starttls":
            try:
                server.starttls(context=ssl.create_default_context())
            except (OSError, smtplib.SMTPException):
                server.close()
                raise
        return server
