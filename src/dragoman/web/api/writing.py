"""What programs may change: judgements of people, and pages handed over, by token only, so that no page of another site can send one from
a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from msgspec import Meta, Struct

from dragoman.accounts.keys import Scope
from dragoman.errors import NotFoundError
from dragoman.model.identity import Judgement, JudgementKind
from dragoman.model.page import Handed
from dragoman.model.query import Collected
from dragoman.web.desk import ChangingDesk

Thing = Annotated[str, Meta(min_length=1, max_length=400)]

WORDS, PAGES = 65_536, 15_000_000
"""Bytes of a body: of words, and of pages."""


class Said(Struct, frozen=True, forbid_unknown_fields=True):
    """A word on things of the desk: same, different: two entities or two articles; merge: ids of stories and articles; split: a story and
    the articles that leave it."""

    kind: JudgementKind
    things: Annotated[tuple[Thing, ...], Meta(min_length=2, max_length=100)]


class Batch(Struct, frozen=True, forbid_unknown_fields=True):
    """Pages to read and file. Nothing is fetched: what is to be read is in the body."""

    pages: Annotated[tuple[Handed, ...], Meta(min_length=1, max_length=100)]


class Writing(Struct, frozen=True):
    """An address that changes the desk. `takes` is the type of the body, None where there is none, and `most` its bytes; `change` gets
    desk, body, the id in the path and the name of who speaks; `told` is what the audit log has of a body, the body itself where None."""

    method: str
    path: str
    name: str
    summary: str
    change: Callable[[ChangingDesk, Any, str, str], Any]
    kind: Any
    scope: Scope
    takes: Any = None
    part: str = ""
    most: int = WORDS
    told: Callable[[Any], str] | None = None


def _judge(desk: ChangingDesk, said: Said, part: str, by: str) -> Judgement:
    return desk.judge(said.kind, *said.things, by=by)


def _undo(desk: ChangingDesk, nothing: None, part: str, by: str) -> Judgement:
    if not (part.isascii() and part.isdigit() and len(part) < 10):
        raise NotFoundError(f"there is no judgement {part!r}")
    return desk.undo(int(part))


def _collect(desk: ChangingDesk, batch: Batch, part: str, by: str) -> Collected:
    return desk.receive(batch.pages)


def _addresses(batch: Batch) -> str:
    return f"{len(batch.pages)}: {' '.join(page.url for page in batch.pages)}"


WRITING: tuple[Writing, ...] = (
    Writing("POST", "/judgements", "judge", "Say that things are one, or that they are not", _judge, Judgement, "judge", Said),
    Writing("DELETE", "/judgements/{part}", "undo", "Take a judgement back", _undo, Judgement, "judge", None, "the number of a judgement"),
    Writing(
        "POST", "/collect", "collect", "Read and file pages that are in the body; nothing is fetched. It may take a minute", _collect,
        Collected, "collect", Batch, most=PAGES, told=_addresses,
    ),
)  # fmt: skip
