"""What programs may change: judgements of people, by token only, so that no page of another site can send one from a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from msgspec import Meta, Struct

from dragoman.accounts.keys import Scope
from dragoman.errors import NotFoundError
from dragoman.model.identity import Judgement, JudgementKind
from dragoman.web.desk import JudgingDesk

Thing = Annotated[str, Meta(min_length=1, max_length=400)]


class Said(Struct, frozen=True, forbid_unknown_fields=True):
    """A word on things of the desk: same, different: two entities or two articles; merge: ids of stories and articles; split: a story and
    the articles that leave it."""

    kind: JudgementKind
    things: Annotated[tuple[Thing, ...], Meta(min_length=2, max_length=100)]


class Writing(Struct, frozen=True):
    """An address that changes the desk. `takes` is the type of the body, None where there is none; `change` gets desk, body, the id in
    the path and the name of who speaks."""

    method: str
    path: str
    name: str
    summary: str
    change: Callable[[JudgingDesk, Any, str, str], Any]
    kind: Any
    scope: Scope
    takes: Any = None
    part: str = ""


def _judge(desk: JudgingDesk, said: Said, part: str, by: str) -> Judgement:
    return desk.judge(said.kind, *said.things, by=by)


def _undo(desk: JudgingDesk, nothing: None, part: str, by: str) -> Judgement:
    if not (part.isascii() and part.isdigit() and len(part) < 10):
        raise NotFoundError(f"there is no judgement {part!r}")
    return desk.undo(int(part))


WRITING: tuple[Writing, ...] = (
    Writing("POST", "/judgements", "judge", "Say that things are one, or that they are not", _judge, Judgement, "judge", Said),
    Writing("DELETE", "/judgements/{part}", "undo", "Take a judgement back", _undo, Judgement, "judge", None, "the number of a judgement"),
)
