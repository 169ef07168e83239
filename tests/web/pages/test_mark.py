from __future__ import annotations

import pytest
from litestar.testing import TestClient

from dragoman.web.app import create_app

EN = "a0000000000000001"


@pytest.fixture
def sent(client):
    """Sends the form as the page has it."""

    def send(**fields):
        client.get("/")
        token = next(value for name, value in client.cookies.items() if name.startswith("dragoman_form_"))
        return client.post("/mark", data={"_csrf_token": token, **fields}, follow_redirects=False)

    return send


def test_a_star_is_set_and_taken_away_without_a_script(sent, desk, page):
    answer = sent(article=EN, set="star", back="/?language=en")
    assert (answer.status_code, answer.headers["location"]) == (303, "/?language=en")
    assert desk.noted["", EN].star
    line = page("/").xpath("//ol[@class='lines']/li")[0]
    assert line.xpath(".//button[@aria-pressed='true']/@value") == ["-star"]
    assert line.xpath(".//button/@data-key") == ["m", "s"]
    assert [link.get("href") for link in page("/starred").xpath("//ol[@class='lines']//h2/a")] == [f"/article/{EN}"]
    sent(article=EN, set="-star", back="/")
    assert not desk.noted["", EN].star


def test_what_is_read_can_be_hidden(sent, desk, client, page):
    sent(article=EN, set="read", back="/")
    assert "is-read" in page("/").xpath("//ol[@class='lines']/li")[0].get("class")
    client.get("/?unread=1")
    assert desk.asked[-1].unread_by == ""
    assert page("/?unread=1").xpath("//p[@class='noted']/a[@aria-current]/@href") == ["/"]


def test_all_of_a_list_are_marked_as_read(sent, desk):
    assert sent(set="all", language="zh", back="/").status_code == 303
    assert desk.asked[-1].language == "zh"
    assert desk.noted["", EN].read


def test_later_is_a_list_of_its_own_and_empty_lists_say_so(sent, page):
    assert "Nothing is noted" in page("/later").text_content()
    sent(article=EN, set="later", back="/")
    assert page("/later").xpath("//ol[@class='lines']//h2/a")


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""])
def test_nobody_is_led_away(sent, back):
    assert sent(article=EN, set="star", back=back).headers["location"] == "/"


def test_forms_that_say_nothing_and_other_sites_are_refused(sent, client):
    assert sent(article=EN, set="burn").status_code == 400
    assert sent(set="star").status_code == 400
    assert sent(article="a0", set="star").status_code == 404
    assert client.post("/mark", data={"article": EN, "set": "star"}).status_code == 403


def test_a_form_needs_its_token_on_every_desk(fakes):
    with TestClient(create_app(fakes.FakeDesk())) as client:
        assert client.post("/mark", data={"article": EN, "set": "star"}).status_code == 403
