from __future__ import annotations

import re
from pathlib import Path

import pytest
from litestar.testing import TestClient
from lxml import html

from dragoman.errors import StoreError
from dragoman.web import tongues
from dragoman.web.app import create_app
from dragoman.web.routes import DOORS, FORMS, ROUTES

EN, EVIL, STORY = "a0000000000000001", "a0000000000000005", "sfeed0001feed0001"
PAGES = [
    "/",
    *(f"/article/a000000000000000{number}" for number in range(1, 6)),
    f"/article/{EN}?mark=110-189&cue=142-146&show=both",
    "/stories",
    f"/story/{STORY}",
    "/agenda",
    "/statements",
    "/entities",
    "/search",
    "/search?q=cod",
    "/health",
]


@pytest.mark.parametrize("language", tongues.codes())
@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_in_every_language_with_right_lang_and_dir(client, path, language):
    answer = client.get(path, headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    tree = html.fromstring(answer.content.decode())
    assert tree.get("lang") == language
    assert tree.get("dir") == ("rtl" if language == "ar" else "ltr")
    assert answer.headers["content-language"] == language
    assert len(tree.xpath("//h1")) == 1
    assert len(tree.xpath("//main[@id='main']")) == 1
    assert tree.xpath("//a[@class='skip'][@href='#main']")
    assert tree.xpath("//nav[contains(@class,'crumbs')]//*[@aria-current='page']")


@pytest.mark.parametrize("path", PAGES)
def test_no_page_holds_an_inline_script_or_style_or_an_event_handler(client, path):
    text = client.get(path).text
    tree = html.fromstring(text)
    assert all(re.fullmatch(r"/static/\w+\.js", node.get("src")) and not node.text for node in tree.xpath("//script"))
    assert tree.xpath("//style|//iframe|//object|//embed|//img|//base") == []
    assert tree.xpath("//@style") == []
    assert [name for node in tree.iter() if isinstance(node.tag, str) for name in node.attrib if name.startswith("on")] == []


@pytest.mark.parametrize("path", PAGES)
def test_links_lead_only_to_this_desk_or_to_the_web(client, path):
    for address in html.fromstring(client.get(path).text).xpath("//@href|//@src|//@action"):
        assert re.match(r"(/(?!/)|#|https?://[^/])", address), address


@pytest.mark.parametrize("path", PAGES)
def test_links_within_the_desk_are_not_dead(client, path):
    for address in set(html.fromstring(client.get(path).text).xpath("//@href")):
        if address.startswith("/"):
            assert client.get(address.split("#")[0]).status_code == 200, address


@pytest.mark.parametrize("path", PAGES)
def test_ids_are_unique_and_anchors_exist(client, path):
    tree = html.fromstring(client.get(path).text)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {address[1:] for address in tree.xpath("//@href") if address.startswith("#")} <= set(ids)


@pytest.mark.parametrize(
    "path", [*PAGES, "/nothing-here", "/static/desk.css", "/robots.txt", "/?since=never", f"/story/{STORY}/export/json"]
)
def test_every_response_carries_the_safety_headers(client, path):
    carried = client.get(path).headers
    assert "default-src 'none'" in carried["content-security-policy"]
    assert "frame-ancestors 'none'" in carried["content-security-policy"]
    assert "unsafe" not in carried["content-security-policy"]
    assert carried["x-content-type-options"] == "nosniff"
    assert carried["referrer-policy"] == "no-referrer"


def test_foreign_markup_is_shown_as_text_never_as_markup(client):
    text = client.get(f"/article/{EVIL}").text
    assert "<script>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "javascript:" in text
    assert 'href="javascript:' not in text


def test_pages_stay_under_100_kilobytes(client):
    assert max(len(client.get(path).content) for path in PAGES) < 100_000


def test_the_style_sheet_is_served_from_the_package_and_kept_for_a_while(client):
    answer = client.get("/static/desk.css")
    assert answer.headers["content-type"].startswith("text/css")
    assert answer.headers["cache-control"] == "max-age=3600"
    assert client.get("/static/../app.py").status_code == 404
    assert client.get("/static/%2e%2e/app.py").status_code == 404


def test_pages_travel_compressed(client):
    answer = client.get("/", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in answer.headers["vary"].lower()
    assert "Norland" in answer.text


def test_what_is_not_there_is_a_404_page_in_the_readers_language(client):
    for path in ("/article/none", "/story/none", "/nothing-here", f"/story/{STORY}/export/pdf"):
        answer = client.get(path, headers={"Accept-Language": "zh"})
        assert answer.status_code == 404
        assert html.fromstring(answer.content.decode()).get("lang") == "zh-Hans"


def test_a_wrong_question_is_a_400_page_that_says_what_is_wrong(client):
    answer = client.get("/?since=yesterday")
    assert answer.status_code == 400
    assert "“yesterday” is not a date" in answer.text
    assert client.get("/?limit=0").status_code == 400
    assert client.get(f"/article/{EN}?show=everything").status_code == 400
    assert client.get("/?q=" + "x" * 500).status_code == 400


def test_writing_is_refused(client):
    assert client.post("/").status_code == 405


def test_head_has_the_headers_of_get(client):
    answer = client.head("/")
    assert answer.status_code == 200
    assert answer.headers["etag"] == client.get("/").headers["etag"]


def test_a_page_that_the_reader_has_is_not_sent_again(client):
    first = client.get("/stories", headers={"Accept-Language": "en"})
    again = client.get("/stories", headers={"Accept-Language": "en", "If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    other = client.get("/stories", headers={"Accept-Language": "zh", "If-None-Match": first.headers["etag"]})
    assert other.status_code == 200
    assert "Accept-Language" in first.headers["vary"]


def test_the_language_asked_for_is_remembered_in_a_cookie(client):
    answer = client.get("/?lang=zh", headers={"Accept-Language": "en"})
    cookie = answer.headers["set-cookie"].lower()
    assert "dragoman_lang=zh-hans" in cookie
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert 'lang="zh-Hans"' in client.get("/agenda", headers={"Accept-Language": "en"}).text


def test_an_unknown_language_sets_no_cookie(client):
    answer = client.get("/?lang=%0d%0aset-cookie:x=1", headers={"Accept-Language": "en"})
    assert answer.status_code == 200
    assert "dragoman_lang" not in answer.headers.get("set-cookie", "")


def test_a_desk_that_cannot_answer_is_a_503_page_without_a_traceback(fakes):
    class Broken(fakes.FakeDesk):
        def latest(self, query):
            raise StoreError("the desk is locked; stop the other process")

        def stories(self, query):
            raise RuntimeError("secret insides")

    with TestClient(create_app(Broken()), raise_server_exceptions=False) as client:
        answer = client.get("/")
        assert answer.status_code == 503
        assert "the desk is locked" in answer.text
        answer = client.get("/stories")
        assert answer.status_code == 500
        assert "secret" not in answer.text


def test_on_loopback_other_host_names_are_refused(desk):
    with TestClient(create_app(desk, loopback=True), base_url="http://127.0.0.1:8000") as client:
        assert client.get("/").status_code == 200
        assert client.get("/", headers={"Host": "localhost:8000"}).status_code == 200
        refused = client.get("/", headers={"Host": "rebound.example"})
        assert refused.status_code == 421
        assert "cod" not in refused.text


def test_every_route_is_documented():
    docs = (Path(__file__).parents[2] / "docs" / "portal.md").read_text("utf-8")
    missing = [route.path for route in (*ROUTES, *FORMS, *DOORS) if f"`{re.sub(r':str', '', route.path)}`" not in docs]
    assert missing == []
