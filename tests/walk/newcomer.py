"""What a newcomer does on the portal, step by step; every step asserts what must be seen."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from dragoman.model.article import Article
from dragoman.model.query import Query
from dragoman.web import tongues
from walk.pages_walked import LATE
from walk.walker import PASSWORD, PATIENCE, Walker


def registers(walker: Walker, name: str, email: str) -> None:
    tab = walker.tab
    tab.goto("/")
    walker.follow("Register", walker.bar)
    expect(walker.title).to_have_text(walker.say("Register"))
    walker.sees("Name", "E-mail address", "Password", "The same password once more", "Type the digits", "Digits in words")
    walker.fill(name=name, email=email, password=PASSWORD, again=PASSWORD, answer="00000")
    walker.picture("register")
    first = walker.digits.input_value()
    walker.press("Unclear? Another one")
    expect(walker.digits).not_to_have_value(first)
    expect(tab.locator("main input[name=name]")).to_have_value(name)
    wrong = "99999" if walker.answer() == "00000" else "00000"
    walker.fill(password=PASSWORD, again=PASSWORD, answer=wrong)
    walker.press("Register")
    expect(tab.get_by_role("alert")).to_have_text(walker.say("Those were not the digits. Here are others."))
    walker.fill(password=PASSWORD, again=PASSWORD, answer=walker.answer())
    walker.press("Register")
    walker.is_in_as(name)


def confirms_the_address(walker: Walker, email: str) -> None:
    letter = walker.newsroom.box.letters.get(timeout=PATIENCE / 1000)
    assert letter.rcpt_tos == [email]
    link = re.search(rb"http://\S+(/confirm/[\w-]+)", letter.content)
    assert link, letter.content
    walker.tab.goto(link[1].decode())
    walker.press("The address is mine")
    walker.sees("The address is confirmed.")


def comes_back(walker: Walker, name: str, *called: str) -> None:
    for one in called:
        walker.log_out()
        walker.log_in(one)
        walker.is_in_as(name)


def watches_the_news_roll(walker: Walker, folder: Path) -> Article:
    """What is collected by another process meanwhile comes in by itself; a pause holds, also after the page is loaded again."""
    tab, late = walker.tab, LATE[walker.code]
    walker.follow("Latest", walker.bar)
    expect(walker.title).to_have_text(walker.say("Latest"))
    walker.is_at(walker.say("Desk"), walker.say("Latest"))
    expect(tab.locator("li.line")).to_have_count(min(30, walker.newsroom.desk.many(Query())))
    walker.picture("latest")
    walker.follow("Rolling news")
    expect(walker.title).to_have_text(walker.say("Rolling news"))
    box = tab.locator("[data-rolling]")
    button, state = box.locator("[data-rolling-pause]"), box.locator("[data-rolling-state]")
    expect(state).to_have_text(walker.say("New articles appear here by themselves."))
    article = walker.newsroom.collect(late.write(folder))
    expect(box.locator("li").first).to_contain_text(late.title)
    expect(box.locator("li").first).to_contain_text(late.outlet)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(state).to_have_text(walker.say("Paused."))
    tab.reload()
    expect(state).to_have_text(walker.say("Paused."))
    button.click()
    expect(state).to_have_text(walker.say("New articles appear here by themselves."))
    walker.picture("rolling")
    box.locator("li a").first.click()
    assert (article.title, article.section, article.url) == (late.title, late.section, late.url)
    assert late.author in article.authors
    assert late.tag in article.tags
    return article


def sees_the_whole_article(walker: Walker, article: Article) -> None:
    """Time, source, section, where the original is, text, tags, keywords."""
    tab, reading = walker.tab, walker.newsroom.desk.reading(article.id)
    expect(walker.title).to_have_text(article.title)
    walker.is_at(walker.say("Desk"), article.source.title, *([article.section] if article.section else ()))
    card = tab.locator("dl.card")
    walker.sees("Published", "Source", "Original", "Language", "Reading time", within=card)
    if article.published.value:
        expect(card.locator("time").first).to_have_attribute("datetime", re.compile(re.escape(article.published.value[:10])))
    else:
        walker.sees("The page gives no date: this interval is inferred.", within=card)
    expect(card).to_contain_text(article.source.title)
    if article.section:
        expect(card.locator("[itemprop=articleSection]")).to_have_text(article.section)
    if article.url.startswith("http"):
        expect(card.locator("a.original")).to_have_attribute("href", article.url)
    else:
        walker.sees("a saved page that names no address of its own", within=card)
    paragraphs = [line.strip() for line in article.text.split("\n\n")[:3]]
    for place, line in enumerate(paragraphs):
        expect(tab.locator(".text p").nth(place)).to_contain_text(line)
    for tag in article.tags:
        expect(tab.locator(f".side .chips li[title='{walker.say('tag of the page')}']").filter(has_text=tag)).to_have_count(1)
    assert reading.keywords
    words = tab.locator(".side section").filter(has=tab.get_by_role("heading", name=walker.say("Keywords"), exact=True))
    expect(words.locator("li")).to_have_text([keyword.term for keyword in reading.keywords])


def stars(walker: Walker, article: Article) -> None:
    walker.press("star")
    expect(walker.main.get_by_role("button", name=walker.say("starred"), exact=True)).to_have_attribute("aria-pressed", "true")
    walker.picture("article")
    walker.tab.goto("/starred")
    expect(walker.tab.locator("li.line h2")).to_have_text([article.title])


def compares_a_story(walker: Walker) -> None:
    tab, story = walker.tab, walker.newsroom.story()
    walker.follow("Latest", walker.bar)
    walker.follow("By story")
    tab.locator(f"li.line h2 a[href='/story/{story.id}']").click()
    for part in ("summary", "timeline", "positions", "statements", "names", "press", "articles"):
        expect(tab.locator(f"section#{part}")).to_be_visible()
    walker.picture("story")
    walker.follow("Compare accounts")
    expect(walker.title).to_have_text(walker.say("Compare"))
    tab.locator("main a[href*='languages=']").first.click()
    expect(tab.locator(".compare-head")).to_have_count(2)
    walker.picture("compare")


def searches_and_changes_the_language(walker: Walker, words: str, other: str) -> None:
    tab = walker.tab
    tab.get_by_role("searchbox", name=walker.say("Search the desk")).fill(words)
    tab.keyboard.press("Enter")
    expect(tab.locator("ol.lines mark").first).to_be_visible()
    walker.picture("search")
    tab.locator(f".tongues a[hreflang='{other}']").click()
    expect(tab.locator("html")).to_have_attribute("lang", other)
    expect(walker.title).to_contain_text(tongues.get(other).catalog.gettext("Search"))
    tab.locator(f".tongues a[hreflang='{walker.code}']").click()
    expect(tab.locator("html")).to_have_attribute("lang", walker.code)
