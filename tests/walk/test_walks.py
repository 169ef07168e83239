"""The portal walked in Chromium over a desk of real pages: by a newcomer, without a mouse, without scripts, from right to left, on a phone."""

from __future__ import annotations

import re
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import expect

import portal_beside as beside
from dragoman.desk import Desk
from dragoman.model.query import Query
from walk import newcomer
from walk.serving import answers, serving
from walk.walker import PASSWORD, PATIENCE, Box, Newsroom, Walker

PHONE = {"width": 375, "height": 800}
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
WAYS = {"registration": "open", "captcha": "always", "smtp_host": "127.0.0.1", "smtp_security": "none", "mail_from": "desk@paper.example"}


@pytest.fixture(scope="module")
def box() -> Iterator[tuple[Box, int]]:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = int(held.getsockname()[1])
    kept = Box()
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    yield kept, port
    controller.stop()


@pytest.fixture(scope="module")
def newsroom(sample_desk: Path, box: tuple[Box, int], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """The sample corpus, and the captures of ../shared where they are there, shown by `dragoman serve`."""
    folder = tmp_path_factory.mktemp("newsroom") / "desk"
    shutil.copytree(sample_desk, folder)
    seeds = [str(path) for path in sorted(SEEDS.glob("*.txt"))]
    with Desk.open(desk=str(folder), accounts=True) as desk:
        assert not seeds or not desk.collect(seeds).failed
        accounts = desk.accounts(write=True)
        switches = {"accounts": "yes", "open_reading": "yes", "rate": "0", "form_rate": "0", "smtp_port": str(box[1])}
        with serving(folder, **WAYS, **switches) as (address, link):
            made = Newsroom(address, link, desk, accounts, box[0])
            answers(f"{address}/story/{made.story().id}")
            yield made


@pytest.fixture
def walk(browser: Any, newsroom: Newsroom) -> Iterator[Callable[..., Walker]]:
    """Opens tabs for readers of a language, each with its own cookies; closes them."""
    contexts: list[Any] = []

    def open_tab(code: str = "en", **how: Any) -> Walker:
        size = {"width": 1280, "height": 900}
        contexts.append(browser.new_context(**{"base_url": newsroom.address, "locale": code, "viewport": size, **how}))
        contexts[-1].set_default_timeout(PATIENCE)
        return Walker(contexts[-1].new_page(), newsroom, code)

    yield open_tab
    for context in contexts:
        context.close()


# The newcomer


@pytest.mark.parametrize(("code", "words", "other"), [("zh-Hans", "北约", "en"), ("en", "NATO", "zh-Hans")])
def test_a_newcomer_registers_reads_compares_and_leaves(walk, tmp_path, code, words, other):
    walker, name, email = walk(code), f"newcomer {code}", f"newcomer.{code.lower()}@paper.example"
    newcomer.registers(walker, name, email)
    newcomer.confirms_the_address(walker, email)
    newcomer.comes_back(walker, name, name, email)
    article = newcomer.watches_the_news_roll(walker, tmp_path)
    newcomer.sees_the_whole_article(walker, article)
    newcomer.stars(walker, article)
    for seed in [held for held, _ in walker.newsroom.desk.latest(Query(limit=100)).items if held.tags and held.id != article.id]:
        walker.tab.goto(f"/article/{seed.id}")
        newcomer.sees_the_whole_article(walker, seed)
    newcomer.compares_a_story(walker)
    newcomer.searches_and_changes_the_language(walker, words, other)
    walker.log_out()


# Without a mouse


def tab_to(tab: Any, selector: str, most: int = 150) -> None:
    """Presses Tab until what has the focus fits; each stop on the way must be seen to have it (dates and sounds have parts that
    show it themselves)."""
    for _ in range(most):
        tab.keyboard.press("Tab")
        here, seen, what = tab.evaluate(
            """selector => { const here = document.activeElement, style = getComputedStyle(here);
               return [here.matches(selector), style.outlineStyle !== 'none' || here.type === 'date' || here.tagName === 'AUDIO', here.outerHTML.slice(0, 120)]; }""",
            selector,
        )
        assert seen, f"the focus cannot be seen on {what}"
        if here:
            return
    raise AssertionError(f"{selector} is not reached with {most} tabs")


def types(tab: Any, selector: str, words: str) -> None:
    tab_to(tab, selector)
    tab.keyboard.type(words)


def keys(tab: Any) -> Callable[..., None]:
    """Presses keys one after the other; a page listens once it has been read."""

    def press(*pressed: str) -> None:
        tab.wait_for_load_state("domcontentloaded")
        for key in pressed:
            tab.keyboard.press(key)

    return press


def test_a_reader_without_a_mouse_logs_in_reads_notes_and_searches(walk, newsroom):
    newsroom.accounts.people.add("keys only", password=PASSWORD)
    walker = walk("en", reduced_motion="reduce")
    tab, press = walker.tab, keys(walker.tab)
    tab.context.route(re.compile(r"^https://"), lambda route: route.fulfill(body="the original"))
    tab.goto("/")
    tab_to(tab, "header a[href^='/login']")
    press("Enter")
    expect(walker.title).to_have_text("Log in")
    types(tab, "#name", "keys only")
    types(tab, "#password", PASSWORD)
    types(tab, "#answer", walker.told())
    press("Enter")
    walker.is_in_as("keys only")
    press(*"jjk")
    item = tab.locator(".item-here")
    expect(item).to_have_count(1)
    expect(item.locator("h2 a")).to_be_focused()
    title = item.locator("h2").inner_text()
    press("m")
    expect(tab.locator("li.line.is-read h2")).to_have_text([title])
    press(*"js")
    expect(tab.locator("[data-key=s][aria-pressed=true]")).to_have_count(1)
    press(*"jo")
    expect(walker.title).to_have_text(title)
    press("n")
    expect(walker.title).not_to_have_text(title)
    press("p")
    expect(walker.title).to_have_text(title)
    press("v")
    expect(tab.locator("body")).to_have_text("the original")
    tab.go_back()
    press("?")
    expect(tab.get_by_role("dialog", name="Keys")).to_be_visible()
    press("Escape")
    expect(tab.get_by_role("dialog", name="Keys")).to_be_hidden()
    press("/")
    tab.keyboard.type("NATO jks?")
    expect(tab.locator("#quick-q")).to_have_value("NATO jks?")
    press("Escape")
    expect(tab.locator("#quick-q")).not_to_be_focused()
    press(*"gs")
    expect(walker.title).to_have_text("Stories")
    tab_to(tab, ".tongues a[hreflang='zh-Hans']")
    press("Enter")
    expect(tab.locator("html")).to_have_attribute("lang", "zh-Hans")


# Without scripts


def test_a_reader_without_scripts_logs_in_filters_notes_and_leaves(walk, newsroom):
    newsroom.accounts.people.add("no scripts", password=PASSWORD)
    walker = walk("en", java_script_enabled=False)
    tab = walker.tab
    tab.goto("/login")
    walker.press("Digits in words")
    expect(tab.locator(".in-words")).to_be_visible()
    walker.fill(name="no scripts", password=PASSWORD, answer=walker.told())
    walker.press("Log in")
    walker.is_in_as("no scripts")
    tab.locator("form.filters select[name=language]").select_option("zh")
    walker.press("Filter")
    expect(tab.locator("li.line .language").first).to_have_text("Chinese")
    expect(tab.locator("li.line .language").filter(has_not_text="Chinese")).to_have_count(0)
    title = tab.locator("li.line h2").first.inner_text()
    walker.press("star")
    walker.follow("Starred")
    expect(tab.locator("li.line h2")).to_have_text([title])
    tab.goto("/rolling")
    assert tab.locator("[data-rolling] li").count() > 0
    expect(tab.locator("[data-rolling-pause]")).to_be_hidden()
    walker.follow("every 30 seconds")
    expect(tab.locator("meta[http-equiv=refresh]")).to_have_attribute("content", "30")
    walker.log_out()


# From right to left, and on a phone


def pages_of(newsroom: Newsroom) -> list[str]:
    """Every kind of page of the desk, with the story that has most articles."""
    story = newsroom.story()
    one, other = (member.article for member in newsroom.desk.brief(story.id).members[:2])
    lists = [path for path in beside.addresses() if path.count("/") == 1 and not re.search("a000000|sfeed", path)]
    about = [f"/story/{story.id}", f"/article/{one}", f"/article/{one}/takedown", f"/compare?a={one}&b={other}", "/entities/NATO"]
    admin = newsroom.accounts.people.find("admin").id
    return [*lists, *about, *(path.format(user=admin) for path in beside.OWN.values())]


@pytest.mark.parametrize("code", ["ar", "en", "ru", "zh-Hans"])
def test_every_page_is_there_without_scripts_and_none_is_wider_than_its_window(walk, newsroom, code):
    walker = walk(code, java_script_enabled=False)
    tab = walker.tab
    tab.context.add_cookies(newsroom.cookie("admin"))
    wide = []
    for path in pages_of(newsroom):
        answer = tab.goto(path)
        assert (answer.status, tab.locator("h1").count()) == (200, 1), path
        for size in ({"width": 1280, "height": 800}, PHONE):
            tab.set_viewport_size(size)
            if tab.evaluate("document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollLeft !== 0"):
                wide.append((path, size["width"]))
        if path == "/" or path.startswith(("/story/", "/account")):
            walker.picture(f"phone{path.replace('/', '-')}")
    assert wide == []


def test_in_arabic_the_desk_is_mirrored_and_foreign_text_is_not(walk, newsroom):
    walker = walk("ar")
    tab = walker.tab
    tab.goto("/")
    walker.picture("latest")
    expect(tab.locator("html")).to_have_attribute("dir", "rtl")
    right, left = tab.locator(".brand a").bounding_box(), tab.locator("nav.tongues a").last.bounding_box()
    assert right["x"] + right["width"] > 1280 / 2 > left["x"]
    at, what = (tab.locator(f"li.line .{part}").first.bounding_box() for part in ("at", "what"))
    assert at["x"] > what["x"]
    assert tab.locator("li.line h2 a[lang=en]").first.evaluate("node => getComputedStyle(node).direction") == "ltr"
    tab.goto(f"/story/{newsroom.story().id}")
    walker.picture("story")
    assert tab.locator("h1").evaluate("node => getComputedStyle(node).direction + getComputedStyle(node).textAlign") == "ltrright"
