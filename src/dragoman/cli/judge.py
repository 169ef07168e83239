"""`dragoman judge`: a person's word on who is who, and on which articles are one story."""

from __future__ import annotations

import getpass
import sys
from typing import Annotated, get_args

import typer

from dragoman.cli.shared import AsJson, DeskPath, given, put, put_found
from dragoman.desk import Desk
from dragoman.model.identity import Judgement, JudgementKind
from dragoman.model.query import Found

KINDS: tuple[JudgementKind, ...] = get_args(JudgementKind)
LIST = "list"
USAGE = "say `judge same A B`, `judge different A B`, `judge merge A B...`, `judge split STORY ARTICLE...` or `judge list`"
SHOWN = 3
"""Articles of a side that a line names."""


def judge(
    verb: Annotated[str, typer.Argument(metavar="same|different|merge|split|list", help="what is said; or list what was said")],
    things: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[A B...]",
            help="same, different: two entities (ids, or names in any language) or two articles (ids); merge: ids of stories and "
            "articles; split: a story and the articles that leave it",
        ),
    ] = None,
    desk: DeskPath = None,
    as_json: AsJson = False,
) -> None:
    """Say that two names are the same person, organisation or place, or that they are not; that stories are one, or that articles
    do not belong to theirs. What people say is obeyed at once and never overruled but by a later word; `dragoman undo` takes it back."""
    kind = next((kind for kind in KINDS if kind == verb), None)
    said = things or []
    if (kind is None and (verb != LIST or said)) or (kind is not None and (len(said) < 2 or (kind in KINDS[:2] and len(said) != 2))):
        raise typer.BadParameter(USAGE)
    with Desk.open(**given(desk)) as opened:
        if kind is None:
            put_found(Found(opened.judgements()), as_json, ("n", "one", "is", "other", "by", "at", "undone or overruled"), _row)
            return
        kept = opened.judge(kind, *said, by=who())
        before = [one.n for one in opened.judgements() if kept.n in one.overruled]
    tell(kept, as_json, before)


def tell(said: Judgement, as_json: bool, overrules: list[int] | None = None) -> None:
    """One judgement, as JSON or as a line; `overrules` are the earlier ones that it contradicts."""
    state = f"undone at {said.undone}" if said.undone else "in force"
    told = {"merge": "of one story", "split": "of two stories"}.get(said.kind, said.kind)
    if as_json:
        put(said)
    else:
        sys.stdout.write(f"judgement {said.n}: {_side(said.ones, said.one)} and {_side(said.others, said.other)} are {told}; {state}\n")
    if overrules:
        sys.stderr.write(f"this contradicts judgement {', '.join(map(str, overrules))}: the later word counts\n")


def _side(articles: tuple[str, ...], one: str) -> str:
    """An entity, or the articles of one side."""
    more = len(articles) - SHOWN
    return ", ".join(articles[:SHOWN]) + (f" and {more} more" if more > 0 else "") if articles else one


def _row(said: Judgement) -> tuple[str, ...]:
    state = said.undone or (f"overruled by {', '.join(map(str, said.overruled))}" if said.overruled else "")
    return str(said.n), _side(said.ones, said.one), said.kind, _side(said.others, said.other), said.by, said.at, state


def who() -> str:
    """The name of who runs the command, empty where the machine has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
