from __future__ import annotations

import json

import anyio
import pytest
from litestar.testing import TestClient

from dragoman.errors import StoreError
from dragoman.web import tongues
from dragoman.web.app import create_app
from dragoman.web.asked import Asked
from dragoman.web.rolling import LINES, PATH, RETRY, Wire, gap, message


def gathered(wire, after, count):
    """The first events of a stream, which is then left."""

    async def listen():
        found = []
        stream = wire.stream(after, lambda number, article: f"{number} {article.id}".encode())
        async for piece in stream:
            found.append(piece.decode())
            if len(found) == count:
                break
        await stream.aclose()
        return found

    return anyio.run(listen)


def wire(desk, **more):
    return Wire(desk, **{"every": 0.01, **more})


def test_a_stream_begins_with_when_to_come_back_and_goes_on_after_the_last_line_heard(desk, fakes):
    made = wire(desk)
    found = gathered(made, 3, 3)
    assert found == [f"retry: {RETRY}\n\n", f"4 {fakes.ARTICLES[3].id}", f"5 {fakes.ARTICLES[4].id}"]
    assert made.listening == 0


def test_who_names_no_line_hears_what_comes_from_now_on_and_comments_in_silence(desk):
    assert gathered(wire(desk, beat=0.02), None, 3) == [f"retry: {RETRY}\n\n", ": still here\n\n", ": still here\n\n"]


@pytest.mark.parametrize(("came", "skips", "told"), [(LINES, 1, False), (LINES, 3, False), (LINES + 1, 1, True), (LINES + 40, 3, True)])
def test_who_missed_more_than_a_stream_tells_is_told_so(desk, fakes, monkeypatch, came, skips, told):
    held = [(7 + skips * n, fakes.A_EN, None) for n in range(1, came + 1)]
    monkeypatch.setattr(desk, "pulse", lambda: len(held))
    monkeypatch.setattr(
        desk, "arrived", lambda after, limit: tuple([one for one in held if one[0] > after][:limit] if after >= 0 else held[-limit:])
    )

    async def listen():
        found = []
        async for piece in wire(desk, life=0.02).stream(7, lambda number, article: b"%d" % number, lambda number: b"gap %d" % number):
            found.append(piece.decode())
        return found[1:]

    found = anyio.run(listen)
    assert found == [*([f"gap {held[-LINES][0] - 1}"] if told else []), *(str(number) for number, _, _ in held[-LINES:])]


def test_a_gap_leads_to_the_latest_news_in_the_reader_s_language():
    head, event, data = gap(7, Asked("/rolling", tongues.get("ar"), {})).decode().strip().split("\n")
    assert (head, event) == ("id: 7", "event: missed")
    read = json.loads(data.removeprefix("data: "))
    assert (read["href"], read["lang"], read["dir"]) == ("/", "ar", "rtl")
    assert read["title"] != "More came in than is shown here. The rest is in the latest news."


def test_what_comes_in_later_is_told(desk, fakes, monkeypatch):
    held = [(1, fakes.A_EN, None)]
    monkeypatch.setattr(desk, "pulse", lambda: len(held))
    monkeypatch.setattr(desk, "arrived", lambda after, limit: tuple(held[-limit:]))
    made = wire(desk, beat=0.03)

    async def listen():
        found = []
        async for piece in made.stream(None, lambda number, article: str(number).encode()):
            found.append(piece.decode())
            if found[-1].startswith(":") and len(held) == 1:
                held.extend([(2, fakes.A_ZH, None), (3, fakes.A_AR, None)])
            if found[-1] == "3":
                return found
        return found

    assert [piece for piece in anyio.run(listen)[1:] if piece[0] != ":"] == ["2", "3"]


def test_the_store_is_asked_once_for_all_who_listen(desk, monkeypatch):
    asked = []
    pulse = desk.pulse
    monkeypatch.setattr(desk, "pulse", lambda: asked.append(1) or pulse())
    made = wire(desk, every=0.05, life=0.12)

    async def listen():
        async for _ in made.stream(0, lambda number, article: b""):
            pass

    async def many():
        async with anyio.create_task_group() as group:
            for _ in range(20):
                group.start_soon(listen)

    anyio.run(many)
    assert 1 <= len(asked) <= 6


def test_streams_end_when_they_are_told_to_after_their_life_and_when_the_desk_fails(desk, monkeypatch):
    ended = wire(desk)
    ended.end()
    assert len(gathered(ended, 5, 99)) == 1
    assert ended.full
    assert len(gathered(wire(desk, life=0.03), 5, 99)) == 1

    def failing():
        raise StoreError("locked")

    monkeypatch.setattr(desk, "pulse", failing)
    assert len(gathered(wire(desk), 5, 99)) == 1


def test_an_event_is_plain_text_in_the_reader_s_language(fakes):
    asked = Asked("/rolling", tongues.get("zh-Hans"), {})
    head, event, data = message(7, fakes.A_EVIL, asked).decode().strip().split("\n")
    assert (head, event) == ("id: 7", "event: article")
    told = json.loads(data.removeprefix("data: "))
    assert told["title"] == fakes.A_EVIL.title
    assert told["href"] == f"/article/{fakes.A_EVIL.id}"
    assert (told["lang"], told["dir"]) == ("xx", "auto") or told["dir"] in ("ltr", "auto")
    arabic = json.loads(message(8, fakes.A_AR, asked).decode().split("data: ")[1])
    assert (arabic["lang"], arabic["dir"], arabic["machine"]) == ("ar", "rtl", "2031-03")


@pytest.fixture
def app(desk):
    made = create_app(desk)
    made.state.wire.every, made.state.wire.life = 0.01, 0.05
    return made


@pytest.mark.parametrize(
    ("headers", "query", "numbers"),
    [
        ({}, "?after=3", ["4", "5"]),
        ({"Last-Event-ID": "4"}, "?after=1", ["5"]),
        ({"Last-Event-ID": "x\r\n"}, "?after=-1", []),
        ({}, "?after=99999999999999999999", []),
        ({}, "", []),
    ],
)
def test_a_browser_that_comes_back_goes_on_where_it_was(app, headers, query, numbers):
    with TestClient(app) as client:
        answer = client.get(PATH + query, headers={key: value.strip() for key, value in headers.items()})
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["cache-control"] == "no-store"
    assert "content-encoding" not in answer.headers
    assert [line.removeprefix("id: ") for line in answer.text.split("\n") if line.startswith("id: ")] == numbers


def test_one_too_many_is_asked_to_come_back(app):
    with TestClient(app) as client:
        app.state.wire.most = 0
        answer = client.get(PATH)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "30")
    assert LINES > 0
