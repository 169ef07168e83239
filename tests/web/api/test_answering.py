from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from dragoman.accounts.listed import Listed
from dragoman.errors import StoreError
from dragoman.model.codec import to_json
from dragoman.web.api.answering import Caller
from dragoman.web.api.endpoints import ENDPOINTS, ROOT
from dragoman.web.app import create_app

EN, STORY = "a0000000000000001", "sfeed0001feed0001"
ASKED = {
    "articles": "/articles",
    "article": f"/article/{EN}",
    "stories": "/stories",
    "story": f"/story/{STORY}",
    "statements": "/statements",
    "agenda": "/agenda",
    "entities": "/entities",
    "entity": "/entity/person:mara-quell",
    "search": "/search?q=cod",
    "problems": "/problems",
    "users": "/users",
}
TOKENS = {
    "reads": Caller("ada", "reader", ("read",)),
    "judges": Caller("eve", "editor", ("read", "judge")),
    "claims": Caller("ada", "reader", ("read", "judge")),
    "nothing": Caller("ada", "admin", ()),
    "collects": Caller("eve", "editor", ("collect",)),
    "keeps": Caller("bob", "admin", ("admin",)),
    "kept": Caller("eve", "editor", ("admin",)),
}


PEOPLE = tuple(enumerate(("Ada", "Bob", "Eve")))


class Gate:
    def __init__(self, open_reading: bool) -> None:
        self.open_reading = open_reading
        self.noted: list[tuple[str, str, str]] = []

    def by_token(self, token: str, address: str) -> Caller | None:
        return TOKENS.get(token)

    def note(self, caller: Caller, what: str, on: str, address: str) -> None:
        self.noted.append((caller.by, what, on))

    def users(self) -> tuple[Listed, ...]:
        return tuple(Listed(f"u{n}", name, f"{name}@paper.example", "reader", True, "", None, True, False, "", "") for n, name in PEOPLE)

    def by_browser(self, cookies: Mapping[str, str]) -> Caller | None:
        return Caller("bob", "admin") if cookies.get("who") == "bob" else None


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


@pytest.fixture
def shut(desk: Any) -> Iterator[TestClient]:  # type: ignore[type-arg]
    with TestClient(create_app(desk, judging=desk, gate=Gate(False))) as made:
        yield made


@pytest.fixture
def ajar(desk: Any) -> Iterator[TestClient]:  # type: ignore[type-arg]
    with TestClient(create_app(desk, judging=desk, gate=Gate(True))) as made:
        yield made


