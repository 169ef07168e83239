"""A reader with a browser who knows one language of the portal, on a desk that `dragoman serve` shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from typing import Any

from msgspec import Struct
from playwright.sync_api import expect

from dragoman.accounts.front import Accounts
from dragoman.desk import Desk
from dragoman.model.article import Article
from dragoman.model.query import Query
from dragoman.model.story import Story
from dragoman.web import tongues

PASSWORD = "seven cranes over the fjord"
PICTURES = Path(__file__).parents[2] / "artifacts" / "walk"
PATIENCE = 60_000
"""Milliseconds until something is said not to come."""

expect.set_options(timeout=PATIENCE)


class Box:
    """Takes letters as a mail server does."""

    def __init__(self) -> None:
        self.letters: Queue[Any] = Queue()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.letters.put(envelope)
        return "250 kept"


class Newsroom(Struct, frozen=True):
    """A portal with accounts over a desk that read pages: open to newcomers, and asking everybody for the digits of a riddle. `desk` and
    `accounts` are this process's own look at what the other one serves; `link` is the first admin's."""

    address: str
    link: str
    desk: Desk
    accounts: Accounts
    box: Box

    def collect(self, page: Path) -> Article:
        """Takes a page into the desk while the portal is up; a thread of its own, since the browser's loop runs in this one."""
        with ThreadPoolExecutor(1) as aside:
            done = aside.submit(self.desk.collect, [str(page)]).result()
        assert (done.new, done.failed) == (1, 0), done.problems
        return self.desk.arrived(-1, 1)[-1][1]

    def story(self) -> Story:
        """The largest one."""
        return max(self.desk.stories(Query(limit=100)).items, key=lambda story: len(story.members))

    def cookie(self, name: str) -> list[Any]:
        """What the browser of a user holds who logged in."""
        secret = self.accounts.gate.admit(self.accounts.people.find(name), "127.0.0.1", "a browser")
        return [{"name": "dragoman_session", "value": secret, "url": self.address}]


class Walker:
    """Clicks on what is found by the words that a reader sees, taken from the catalogs."""

    def __init__(self, tab: Any, newsroom: Newsroom, code: str) -> None:
        self.tab, self.newsroom, self.code = tab, newsroom, code
        self.say: Callable[[str], str] = tongues.get(code).catalog.gettext
        self.bar, self.main = tab.locator("header.masthead"), tab.locator("main")
        self.title = tab.locator("h1")
        self.digits = tab.locator("input[name=riddle]")

    def press(self, words: str, within: Any = None) -> None:
        (within or self.main).get_by_role("button", name=self.say(words), exact=True).first.click()

    def follow(self, words: str, within: Any = None) -> None:
        (within or self.main).get_by_role("link", name=self.say(words), exact=True).first.click()

    def fill(self, **fields: str) -> None:
        for name, value in fields.items():
            self.tab.locator(f"main input[name={name}]").fill(value)

    def sees(self, *words: str, within: Any = None) -> None:
        """All these messages of the portal stand there."""
        for one in words:
            expect(within or self.main).to_contain_text(self.say(one))

    def answer(self) -> str:
        """The digits: a person reads them from the picture, which is there; the test asks the desk's own secret what it shows."""
        expect(self.tab.locator(".riddle img")).to_be_visible()
        assert self.tab.locator(".riddle img").evaluate("node => node.decode().then(() => node.naturalWidth)") > 100
        return self.told()

    def told(self) -> str:
        """What the riddle on the page asks for."""
        accounts = self.newsroom.accounts
        return str(accounts.riddles.digits(self.digits.input_value(), accounts.clock.now()))

    def log_in(self, name: str) -> None:
        """From any page, by the link above."""
        self.follow("Log in", self.bar)
        self.sees("Name or e-mail address", "Password", "Unclear? Another one", "Type the digits", "Register")
        self.fill(name=name, password=PASSWORD, answer=self.answer())
        self.press("Log in")

    def is_in_as(self, name: str) -> None:
        expect(self.bar.locator(".me bdi")).to_have_text(name)

    def log_out(self) -> None:
        self.press("Log out", self.bar)
        expect(self.bar.get_by_role("link", name=self.say("Log in"), exact=True)).to_be_visible()

    def is_at(self, *steps: str) -> None:
        """The where-you-are line names these, in this order."""
        line = self.tab.get_by_role("navigation", name=self.say("You are here"))
        expect(line).to_contain_text(re.compile(".*".join(re.escape(step) for step in steps), re.DOTALL))

    def picture(self, name: str) -> None:
        """Keeps what is seen, under a folder that git ignores."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.tab.screenshot(path=PICTURES / f"{self.code}-{name}.png")
