"""Pages that were made, kept while the desk's file does not change: most readers ask for the same few."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from dragoman.accounts.secrecy import token
from dragoman.keeping import Kept
from dragoman.web import render
from dragoman.web.asked import Answer, Asked, Moved, Raw
from dragoman.web.desk import ReadingDesk
from dragoman.web.routes import Route

PAGES = 256
"""Pages that are kept, those asked for last: some 12 MB."""

LONGEST = 1000
"""Characters of an address; pages under longer ones are made anew."""


class Ready(Struct, frozen=True):
    """A page as it is sent."""

    body: bytes
    status: int = 200
    wait: int = 0


class Pages:
    """The pages of a desk. A page depends on the desk's file, on the address, and on who asks in which language, zone and colours; the
    token of forms is put in as it is sent."""

    def __init__(self, desk: ReadingDesk) -> None:
        self._desk = desk
        self._kept = Kept(PAGES)
        self._mark = f"token-{token()}"

    def reply(self, route: Route, asked: Asked) -> Ready | Moved | Raw:
        """What a route answers. Raises what its page raises."""
        version = self._desk.version() if route.kept and sum(map(len, asked.params.values())) <= LONGEST else None
        if version is None:
            return _made(self._desk, route, asked)
        reader = asked.reader
        who = (asked.tongue.code, asked.theme, asked.zone, asked.pleas, reader.entry, reader.role, reader.id, reader.name)
        key = (asked.path, tuple(sorted(asked.params.items())), who)
        found: Ready | Moved | Raw = self._kept.answer(key, version, lambda: _made(self._desk, route, replace(asked, token=self._mark)))
        if isinstance(found, Ready):
            return replace(found, body=found.body.replace(self._mark.encode(), asked.token.encode()))
        return found


def _made(desk: ReadingDesk, route: Route, asked: Asked) -> Ready | Moved | Raw:
    reply = route.page(desk, asked)
    return ready(reply, asked) if isinstance(reply, Answer) else reply


def ready(answer: Answer, asked: Asked) -> Ready:
    """A page in the reader's language."""
    return Ready(render.html(answer, asked).encode("utf-8", "replace"), answer.status, answer.wait)
