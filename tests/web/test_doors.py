"""Nothing is open on a desk with accounts but what says so; roles hold; tokens of programs open the API."""

from __future__ import annotations

import pytest
from litestar.testing import TestClient

from dragoman.accounts.secrecy import hashed
from dragoman.model.account import ApiToken
from dragoman.web.app import create_app
from dragoman.web.sessions import COOKIE, SECURE_COOKIE
from web.entry import Portal

STORY = "sfeed0001feed0001"
SHUT = ["/", "/stories", f"/story/{STORY}", "/search?q=cod", "/health", "/rolling", "/rolling/stream", "/article/a0000000000000001"]
OPEN = ["/login", "/register", "/password/none", "/robots.txt", "/static/desk.css"]
JUDGED = {"kind": "different", "one": "person:mara-quell", "other": "person:奎尔"}


@pytest.fixture
def portal(desk):
    return Portal(desk)


@pytest.mark.parametrize("path", SHUT)
def test_who_did_not_log_in_is_led_there_and_back(portal, path) -> None:
    answer = portal.get(path)
    if answer.status_code == 404:
        pytest.skip("no such address")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login")
    assert portal.get(answer.headers["location"]).status_code == 200


@pytest.mark.parametrize("path", OPEN)
def test_the_way_in_is_open(portal, path) -> None:
    assert portal.get(path).status_code in (200, 403)
    assert "location" not in portal.get(path).headers


def test_every_handler_is_shut_unless_it_says_otherwise(portal) -> None:
    told = {
        path: {method: handler[0].opt for method, handler in getattr(route, "route_handler_map", {}).items()}
        for route in portal.client.app.routes
        for path in [route.path]
    }
    opened = {path for path, methods in told.items() if any(opt.get("open") for opt in methods.values())}
    assert opened <= {
        "/login", "/logout", "/register", "/password/{part:str}", "/riddle/{part:str}/{format:str}", "/robots.txt",
    } | {path for path in opened if path.startswith(("/login/", "/confirm", "/forgotten"))}  # fmt: skip


def test_with_open_reading_everybody_reads_but_takes_nothing_along(desk) -> None:
    portal = Portal(desk, open_reading=True)
    assert portal.get("/").status_code == 200
    assert "Log in" in portal.get("/").text
    assert portal.get(f"/story/{STORY}/export/json").status_code == 303


@pytest.mark.parametrize(
    ("name", "takes", "judges"), [("Reader", 403, 403), ("Analyst", 200, 403), ("Editor", 200, 303), ("Admin", 200, 303)]
)
def test_roles_hold(portal, desk, name, takes, judges) -> None:
    portal.log_in(name)
    page = portal.get("/entities/person%3Amara-quell")
    assert page.status_code == 200
    assert ('action="/judge"' in page.text) is (judges == 303)
    assert portal.get(f"/story/{STORY}/export/json").status_code == takes
    token = page.text.partition('name="_csrf_token" value="')[2].partition('"')[0]
    assert portal.post("/judge", JUDGED | {"_csrf_token": token}).status_code == judges
    assert [said.by for said in desk.words] == ([name] if judges == 303 else [])


@pytest.mark.parametrize("name", ["Editor", "Admin"])
def test_a_form_without_the_token_of_our_own_pages_is_refused(portal, desk, name) -> None:
    portal.log_in(name)
    for token in ("", "0" * 128):
        assert portal.post("/judge", JUDGED | {"_csrf_token": token}).status_code == 403
    page = portal.get("/")
    token = page.text.partition('name="_csrf_token" value="')[2].partition('"')[0]
    crossing = {"sec-fetch-site": "cross-site"}
    assert portal.post("/judge", JUDGED | {"_csrf_token": token}, headers=crossing).status_code == 403
    assert desk.words == []


def test_a_form_of_nobody_changes_nothing(portal, desk) -> None:
    token = portal.fields("/login")["_csrf_token"]
    answer = portal.post("/judge", JUDGED | {"_csrf_token": token})
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert desk.words == []


def test_the_cookie_is_hidden_from_scripts_and_from_other_sites(desk) -> None:
    plain = Portal(desk).log_in("Reader").headers["set-cookie"].lower()
    assert f"{COOKIE}=" in plain
    assert "httponly" in plain
    assert "samesite=lax" in plain
    assert "path=/" in plain
    safe = Portal(desk, https=True)
    cookie = next(one for one in safe.log_in("Reader").headers.get_list("set-cookie") if one.startswith(SECURE_COOKIE))
    assert "secure" in cookie.lower()
    assert safe.get("/").status_code == 200


def test_a_half_session_opens_nothing_but_the_second_step(portal) -> None:
    user = portal.accounts.people.find("Reader")
    half = portal.accounts.gate.admit(user, second=False)
    portal.client.cookies.set(COOKIE, half)
    answer = portal.get("/stories")
    assert answer.headers["location"] == "/login/second?next=/stories"
    assert portal.client.get("/api/stories").status_code == 401


def test_a_shut_account_is_out_at_once(portal) -> None:
    portal.log_in("Reader")
    assert portal.get("/").status_code == 200
    portal.accounts.people.disable(portal.accounts.people.find("Reader"))
    assert portal.get("/").status_code == 303


def test_the_api_asks_for_a_token_or_a_session(portal) -> None:
    assert portal.get("/api/stories").status_code == 401
    reader, now = portal.accounts.people.find("Reader"), portal.clock.now()
    portal.accounts.book.add_token(ApiToken("k1", "script", hashed("dragoman_x"), "drg", ("read",), reader.id, now))
    bearer = {"authorization": "Bearer dragoman_x"}
    assert portal.get("/api/stories", headers=bearer).status_code == 200
    portal.accounts.book.revoke_token("k1", now)
    assert portal.get("/api/stories", headers=bearer).status_code == 401
    portal.log_in("Reader")
    assert portal.get("/api/stories").status_code == 200


def test_without_accounts_nobody_is_asked(desk) -> None:
    with TestClient(create_app(desk)) as client:
        assert client.get("/").status_code == 200
        assert "Log in" not in client.get("/").text
        assert client.get("/login").status_code == 404
        assert client.get(f"/story/{STORY}/export/json").status_code == 200
