"""`dragoman furniture`: what was learned of a site's furniture, and corrections."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.cli.shared import AsJson, DeskPath, given, put, put_found
from dragoman.desk import Desk
from dragoman.model.furniture import Corrected, FurnitureItem, SiteSeen, Verdict
from dragoman.model.query import Found


def furniture(
    site: Annotated[str | None, typer.Argument(metavar="[SITE]", help="a site, as the list without SITE names it")] = None,
    everything: Annotated[bool, typer.Option("--all", help="also lines that recur and are no furniture, or not yet")] = False,
    keep: Annotated[str | None, typer.Option("--keep", metavar="LINE", help="this line belongs to the text")] = None,
    remove: Annotated[str | None, typer.Option("--remove", metavar="LINE", help="this line is furniture")] = None,
    undo: Annotated[str | None, typer.Option("--undo", metavar="LINE", help="take back the last correction of this line")] = None,
    desk: DeskPath = None,
    as_json: AsJson = False,
) -> None:
    """Show which lines of a site were learned to be furniture and why, and take corrections; without SITE list the sites."""
    offered: tuple[tuple[str | None, Verdict | None], ...] = ((keep, "keep"), (remove, "remove"), (undo, None))
    corrections = [(line, verdict) for line, verdict in offered if line is not None]
    if len(corrections) > 1 or (corrections and site is None):
        raise typer.BadParameter("one of --keep, --remove and --undo at a time, with its SITE")
    with Desk.open(**given(desk)) as opened:
        if site is None:
            put_found(Found(opened.sites()), as_json, ("site", "pages", "layouts", "learned", "corrected", "waiting"), _site)
        elif corrections:
            line, verdict = corrections[0]
            done = opened.correct(site, line, verdict)
            _say(done, as_json)
        else:
            found = opened.furniture(site, everything)
            if as_json:
                put(found)
                return
            sys.stdout.write(f"{found.site}: {found.pages} pages, {found.templates} layouts; {found.waiting} pages wait to be read again\n")
            put_found(Found(found.items), False, ("state", "label", "line", "pages", "days", "from", "to", "where", "why"), _row)


def _say(done: Corrected, as_json: bool) -> None:
    if as_json:
        put(done)
        return
    force = {"keep": "kept in the text", "remove": "taken for furniture", None: "left to the rules again"}[done.verdict]
    sys.stdout.write(f"{done.line!r} of {done.site} is {force}; {done.waiting} pages wait for `dragoman reread`\n")


def _site(seen: SiteSeen) -> tuple[str, ...]:
    return seen.site, str(seen.pages), str(seen.templates), str(seen.learned), str(seen.corrected), str(seen.waiting)


def _row(item: FurnitureItem) -> tuple[str, ...]:
    return item.state, item.label, item.line, f"{item.pages} of {item.of}", str(item.days), item.first, item.last, item.where, item.why