def test_every_address_is_asked_here():
    assert set(ASKED) == {endpoint.name for endpoint in ENDPOINTS}


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.name)
def test_answers_are_of_the_type_that_the_table_names(shut, endpoint):
    answer = shut.get(ROOT + ASKED[endpoint.name], headers={"Cookie": "who=bob"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    read = msgspec.json.decode(answer.content, type=endpoint.kind)
    assert json.loads(to_json(read)) == answer.json()


def test_shapes_are_those_of_the_command_line(client, fakes):
    item = client.get("/api/stories").json()["items"][0]
    assert list(item) == ["id", "title", "languages", "first", "last", "members"]
    assert client.get(f"/api/story/{STORY}").content == to_json(fakes.BRIEF)
    assert client.get("/api/articles").json()["items"][0]["title"] == "Norland and Westmark to meet over cod"
    assert client.get("/api/search").json() == {"items": [], "next": None}


def test_lists_come_in_pages(client):
    first = client.get("/api/articles?limit=2").json()
    second = client.get(f"/api/articles?limit=2&after={first['next']}").json()
    assert len(first["items"]) == len(second["items"]) == 2
    assert {item["id"] for item in first["items"]}.isdisjoint(item["id"] for item in second["items"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/article/none", 404),
        ("/api/nothing", 404),
        ("/api/statements?act=sing", 400),
        ("/api/stories?limit=1000", 400),
        ("/api/stories?since=yesterday", 400),
        ("/api/search?q=" + "x" * 401, 400),
    ],
)
def test_errors_are_json_that_names_what_is_wrong(client, path, status):
    answer = client.get(path)
    assert answer.status_code == answer.json()["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(answer.json()) == {"detail", "status", "title", "type"}


def test_a_method_that_is_not_there_is_an_error_in_json(client):
    answer = client.put("/api/stories")
    assert answer.status_code == 405
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_broken_desk_is_503_and_a_fault_of_ours_tells_nothing(desk, client, monkeypatch):
    monkeypatch.setattr(desk, "stories", lambda query: (_ for _ in ()).throw(StoreError("the desk is locked")))
    assert (client.get("/api/stories").status_code, client.get("/api/stories").json()["detail"]) == (503, "the desk is locked")
    monkeypatch.setattr(desk, "stories", lambda query: 1 / 0)
    answer = client.get("/api/stories")
    assert answer.status_code == 500
    assert "division" not in answer.text


def test_the_same_answer_is_not_sent_twice(client):
    tag = client.get("/api/stories").headers["etag"]
    again = client.get("/api/stories", headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.content == b""


def test_where_reading_is_not_open_a_name_is_needed(shut):
    assert shut.get("/api/stories").status_code == 401
    assert shut.get("/api/stories").headers["www-authenticate"] == "Bearer"
    assert shut.get("/api/stories", headers=bearer("reads")).status_code == 200
    assert shut.get("/api/stories", headers=bearer("nothing")).status_code == 403
    assert shut.get("/api/stories", headers={"Cookie": "who=bob"}).status_code == 200
    assert shut.get("/api/stories", headers={"Cookie": "who=eve"}).status_code == 401


def test_a_token_that_opens_nothing_is_refused_even_where_reading_is_open(ajar):
    assert ajar.get("/api/stories").status_code == 200
    for given in ({"Authorization": "Bearer wrong"}, {"Authorization": "Basic reads"}, {"Authorization": "reads"}, bearer("")):
        assert ajar.get("/api/stories", headers=given).status_code == 401, given


def test_a_word_is_kept_under_the_name_of_the_token(shut, desk):
    said = {"kind": "different", "things": ["person:mara-quell", "person:jon-abel"]}
    answer = shut.post("/api/judgements", json=said, headers=bearer("judges"))
    assert answer.status_code == 200
    assert answer.json()["by"] == "eve"
    number = answer.json()["n"]
    assert shut.delete(f"/api/judgements/{number}", headers=bearer("judges")).json()["undone"]
    assert len(desk.words) == 1


@pytest.mark.parametrize("token", ["reads", "claims", "nothing"])
def test_without_scope_or_role_nothing_is_changed(shut, desk, token):
    said = {"kind": "different", "things": ["person:mara-quell", "person:jon-abel"]}
    assert shut.post("/api/judgements", json=said, headers=bearer(token)).status_code == 403
    assert desk.words == []


def test_a_browsers_cookie_changes_nothing(ajar, desk):
    said = {"kind": "different", "things": ["person:mara-quell", "person:jon-abel"]}
    assert ajar.post("/api/judgements", json=said, headers={"Cookie": "who=bob"}).status_code == 401
    assert desk.words == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"kind":"sing","things":["a","b"]}', b'{"kind":"same","things":["a"]}', b"\xff"])
def test_a_body_that_does_not_fit_is_refused(shut, body):
    assert shut.post("/api/judgements", content=body, headers=bearer("judges")).status_code == 400


def test_a_long_body_and_a_number_that_is_none_are_refused(shut):
    assert shut.post("/api/judgements", content=b" " * 100_001, headers=bearer("judges")).status_code == 413
    assert shut.delete("/api/judgements/x", headers=bearer("judges")).status_code == 404


PAGE = {"url": "https://gazette.example/cod", "html": "<p>Cod", "fetched": "2031-03-10T10:00:00Z"}


def test_pages_are_handed_over_by_who_may_collect_and_the_log_has_their_addresses(desk):
    gate = Gate(True)
    with TestClient(create_app(desk, judging=desk, gate=gate)) as made:
        answer = made.post("/api/collect", json={"pages": [PAGE, PAGE | {"body": "PHA+"}]}, headers=bearer("collects"))
        assert (answer.status_code, answer.json()["new"]) == (200, 2)
        assert desk.handed[1].body == b"<p>"
        assert gate.noted == [("eve", "collect", f"2: {PAGE['url']} {PAGE['url']}")]
        for token, status in (("judges", 403), ("keeps", 403), ("", 401)):
            assert made.post("/api/collect", json={"pages": [PAGE]}, headers=bearer(token)).status_code == status
        assert made.post("/api/collect", json={"pages": [PAGE]}, headers={"Cookie": "who=bob"}).status_code == 401
    assert len(desk.handed) == 2


@pytest.mark.parametrize(
    "pages", [[], [PAGE] * 101, [PAGE | {"url": "file:///etc/passwd"}], [PAGE | {"fetched": "2031-03-10T10:00:00"}], [PAGE | {"x": 1}]]
)
def test_a_batch_has_pages_of_the_web_and_nothing_else(shut, desk, pages):
    assert shut.post("/api/collect", json={"pages": pages}, headers=bearer("collects")).status_code == 400
    assert desk.handed == []


def test_a_large_page_is_taken_and_a_larger_one_is_not(shut, desk):
    large = PAGE | {"html": "<p>" + "cod " * 50_000}
    assert shut.post("/api/collect", json={"pages": [large]}, headers=bearer("collects")).status_code == 200
    assert shut.post("/api/collect", json={"pages": [large] * 80}, headers=bearer("collects")).status_code == 413
    assert len(desk.handed) == 1


def test_users_are_for_admins_by_the_scope_and_by_the_browser(ajar):
    assert [one["name"] for one in ajar.get("/api/users?limit=2", headers=bearer("keeps")).json()["items"]] == ["Ada", "Bob"]
    assert [one["name"] for one in ajar.get("/api/users?after=2", headers=bearer("keeps")).json()["items"]] == ["Eve"]
    assert [one["name"] for one in ajar.get("/api/users?q=BOB", headers={"Cookie": "who=bob"}).json()["items"]] == ["Bob"]
    for token in ("kept", "reads", "nothing"):
        assert ajar.get("/api/users", headers=bearer(token)).status_code == 403
    assert ajar.get("/api/users").status_code == 401


def test_what_was_removed_is_410_with_the_reason(client, desk):
    desk.takedown(EN, "asked for by its author")
    answer = client.get(f"/api/article/{EN}")
    assert (answer.status_code, answer.headers["content-type"]) == (410, "application/problem+json")
    assert "asked for by its author" in answer.json()["detail"]


def test_a_desk_that_takes_no_words_has_no_address_for_them(client):
    assert client.post("/api/judgements", json={}).status_code in (404, 405)


def test_the_document_is_served(client):
    assert client.get("/api/openapi.json").json()["openapi"] == "3.1.0"
