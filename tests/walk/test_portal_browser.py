"""A walk through the portal in a real browser, with scripts switched off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import portal_beside as beside

STORY, EN, AR = beside.STORY, beside.EN, beside.AR
PATHS = beside.addresses()


@pytest.fixture
def tab(browser: Any, portal: str) -> Iterator[Any]:
    context = browser.new_context(base_url=portal, locale="en-GB", java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_a_newcomer_walks_from_the_latest_news_to_the_words_behind_a_line(tab):
    tab.goto("/")
    assert tab.title() == "Latest · Dragoman"
    tab.get_by_role("link", name="Norland and Westmark to meet over cod").first.click()
    tab.wait_for_url(f"**{EN}")
    assert tab.locator("h1").inner_text() == "Norland and Westmark to meet over cod"
    tab.get_by_role("link", name="Norland and Westmark to meet over cod").click()
    tab.wait_for_url(f"**{STORY}")
    assert "3 independent texts of 4 articles" in tab.locator(".breadth").inner_text()
    tab.locator("#agenda .proof").first.click()
    tab.wait_for_url("**#mark")
    assert tab.locator("mark").inner_text() == "Envoys of Norland and Westmark will meet on 14 March"
    assert tab.locator("mark").evaluate("node => node.getBoundingClientRect().top < innerHeight")


def test_what_was_taken_out_is_hidden_until_asked_for(tab):
    tab.goto(EN)
    row = tab.get_by_role("cell", name="phrase: advertisement")
    assert not row.is_visible()
    tab.locator("details.removed > summary").click()
    assert row.is_visible()


def test_the_language_of_the_desk_changes_and_stays(tab):
    tab.goto("/stories")
    tab.get_by_role("link", name="简体中文").click()
    tab.wait_for_url("**/stories?lang=zh-Hans")
    assert tab.locator("h1").inner_text() == "报道"
    tab.get_by_role("link", name="日程").click()
    tab.wait_for_url("**/agenda")
    assert tab.locator("html").get_attribute("lang") == "zh-Hans"
    assert tab.locator("h1").inner_text() == "日程"


def test_searching_needs_no_script(tab):
    tab.goto("/")
    tab.get_by_role("searchbox", name="Search the desk").fill("cod")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search?q=cod")
    assert tab.locator("ol.lines mark").first.inner_text() == "cod"


def test_names_are_parted_and_the_word_taken_back_without_a_script(tab):
    tab.goto("/entities")
    tab.get_by_role("link", name="Mara Quell").click()
    tab.wait_for_url("**/entities/person%3Amara-quell")
    assert "奎尔" in tab.locator(".by-language").inner_text()
    tab.get_by_role("button", name="These are different").click()
    tab.wait_for_url("**/entities/person%3Amara-quell")
    assert "What people said" in tab.locator("#unions").inner_text()
    tab.get_by_role("button", name="Undo").click()
    assert "undone" in tab.locator("#unions").inner_text()
    tab.locator("#articles .proof").first.click()
    tab.wait_for_url("**#mark")
    assert tab.locator("mark").inner_text() == "Mara Quell"


def test_a_story_is_split_and_the_word_taken_back_without_a_script(tab):
    tab.goto(STORY)
    tab.get_by_role("checkbox", name="not of this story").nth(1).check()
    tab.get_by_role("button", name="The ticked articles are another story").click()
    tab.wait_for_url(f"**{STORY}#filing")
    assert "another story" in tab.locator("#filing").inner_text()
    tab.get_by_role("button", name="Undo").first.click()
    tab.wait_for_url(f"**{STORY}#filing")
    assert "undone" in tab.locator("#filing").inner_text()


def test_the_first_tab_stop_skips_to_the_content(tab):
    tab.goto("/")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    assert tab.locator(".skip").bounding_box()["y"] >= 0
    tab.keyboard.press("Enter")
    tab.wait_for_url("**#main")


def test_arabic_text_runs_from_the_right_within_a_chinese_page(browser, portal):
    context = browser.new_context(base_url=portal, locale="zh-CN", java_script_enabled=False)
    tab = context.new_page()
    tab.goto(AR)
    assert tab.locator("html").get_attribute("dir") == "ltr"
    assert tab.locator(".text").evaluate("node => getComputedStyle(node).direction") == "rtl"
    context.close()


def test_no_page_scrolls_sideways(browser, portal):
    context = browser.new_context(base_url=portal, java_script_enabled=False)
    tab = context.new_page()
    for path in PATHS:
        tab.goto(path)
        for width in (1280, 800, 360):
            tab.set_viewport_size({"width": width, "height": 800})
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)
    context.close()


def test_nothing_foreign_runs_and_nothing_is_fetched_from_elsewhere(browser, portal):
    context = browser.new_context(base_url=portal)
    tab = context.new_page()
    dialogs, asked, complaints = [], [], []
    tab.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text))
    for path in PATHS:
        tab.goto(path)
    assert dialogs == []
    assert complaints == []
    assert {url.split("/", 3)[2] for url in asked} == {portal.split("/")[2]}
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_enough_contrast(browser, portal, scheme):
    """WCAG 2.2, 1.4.3: 4.5 to 1 for every colour of text that the style sheet names, on the three grounds it stands on."""
    context = browser.new_context(base_url=portal, color_scheme=scheme)
    tab = context.new_page()
    tab.goto("/")
    colours = tab.evaluate(
        """() => Object.fromEntries(['ink','quiet','accent','link','good','bad','paper','sheet','tint','mark','mark-ink'].map(name => {
             const probe = document.body.appendChild(document.createElement('i'));
             probe.style.color = `var(--${name})`;
             return [name, getComputedStyle(probe).color.match(/[\\d.]+/g).slice(0, 3).map(Number)];
           }))"""
    )

    def light(name: str) -> float:
        parts = [value / 255 for value in colours[name]]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)

    pairs = [(ink, ground) for ink in ("ink", "quiet", "accent", "link", "good", "bad") for ground in ("paper", "sheet", "tint")]
    for ink, ground in [*pairs, ("mark-ink", "mark"), ("paper", "ink")]:
        high, low = sorted((light(ink), light(ground)), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5, (ink, ground)
    context.close()


# With a script: keys and themes


@pytest.fixture
def keyed(browser: Any, portal: str) -> Iterator[Any]:
    context = browser.new_context(base_url=portal, locale="en-GB", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_the_desk_is_walked_with_the_keyboard_alone(keyed):
    keyed.goto("/")
    keyed.keyboard.press("j")
    keyed.keyboard.press("j")
    keyed.keyboard.press("k")
    assert keyed.locator(".item-here").count() == 1
    assert keyed.evaluate("document.activeElement.closest('.item-here') !== null")
    title = keyed.evaluate("document.activeElement.innerText")
    keyed.keyboard.press("o")
    keyed.wait_for_url("**/article/*")
    assert keyed.locator("h1").inner_text() == title
    keyed.keyboard.press("g")
    keyed.keyboard.press("s")
    keyed.wait_for_url("**/stories")
    keyed.keyboard.press("j")
    keyed.keyboard.press("Enter")
    keyed.wait_for_url("**/story/*")


def test_keys_of_a_cyrillic_keyboard_count_by_their_place(keyed):
    keyed.goto("/")
    keyed.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'о', code: 'KeyJ', bubbles: true}))")
    assert keyed.locator(".item-here").count() == 1


def test_the_question_mark_opens_the_sheet_and_escape_closes_it(keyed):
    keyed.goto("/agenda")
    keyed.keyboard.press("?")
    assert keyed.get_by_role("dialog", name="Keys").is_visible()
    keyed.keyboard.press("j")
    assert keyed.locator(".item-here").count() == 0
    keyed.keyboard.press("Escape")
    assert not keyed.locator("#keys-sheet").is_visible()
    keyed.get_by_role("link", name="Keys").click()
    assert keyed.get_by_role("dialog", name="Keys").is_visible()


def test_keys_do_nothing_while_somebody_types_or_when_they_are_off(keyed):
    keyed.goto("/")
    keyed.keyboard.press("/")
    keyed.keyboard.type("jgs?")
    assert keyed.get_by_role("searchbox", name="Search the desk").input_value() == "jgs?"
    assert keyed.locator(".item-here").count() == 0
    keyed.keyboard.press("Escape")
    keyed.keyboard.press("?")
    keyed.get_by_role("button", name="Turn the keys off").click()
    keyed.keyboard.press("Escape")
    keyed.keyboard.press("j")
    assert keyed.locator(".item-here").count() == 0
    keyed.goto("/keys")
    keyed.get_by_role("button", name="Turn the keys on").click()
    keyed.goto("/")
    keyed.keyboard.press("j")
    assert keyed.locator(".item-here").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_is_the_reader_s_choice_without_a_script(browser, portal, scheme):
    context = browser.new_context(base_url=portal, java_script_enabled=False, color_scheme=scheme)
    tab = context.new_page()
    ground = "getComputedStyle(document.body).backgroundColor"
    tab.goto("/")
    grounds = {"light": "rgb(251, 250, 246)", "dark": "rgb(21, 23, 26)"}
    assert tab.evaluate(ground) == grounds[scheme]
    for theme, label in (("dark", "Dark"), ("light", "Light")):
        tab.get_by_role("link", name=label, exact=True).click()
        tab.goto("/stories")
        assert tab.evaluate(ground) == grounds[theme]
    tab.get_by_role("link", name="Auto", exact=True).click()
    assert tab.evaluate(ground) == grounds[scheme]
    context.close()


def test_who_wants_less_motion_gets_none_and_paper_is_white(browser, portal):
    context = browser.new_context(base_url=portal, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto("/?theme=dark")
    assert tab.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    tab.emulate_media(media="print")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not tab.locator(".foot").is_visible()
    context.close()
