"""`dragoman demo`: the sample corpus, one brief, the portal."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.cli.shared import AsJson, DeskPath, list_problems, progress, put
from dragoman.desk import Desk


def demo(
    desk: DeskPath = "demo-desk",
    no_serve: Annotated[bool, typer.Option("--no-serve", help="stop after the brief")] = False,
    as_json: AsJson = False,
) -> None:
    """Read the sample corpus, print the brief of its largest story, and serve the portal."""
    with Desk.open(desk=desk) as opened:
        with progress(as_json, "reading the samples") as step:
            done = opened.collect([str(opened.samples())], progress=step)
        story = opened.largest_story()
        if as_json:
            put(opened.brief(story))
        else:
            sys.stdout.write(opened.export("markdown", story).decode() + "\n")
            sys.stdout.write(f"{done.new} articles new, {done.known} known, {done.failed} failed; desk: {desk}\n")
        list_problems(done.problems)
        if not no_serve:
            sys.stdout.write(f"portal: http://{opened.config['host']}:{opened.config['port']}/  (Ctrl-C ends it)\n")
            sys.stdout.flush()
            opened.serve()
    if done.failed:
        raise typer.Exit(1)
