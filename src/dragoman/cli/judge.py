"""`dragoman judge`: a person's word on who is who."""

from __future__ import annotations

import getpass
import sys
from typing import Annotated, get_args

import typer

from dragoman.cli.shared import AsJson, DeskPath, given, put, put_found
from dragoman.desk import Desk
from dragoman.model.identity import Judgement, JudgementKind
from dragoman.model.query import Found

KINDS: tuple[str, ...] = get_args(JudgementKind)
LIST = "list"


def judge(
    verb: Annotated[str, typer.Argument(metavar="same|different|list", help="what is said of the two; or list what was said")],
    one: Annotated[str | None, typer.Argument(metavar="[A]", help="an entity, by id or by a name in any language")] = None,
    other: Annotated[str | None, typer.Argument(metavar="[B]", help="another one")] = None,
    desk: DeskPath = None,
    as_json: AsJson = False,
) -> None:
    """Say that two names are the same person, organisation or place, or that they are different ones. What people say is never overruled;
    `dragoman undo` takes it back."""
    if verb not in (*KINDS, LIST) or (verb == LIST) != (one is None) or (one is None) != (other is None):
        raise typer.BadParameter("say `judge same A B`, `judge different A B` or `judge list`")
    with Desk.open(**given(desk)) as opened:
        if one is None or other is None:
            put_found(Found(opened.judgements()), as_json, ("n", "one", "is", "other", "by", "at", "undone"), _row)
            return
        said = opened.judge("same" if verb == "same" else "different", one, other, by=_who())
    tell(said, as_json)


def tell(said: Judgement, as_json: bool) -> None:
    """One judgement, as JSON or as a line."""
    if as_json:
        put(said)
        return
    state = f"undone at {said.undone}" if said.undone else "in force"
    sys.stdout.write(f"judgement {said.n}: {said.one} and {said.other} are {said.kind}; {state}\n")


def _row(said: Judgement) -> tuple[str, ...]:
    return str(said.n), said.one, said.kind, said.other, said.by, said.at, said.undone or ""


def _who() -> str:
    """The name of who runs the command, empty where the machine has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
