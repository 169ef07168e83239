"""`dragoman takedown`: removes an article for good."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.cli.judge import who
from dragoman.cli.shared import AsJson, DeskPath, given, put, put_found
from dragoman.desk import Desk
from dragoman.model.query import Found
from dragoman.model.takedown import Plea, Tombstone


def takedown(
    what: Annotated[str | None, typer.Argument(metavar="[URL|ID]", help="an article; without one, what was removed is listed")] = None,
    desk: DeskPath = None,
    reason: Annotated[str, typer.Option("--reason", help="why, as the page will say that stands in its place")] = "",
    copies: Annotated[bool, typer.Option("--copies", help="remove the texts that were found to be copies of it too")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="take a removal back (id, address or number): it may be collected again")] = False,
    requests: Annotated[bool, typer.Option("--requests", help="list what readers asked to have removed")] = False,
    as_json: AsJson = False,
) -> None:
    """Remove an article in all its versions: text, reading, vector, rows of the index, kept page, pictures, its place in stories and
    exports. A tombstone says when and why; the address is not collected again. Nothing brings the text back but collecting it anew
    after --undo."""
    if what is None and undo:
        raise typer.BadParameter("say which removal to take back")
    with Desk.open(**given(desk)) as opened:
        if requests:
            put_found(Found(opened.pleas()), as_json, ("n", "article", "state", "reason", "contact", "at"), _plea)
            return
        if what is None:
            put_found(Found(opened.tombstones()), as_json, ("n", "address", "reason", "by", "at", "undone"), _row)
            return
        stones = (opened.restore(what, who()),) if undo else opened.takedown(what, reason, who(), copies)
    if as_json:
        put({"items": stones})
        return
    for stone in stones:
        told = "may be collected again" if stone.undone else f"removed ({len(stone.articles)} versions), tombstone {stone.n}"
        sys.stdout.write(f"{stone.url}: {told}\n")


def _row(stone: Tombstone) -> tuple[str, ...]:
    return str(stone.n), stone.url, stone.reason, stone.by, stone.at, stone.undone or ""


def _plea(plea: Plea) -> tuple[str, ...]:
    return str(plea.n), plea.article, plea.state, plea.reason, plea.contact, plea.at
