"""`dragoman story`: one story's brief."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.cli.shared import AsJson, DeskPath, given, put
from dragoman.desk import Desk


def story(
    story_id: Annotated[str, typer.Argument(metavar="ID", help="a story's id, as `dragoman stories` lists it")],
    desk: DeskPath = None,
    as_json: AsJson = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="print Markdown (the default)")] = False,
) -> None:
    """Print a story's brief: timeline, agenda, statements, positions, figures, names, sources, gaps."""
    if as_json and markdown:
        raise typer.BadParameter("choose one of --json and --markdown")
    with Desk.open(**given(desk)) as opened:
        if as_json:
            put(opened.brief(story_id))
        else:
            sys.stdout.write(opened.export("markdown", story_id).decode())
