"""Logging in and out, over HTTP: what is told, what is not, what cannot be forced."""

from __future__ import annotations

import re

import pytest
from lxml import html

from dragoman.web.sessions import COOKIE
from web.entry import GOOD, Portal, fault, fields


@pytest.fixture
def portal(desk):
    return Portal(desk)


@pytest.mark.parametrize("name", ["Reader", "READER", "reader@desk.example"])
def test_a_name_or_an_address_with_the_password_leads_in(portal, name) -> None:
    answer = portal.log_in(name)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    page = portal.get("/")
    assert page.status_code == 200
    assert html.fromstring(page.content.decode()).xpath("//a[@class='me']/bdi/text()") == ["Reader"]
    assert portal.get("/login?next=/stories").headers["location"] == "/stories"


def test_one_is_led_back_to_where_one_wanted_to_go(portal) -> None:
    where = portal.get("/search?q=cod&language=en").headers["location"]
    answer = portal.post("/login", portal.fields(where) | {"name": "Reader", "password": GOOD})
    assert answer.headers["location"] == "/search?q=cod&language=en"


@pytest.mark.parametrize(
    "onward", ["https://evil.example/", "//evil.example", "/\\evil.example", "/x\r\nSet-Cookie: a=b", "javascript:alert(1)"]
)
def test_nobody_is_led_off_the_desk(portal, onward) -> None:
    answer = portal.log_in("Reader", next=onward)
    assert answer.headers["location"] == "/"
    assert "a=b" not in str(answer.headers.get_list("set-cookie"))


def shape(answer) -> str:
    """The page less what differs from one to the next anyway."""
    return re.sub(r'value="[^"]*"|/riddle/[^/"]*', "", answer.text)


def test_unknown_names_and_wrong_passwords_get_the_same_page(portal) -> None:
    pages = []
    for name in ("Reader", "Nobody", "reader@desk.example", "nobody@desk.example"):
        portal.client.cookies.clear()
        portal.accounts.book.note_attempts([], portal.clock.now()[:4] + "9")
        answer = portal.log_in(name, "a wrong long password")
        pages.append((answer.status_code, shape(answer), sorted(answer.headers)))
    assert pages[0][0] == 403
    assert all(page == pages[0] for page in pages)
    assert fault(answer) == "The name or the password is wrong."


def test_the_password_is_never_told_back(portal) -> None:
    answer = portal.log_in("Reader", "a-wrong-secret-word")
    assert "a-wrong-secret-word" not in answer.text
    assert "_csrf_token=" not in answer.text


def test_after_some_failures_digits_are_asked_and_the_way_in_stays_open(portal) -> None:
    for _ in range(3):
        portal.log_in("Reader", "wrong")
    answer = portal.post("/login", portal.fields("/login") | {"name": "Reader", "password": GOOD, "answer": ""})
    assert fault(answer) == "Something failed before. Type the digits too, please."
    answer = portal.post("/login", fields(answer.content) | {"name": "Reader", "password": GOOD, "answer": "x"})
    assert fault(answer) == "Those were not the digits. Here are others."
    assert portal.log_in("Reader").status_code == 303


def test_another_riddle_and_words_are_to_be_had_and_the_name_stays(portal) -> None:
    filled = portal.fields("/login") | {"name": "Reader", "password": "", "answer": ""}
    first = portal.post("/login", filled | {"how": "picture"})
    assert first.status_code == 200
    assert fields(first.content)["name"] == "Reader"
    assert 'src="/riddle/' in first.text
    words = portal.post("/login", filled | {"how": "words"})
    assert fields(words.content)["riddle"] != fields(first.content)["riddle"]
    assert len(html.fromstring(words.content.decode()).xpath("//p[@class='in-words']/text()")[0].split("·")) == 5
    assert not portal.accounts.gate.puzzled("testclient")


def test_many_wrong_passwords_wait(portal) -> None:
    answers = [portal.log_in("Reader", "wrong") for _ in range(8)]
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert fault(answers[-1]) == "That was tried too often. Try again in 1 minute."
    portal.clock.wait(minutes=1)
    assert portal.log_in("Reader").status_code == 303


def test_a_token_that_somebody_planted_is_not_taken_over(portal) -> None:
    portal.client.cookies.set(COOKIE, "planted")
    portal.log_in("Reader")
    mine = [one.value for one in portal.client.cookies.jar if one.name == COOKIE and one.value != "planted"]
    assert len(mine) == 1
    assert len(mine[0]) == 43
    portal.client.cookies.clear()
    portal.client.cookies.set(COOKIE, "planted")
    assert portal.get("/").status_code == 303


def test_logging_in_twice_gives_two_tokens_and_the_form_token_changes(portal) -> None:
    before = portal.fields("/login")["_csrf_token"]
    portal.log_in("Reader")
    one = portal.client.cookies[COOKIE]
    assert before not in portal.get("/").text
    portal.client.cookies.clear()
    portal.log_in("Reader")
    assert portal.client.cookies[COOKIE] != one


def test_logging_out_ends_the_session_on_the_desk_too(portal) -> None:
    portal.log_in("Reader")
    secret = portal.client.cookies[COOKIE]
    page = portal.get("/")
    token = page.text.partition('name="_csrf_token" value="')[2].partition('"')[0]
    assert portal.post("/logout", {}).status_code == 403
    answer = portal.post("/logout", {"_csrf_token": token})
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    portal.client.cookies.clear()
    portal.client.cookies.set(COOKIE, secret)
    assert portal.get("/").status_code == 303
    assert portal.get("/logout").status_code == 405


def test_no_page_of_another_site_logs_anybody_in(portal) -> None:
    assert portal.post("/login", {"name": "Reader", "password": GOOD}).status_code == 403
    filled = portal.fields("/login") | {"name": "Reader", "password": GOOD}
    assert portal.post("/login", filled, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    portal.client.cookies.clear()
    assert portal.post("/login", filled).status_code == 403


def test_a_second_factor_comes_next(portal) -> None:
    user = portal.accounts.people.find("Reader")
    portal.accounts.book.change_user(
        type(user)(**{**{name: getattr(user, name) for name in user.__struct_fields__}, "secret": "JBSWY3DPEHPK3PXP"})
    )
    answer = portal.log_in("Reader", next="/stories")
    assert answer.headers["location"] == "/login/second?next=/stories"
    assert portal.get("/stories").status_code == 303


def test_the_form_says_what_it_wants_in_the_readers_language(portal) -> None:
    page = html.fromstring(portal.get("/login?lang=zh-Hans").content.decode())
    labels = [label.text_content().strip() for label in page.xpath("//main//label")]
    assert labels == ["用户名/邮箱", "密码"]
    assert page.xpath("//main//button[not(@class)]/text()") == ["登录"]
    assert page.xpath("//*[@class='who-is-there']/a/text()") == ["登录", "注册"]
