"""What a request asks for: the address's parameters, checked, and the reader's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from urllib.parse import urlencode

from msgspec import Struct

from dragoman.accounts.front import Accounts
from dragoman.model.query import Query
from dragoman.web.sessions import ALONE, Reader, Visit
from dragoman.web.themes import AUTO
from dragoman.web.tongues import Tongue

PAGE = 30
MOST = 100
LONGEST = 400
STICKY = ("lang", "theme")
"""Parameters that are remembered in cookies."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class WrongAddressError(Exception):
    """The address asks for something that it cannot ask for; the text says what, in the reader's language."""


class Asked(Struct, frozen=True):
    """A request as the pages see it. `path` and `params` are decoded; `part` is the id in the path, empty where there is none. `token` goes
    into every form. `theme` is one of `themes.THEMES`, `reader` says who asks and what they may do, `visit` from where. `typed` are the
    parameters that a form brought: they never become part of an address. `pleas`: requests to remove articles are taken. `zone` is the
    reader's time zone (IANA), empty where clock times are to stand as the pages give them. `riddles`: who tells those that forms for
    everybody ask; None where they ask none."""

    path: str
    tongue: Tongue
    params: Mapping[str, str]
    part: str = ""
    format: str = ""
    token: str = ""
    theme: str = AUTO
    reader: Reader = ALONE
    visit: Visit = Visit()
    typed: frozenset[str] = frozenset()
    pleas: bool = False
    zone: str = ""
    riddles: Accounts | None = None

    @property
    def editor(self) -> bool:
        """Whether whoever asks may say which names and stories are one, and remove articles."""
        return self.reader.may("editor")

    def text(self, name: str) -> str:
        """A parameter without control characters and outer blanks. Raises `WrongAddressError` where it is longer than anybody types."""
        value = _CONTROL.sub(" ", self.params.get(name, "")).strip()
        if len(value) > LONGEST:
            raise WrongAddressError(self.say("“%(name)s” is too long.") % {"name": name})
        return value

    def long_text(self, name: str, most: int) -> str:
        """What somebody wrote in a form, line breaks kept. Raises `WrongAddressError` where it is longer than `most`."""
        value = _CONTROL.sub(" ", self.params.get(name, "").replace("\r\n", "\n")).strip()
        if len(value) > most:
            raise WrongAddressError(self.say("“%(name)s” is too long.") % {"name": name})
        return value

    @property
    def say(self) -> Callable[[str], str]:
        """Translates a message of the portal."""
        return self.tongue.catalog.gettext

    def one_of(self, name: str, allowed: tuple[str, ...]) -> str | None:
        """A parameter that must be one of a few words; None where absent or empty."""
        value = self.text(name)
        if value and value not in allowed:
            raise WrongAddressError(self.say("“%(name)s” cannot be “%(value)s”.") % {"name": name, "value": value})
        return value or None

    def day(self, name: str) -> str | None:
        """A parameter that must be an ISO date."""
        value = self.text(name)
        if not value:
            return None
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            raise WrongAddressError(self.say("“%(value)s” is not a date like 2022-01-12.") % {"value": value}) from None

    def limit(self) -> int:
        """Lines a page, 1 to 100."""
        value = self.text("limit")
        if not value:
            return PAGE
        if not re.fullmatch(r"[0-9]{1,4}", value) or not 1 <= int(value) <= MOST:
            raise WrongAddressError(self.say("“limit” must be a number from 1 to %(most)s.") % {"most": MOST})
        return int(value)

    def query(self) -> Query:
        """The filters of a list."""
        return Query(
            text=self.text("q"),
            language=self.text("language") or None,
            speaker=self.text("speaker") or None,
            party=self.text("party") or None,
            act=self.text("act") or None,
            type=self.text("type") or None,
            story=self.text("story") or None,
            source=self.text("source") or None,
            country=self.text("country") or None,
            topic=self.text("topic") or None,
            section=self.text("section") or None,
            since=self.day("since"),
            until=self.day("until"),
            limit=self.limit(),
            after=self.text("after") or None,
        )

    def here(self, **changes: str | None) -> str:
        """This address with some parameters changed, or dropped where None. Language and theme stay in cookies, not in the address."""
        kept = {name: value for name, value in self.params.items() if name not in STICKY and name not in self.typed and value}
        merged = {**kept, **changes}
        pairs = [(name, value) for name, value in sorted(merged.items()) if value]
        return f"{self.path}?{urlencode(pairs)}" if pairs else self.path


class Answer(Struct, frozen=True):
    """A page to render: its template, what the template sees, the HTTP status, and seconds after which to try again (0: not told)."""

    template: str
    context: Mapping[str, object]
    status: int = 200
    wait: int = 0


class Raw(Struct, frozen=True):
    """A file to hand out instead of a page."""

    body: bytes
    media_type: str
    filename: str | None = None
    headers: Mapping[str, str] = {}


class Moved(Struct, frozen=True):
    """The thing lives at another address of this portal now; after a form was taken, the page to see (303). `session` is what the session
    cookie is to hold from now on, empty to take it away, None to leave it. `language` and `theme` are chosen anew where not empty.
    `away` is what the browser is to bring back from a log-in elsewhere, empty to forget it."""

    path: str
    status: int = 301
    session: str | None = None
    language: str = ""
    theme: str = ""
    away: str | None = None


Reply = Answer | Raw | Moved
