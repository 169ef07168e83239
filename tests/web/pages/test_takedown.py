from __future__ import annotations

import re

import pytest
from litestar.testing import TestClient
from lxml import html

from dragoman.web.app import create_app
from dragoman.web.care import Care
from web.entry import Portal, fault

EN = "a0000000000000001"


@pytest.fixture
def anybody(desk):
    with TestClient(create_app(desk, care=Care(pleas=True))) as client:
        yield client


@pytest.fixture
def editor(desk):
    with TestClient(create_app(desk, judging=desk, care=Care(pleas=True))) as client:
        yield client


def send(client, page, action, **fields):
    tree = html.fromstring(client.get(page).text)
    (form,) = [one for one in tree.xpath("//form") if one.get("action") == action][:1]
    hidden = {field.get("name"): field.get("value") for field in form.xpath(".//input[@type='hidden']")}
    return client.post(action, data={**hidden, **fields}, follow_redirects=False)


def test_anybody_may_ask_and_is_thanked(anybody, desk):
    page = f"/article/{EN}/takedown"
    assert page in anybody.get(f"/article/{EN}").text
    answer = send(anybody, page, "/takedown", reason="It is\r\nmine.", contact="ann@example.org")
    assert (answer.status_code, answer.headers["location"]) == (303, f"{page}?sent=1")
    assert "The request is kept" in anybody.get(answer.headers["location"]).text
    assert [(plea.article, plea.reason, plea.contact) for plea in desk.pleas()] == [(EN, "It is\nmine.", "ann@example.org")]


def test_robots_and_empty_forms_leave_nothing(anybody, desk):
    page = f"/article/{EN}/takedown"
    assert send(anybody, page, "/takedown", reason="buy", website="http://spam.example").status_code == 303
    assert send(anybody, page, "/takedown", reason=" ").status_code == 400
    assert send(anybody, page, "/takedown", reason="x" * 4001).status_code == 400
    assert anybody.post("/takedown", data={"article": EN, "reason": "no token"}).status_code == 403
    assert desk.pleas() == ()


def test_an_address_may_ask_six_times_an_hour(anybody, desk):
    page = f"/article/{EN}/takedown"
    codes = [send(anybody, page, "/takedown", reason=str(number)).status_code for number in range(8)]
    assert codes == [303] * 6 + [429] * 2
    refused = send(anybody, page, "/takedown", reason="more")
    assert int(refused.headers["retry-after"]) > 500
    assert len(desk.pleas()) == 6


def test_only_editors_see_what_is_asked_and_remove(anybody, desk):
    assert anybody.get("/takedowns").status_code == 404
    assert "Remove it now" not in anybody.get(f"/article/{EN}/takedown").text
    token = re.findall(r'name="_csrf_token" value="(\w+)"', anybody.get(f"/article/{EN}/takedown").text)[0]
    answer = anybody.post("/takedowns/decide", data={"_csrf_token": token, "kind": "remove", "article": EN, "sure": "1"})
    assert answer.status_code in (404, 405)
    assert desk.tombstones() == ()


def test_an_editor_removes_and_a_tombstone_stands_there(editor, desk):
    desk.plead(EN, "<b>mine</b>", "ann")
    assert "&lt;b&gt;mine&lt;/b&gt;" in editor.get("/takedowns").text
    page = f"/article/{EN}/takedown"
    assert send(editor, page, "/takedowns/decide", reason="court order").status_code == 400
    answer = send(editor, page, "/takedowns/decide", reason="court order", sure="1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/takedowns")
    gone = editor.get(f"/article/{EN}")
    assert gone.status_code == 410
    assert "court order" in gone.text
    assert "Norland" not in gone.text
    assert "court order" in editor.get("/takedowns").text


def test_an_editor_refuses_and_takes_back(editor, desk):
    desk.plead(EN, "mine", "ann")
    assert send(editor, "/takedowns", "/takedowns/decide").status_code == 303
    assert desk.pleas()[0].state == "refused"
    desk.takedown(EN, "wrong one")
    assert send(editor, "/takedowns", "/takedowns/decide").status_code == 303
    assert desk.tombstones()[0].undone
    assert editor.get(f"/article/{EN}").status_code == 200
    token = re.findall(r'name="_csrf_token" value="(\w+)"', editor.get(f"/article/{EN}/takedown").text)[0]
    for fields in ({"kind": "undo", "n": "9"}, {"kind": "undo", "n": "x"}, {"kind": "burn"}, {}):
        assert editor.post("/takedowns/decide", data={"_csrf_token": token, **fields}).status_code == 400


@pytest.fixture
def guarded(desk):
    made = Portal(desk, pleas=True, open_reading=True)
    with made.client:
        yield made


def filled(portal, **more):
    fields = portal.fields(f"/article/{EN}/takedown")
    return {name: value for name, value in fields.items() if name != "website"} | {"reason": "It is mine.", "contact": "ann"} | more


def test_who_did_not_log_in_answers_a_riddle_where_the_desk_asks_any(guarded, desk):
    wrong = guarded.post("/takedown", filled(guarded, answer="00000x"))
    assert wrong.status_code == 403
    assert "not the digits" in fault(wrong)
    assert "It is mine." in wrong.text
    for _ in range(8):
        other = guarded.post("/takedown", filled(guarded, how="words", reason=""))
        assert other.status_code == 200
    assert 'class="in-words"' in other.text
    assert desk.pleas() == ()
    form = guarded.answered(filled(guarded))
    assert guarded.post("/takedown", form).status_code == 303
    assert guarded.post("/takedown", form).status_code == 403
    assert [plea.contact for plea in desk.pleas()] == ["ann"]


def test_who_logged_in_and_a_desk_without_riddles_are_asked_none(guarded, desk):
    guarded.log_in("Reader")
    assert "riddle" not in filled(guarded)
    assert guarded.post("/takedown", filled(guarded)).status_code == 303
    never = Portal(desk, pleas=True, open_reading=True, captcha="never")
    with never.client:
        assert "riddle" not in filled(never)
        assert never.post("/takedown", filled(never)).status_code == 303
    assert len(desk.pleas()) == 2
