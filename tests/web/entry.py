"""A portal with accounts, for tests: hashes that cost little, a clock that is set by hand, forms filled in as a browser would."""

from __future__ import annotations

import re
from typing import Any

from litestar.testing import TestClient
from lxml import html

from dragoman.accounts.front import Accounts
from dragoman.accounts.passwords import Passwords
from dragoman.accounts.secrecy import after
from dragoman.store.memory import Memory
from dragoman.store.sqlite import Sqlite
from dragoman.web.app import create_app
from dragoman.web.care import Care
from dragoman.web.sessions import COOKIE

GOOD = "a good long password"
SETTINGS = {
    "registration": "open",
    "captcha": "failures",
    "open_reading": False,
    "session_days": 14,
    "public_address": "",
    "host": "127.0.0.1",
    "port": 8000,
    "smtp_host": "",
    "smtp_port": 587,
    "smtp_user": "",
    "smtp_password": "",
    "smtp_security": "none",
    "mail_from": "",
    "oidc_issuer": "",
    "oidc_client": "",
    "oidc_secret": "",
    "oidc_name": "OpenID",
    "oidc_accounts": "link",
}


class HandClock:
    def __init__(self) -> None:
        self.at = "2031-03-10T10:00:00+00:00"

    def now(self) -> str:
        return self.at

    def wait(self, **delta: float) -> None:
        self.at = after(self.at, **delta)


class Portal:
    """A desk's portal with users of each role, all with the same password."""

    def __init__(self, desk: Any, https: bool = False, pleas: bool = False, store: Sqlite | None = None, **settings: Any) -> None:
        """`store`: one in a file, for a server that many threads ask."""
        self.clock = HandClock()
        self.accounts = Accounts(store or Memory(), self.clock, SETTINGS | settings, Passwords(1, 8))
        for role in ("admin", "editor", "analyst", "reader"):
            self.accounts.people.add(role.title(), f"{role}@desk.example", role, password=GOOD)
        self.app = app = create_app(desk, judging=desk, accounts=self.accounts, care=Care(https=https, pleas=pleas))
        base = "https://testserver.local" if https else "http://testserver.local"
        self.client: TestClient[Any] = TestClient(app, base_url=base)
        self.client.headers["accept-language"] = "en"

    def get(self, path: str, **more: Any) -> Any:
        return self.client.get(path, follow_redirects=False, **more)

    def fields(self, path: str) -> dict[str, str]:
        """The fields of the first form of a page that is sent to the desk (the log-out of the masthead aside)."""
        return fields(self.get(path).content)

    def post(self, path: str, data: dict[str, str], **more: Any) -> Any:
        return self.client.post(path, data=data, follow_redirects=False, **more)

    def log_in(self, name: str, password: str = GOOD, **more: str) -> Any:
        """Fills the form in and sends it, with the answer of its riddle where there is one."""
        return self.post("/login", self.answered(self.fields("/login")) | {"name": name, "password": password} | more)

    def cookie(self, who: str, name: str = "Admin") -> dict[str, str]:
        """What the browser of somebody holds who is logged in ("whole"), has not given the code of the second factor yet ("half"), or is
        nobody ("")."""
        user = self.accounts.people.find(name)
        return {COOKIE: self.accounts.gate.admit(user, "127.0.0.1", "a browser", second=who == "whole")} if who else {}

    def links(self, name: str) -> tuple[str, str, str]:
        """Somebody's link to set a password, one that confirms an address, and their id."""
        user = self.accounts.people.find(name)
        return self.accounts.people.link(user, "first"), self.accounts.people.link(user, "confirm"), user.id

    def answered(self, filled: dict[str, str]) -> dict[str, str]:
        """The same fields with the riddle solved."""
        riddle = filled.get("riddle")
        return filled | ({"answer": self.accounts.riddles.digits(riddle, self.clock.now()) or ""} if riddle else {})


def fields(page: bytes) -> dict[str, str]:
    """What the form in the page's main part holds."""
    tree = html.fromstring(page.decode())
    forms = tree.xpath("//main//form[@method='post']")
    return {field.get("name"): field.get("value") or "" for field in forms[0].xpath(".//input")} if forms else {}


def fault(answer: Any) -> str:
    """What a page says went wrong."""
    found = html.fromstring(answer.content.decode()).xpath("//*[@id='fault']")
    return re.sub(r"\s+", " ", found[0].text_content()).strip() if found else ""
