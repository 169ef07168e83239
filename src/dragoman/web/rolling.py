"""Rolling news as server-sent events (WHATWG HTML, 9.2): what came in since the reader's last line, for as long as the reader listens.
Another process may collect; so the store is asked now and then whether its list changed, once for all who listen."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

import anyio
from anyio import to_thread
from litestar import Request
from litestar.enums import HttpMethod
from litestar.handlers import HTTPRouteHandler
from litestar.response import Response, Stream
from msgspec import json

from dragoman.errors import DragomanError
from dragoman.model.article import Article
from dragoman.web import dates, tongues
from dragoman.web.asked import Asked
from dragoman.web.desk import ReadingDesk
from dragoman.web.shown import article_link

PATH = "/rolling/stream"
MOST = 64
"""Readers that may listen at once; the next one is asked to come back (503)."""
EVERY = 2.0
"""Seconds between two looks at the store."""
BEAT = 15.0
"""Seconds of silence after which a comment is sent, so that nobody between us and the reader gives the connection up."""
LIFE = 900.0
"""Seconds after which a stream ends; browsers take it up again where it ended."""
RETRY = 5000
"""Milliseconds after which browsers come back."""
LINES = 50
"""The last articles that a reader who was away is told of; older ones are on the page."""

_NUMBER = re.compile(r"[0-9]{1,18}")

AnyRequest = Request[Any, Any, Any]
Arrived = tuple[tuple[int, Article, str | None], ...]


class Wire:
    """All streams of a portal. Lives in one event loop; only the desk is asked in threads."""

    def __init__(self, desk: ReadingDesk, every: float = EVERY, most: int = MOST, beat: float = BEAT, life: float = LIFE) -> None:
        self.desk = desk
        self.every, self.most, self.beat, self.life = every, most, beat, life
        self.listening = 0
        self.ended = False
        self._looked = float("-inf")
        self._held: tuple[int, Arrived] = (-1, ())

    def end(self) -> None:
        """Lets every stream end within `every` seconds, and takes no new ones."""
        self.ended = True

    @property
    def full(self) -> bool:
        """Whether nobody else may listen now."""
        return self.ended or self.listening >= self.most

    async def arrived(self) -> Arrived:
        """The last articles, looked for at most once in `every` seconds, however many listen. Raises `DragomanError`."""
        now = anyio.current_time()
        if now - self._looked >= self.every:
            self._looked = now
            pulse = await to_thread.run_sync(self.desk.pulse)
            if pulse != self._held[0]:
                self._held = (pulse, await to_thread.run_sync(self.desk.arrived, -1, LINES))
        return self._held[1]

    async def _skipped(self, after: int, first: int) -> bool:
        """Whether something came in between those two numbers."""
        if first <= after + 1:
            return False
        between = await to_thread.run_sync(self.desk.arrived, after, 1)
        return bool(between) and between[0][0] < first

    async def stream(
        self, after: int | None, tell: Callable[[int, Article], bytes], missed: Callable[[int], bytes] | None = None
    ) -> AsyncIterator[bytes]:
        """Events for one reader, from the article after that number on; None: from now on. `missed` says that more came in since than are
        told; it gets the last number before those that are."""
        self.listening += 1
        try:
            yield f"retry: {RETRY}\n\n".encode()
            began = quiet = anyio.current_time()
            while not self.ended and anyio.current_time() - began < self.life:
                held = await self.arrived()
                if after is None:
                    after = held[-1][0] if held else 0
                if missed and len(held) >= LINES and await self._skipped(after, held[0][0]):
                    yield missed(held[0][0] - 1)
                for number, article, _ in held:
                    if number > after:
                        after, quiet = number, anyio.current_time()
                        yield tell(number, article)
                if anyio.current_time() - quiet >= self.beat:
                    quiet = anyio.current_time()
                    yield b": still here\n\n"
                await anyio.sleep(self.every)
        except DragomanError:
            return  # the desk cannot be read now; the browser comes back
        finally:
            self.listening -= 1


def message(number: int, article: Article, asked: Asked) -> bytes:
    """One event: its number, and what the line of a list says in the reader's language, as JSON of plain text."""
    when = dates.published(article.published, asked.tongue.locale, asked.say)
    code = tongues.tag(article.language)
    told: Mapping[str, str | None] = {
        "title": article.title or asked.say("(no title)"),
        "href": article_link(article.id),
        "lang": code,
        "dir": tongues.direction(article.language) if code else "auto",
        "outlet": article.source.title or article.source.id,
        "when": when.text,
        "machine": when.machine,
    }
    return b"id: %d\nevent: article\ndata: %s\n\n" % (number, json.encode(told))


def gap(number: int, asked: Asked) -> bytes:
    """An event that says that more came in than the stream tells, and where the rest is."""
    words = asked.say("More came in than is shown here. The rest is in the latest news.")
    told = {"title": words, "href": "/", "lang": asked.tongue.code, "dir": asked.tongue.direction}
    return b"id: %d\nevent: missed\ndata: %s\n\n" % (number, json.encode(told))


def after(request: AnyRequest, asked: Asked) -> int | None:
    """The number that a reader heard last: the browser's own word when it comes back, else the address's."""
    for given in (request.headers.get("last-event-id", ""), asked.params.get("after", "")):
        if _NUMBER.fullmatch(given):
            return int(given)
    return None


def handler(wire: Wire, ask: Callable[[AnyRequest], Asked]) -> HTTPRouteHandler:
    """The route of the streams; `ask` reads the request."""

    async def answer(request: AnyRequest) -> Response[Any]:
        asked = ask(request)
        if wire.full:
            return Response(b"", status_code=503, headers={"Retry-After": "30"}, media_type="text/plain")
        told = wire.stream(
            after(request, asked), lambda number, article: message(number, article, asked), lambda number: gap(number, asked)
        )
        return Stream(told, media_type="text/event-stream", headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})

    return HTTPRouteHandler(PATH, http_method=[HttpMethod.GET], name="rolling-stream")(answer)
