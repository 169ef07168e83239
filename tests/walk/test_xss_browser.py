"""Hostile pages, collected into a desk and shown in a real browser: nothing of them runs, and the policy has nothing to stop."""

from __future__ import annotations

import html
import importlib.util
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
import pytest

from dragoman.desk import Desk
from dragoman.model.query import Query
from dragoman.web.app import create_app
from dragoman.web.care import Care
from walk.serving import served

LISTS = ("/", "/stories", "/agenda", "/statements", "/entities", "/health", "/keys", "/search?q=Vektor", "/takedowns")


def _vectors() -> tuple[str, ...]:
    spec = importlib.util.spec_from_file_location("dragoman_web_vectors", Path(__file__).parents[1] / "web" / "vectors.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: tuple[str, ...] = module.VECTORS
    return found


VECTORS = _vectors()


def hostile(number: int, vector: str) -> str:
    """A news page with a vector in every place that the desk shows something of: as markup, and escaped, so that it is read as text."""
    told, data = html.escape(vector), msgspec.json.encode({"@type": "NewsArticle", "headline": vector, "author": {"name": vector}}).decode()
    data = data.replace("<", "\\u003c")
    sentence = "Der Minister traf am 14. März 2031 in Wien die Botschafter beider Staaten, um über die Fangquoten zu sprechen."
    return f"""<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Vektor {number} {told}</title>
<meta property="og:site_name" content="{told}"><meta name="author" content="{told}"><meta name="keywords" content="{told}">
<meta property="article:section" content="{told}"><meta property="article:published_time" content="2031-03-{number % 27 + 1:02}">
<link rel="canonical" href="https://hostile.example/{number}/{quote(vector, safe="")}"><script type="application/ld+json">{data}</script></head>
<body><article><h1>Vektor {number} {told}</h1><p class="byline">Von {told}</p>
<p>{sentence} {vector} Danach reisten alle ab.</p>
<p>„Wir fordern {told} sofort“, sagte der Sprecher des Ministeriums, {told}. {sentence}</p>
<p>{told} {sentence} <a href="{told}">Mehr dazu</a></p>
<figure><img src="https://hostile.example/{number}.jpg" alt="{told}"><figcaption>Ein Bild: {told} Foto: {told}</figcaption></figure>
<p>Quelle: {told}. Alle Rechte vorbehalten {told}.</p></article>
<ul><li><a href="{told}">Verwandt {told}</a></li><li><a href="javascript:canary(1)">Noch eine Meldung</a></li></ul></body></html>"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("hostile")
    pages = folder / "pages"
    pages.mkdir()
    for number, vector in enumerate(VECTORS):
        (pages / f"{number:03}.html").write_text(hostile(number, vector), "utf-8")
    with Desk.open(desk=str(folder / "desk"), embedder="hashing") as opened:
        done = opened.collect([str(pages)])
        assert done.new >= 60, done
        yield opened


@pytest.fixture(scope="module")
def portal(desk: Desk) -> Iterator[tuple[str, Any]]:
    app = create_app(desk, loopback=True, judging=desk, care=Care(pleas=True))
    with served(app) as address:
        yield address, app


@pytest.fixture
def watched(portal: tuple[str, Any], browser: Any) -> Iterator[Any]:
    """A tab in which a canary sings if anything foreign runs, with what it asked for and complained of."""
    context = browser.new_context(base_url=portal[0], locale="en-GB")
    tab = context.new_page()
    tab.sung, tab.asked, tab.complaints = [], [], []
    tab.expose_function("canary", lambda note: tab.sung.append(note))
    tab.on("dialog", lambda dialog: (tab.sung.append(dialog.message), dialog.dismiss()))
    tab.on("request", lambda request: tab.asked.append(request.url))
    tab.on("console", lambda message: tab.complaints.append(message.text))
    yield tab
    context.close()


def addresses(desk: Desk) -> list[str]:
    """Every article, with and without marks, every story, the entities that are named most, and all lists."""
    found = list(LISTS)
    for story in desk.stories(Query(limit=200)).items:
        found.append(f"/story/{story.id}")
        found += [f"/article/{member.article}?show=both" for member in story.members]
    articles = [reading.article.id for reading in desk.store().readings()]
    found += [f"/article/{articles[0]}/takedown", *(f"/article/{one}" for one in articles[:5])]
    found += [
        f"/entities/{quote(entity.id.replace('~', '~0').replace('/', '~1'), safe='')}" for entity in desk.entities(Query(limit=15)).items
    ]
    return list(dict.fromkeys(found))


def test_the_canary_sings_where_something_runs(watched):
    watched.goto("/keys")
    watched.evaluate("canary(2)")
    watched.wait_for_timeout(50)
    assert watched.sung == [2]


def test_the_policy_stops_and_reports_what_is_injected(watched, portal):
    watched.goto("/keys")
    tries = (
        "document.body.innerHTML = '<img src=x onerror=canary(1)>'",
        "document.body.setAttribute('onclick', 'canary(1)')",
        "document.createElement('iframe').srcdoc = '<script>parent.canary(1)</script>'",
    )
    for attempt in tries:
        assert watched.evaluate(f"() => {{ try {{ {attempt}; return 'ran'; }} catch {{ return 'stopped'; }} }}") == "stopped", attempt
    watched.evaluate("() => { const node = new Image(); node.src = 'https://evil.example/x.png'; document.body.append(node); }")
    deadline = time.monotonic() + 10
    while len(portal[1].state.reports.latest) < len(tries) + 1 and time.monotonic() < deadline:
        watched.wait_for_timeout(50)
    assert watched.sung == []
    directives = {report["effective-directive"] for report in portal[1].state.reports.latest}
    assert {"img-src", "require-trusted-types-for"} <= directives
    portal[1].state.reports.latest.clear()


def test_no_vector_runs_on_any_page(watched, portal, desk):
    portal[1].state.reports.latest.clear()
    for path in addresses(desk):
        answer = watched.goto(path, wait_until="load")
        assert answer.status == 200, path
        watched.mouse.move(300, 300)
        assert watched.sung == [], path
        assert watched.complaints == [], path
    assert list(portal[1].state.reports.latest) == []
    assert {url.split("/", 3)[2] for url in watched.asked} == {portal[0].split("/")[2]}


@pytest.mark.parametrize("name", ["q", "language", "source", "since", "lang", "theme", "after", "mark", "show"])
def test_no_vector_runs_from_an_address(watched, portal, name):
    portal[1].state.reports.latest.clear()
    for vector in VECTORS[::6]:
        watched.goto(f"/search?{name}={quote(vector, safe='')}", wait_until="load")
    assert watched.sung == []
    assert list(portal[1].state.reports.latest) == []
