"""`dragoman doctor`: settings, parts, and the state of the desk."""

from __future__ import annotations

import sys

import typer

from dragoman.cli.shared import AsJson, DeskPath, given, put
from dragoman.desk import Desk


def doctor(desk: DeskPath = None, as_json: AsJson = False) -> None:
    """Check settings, parts and the desk; exit 1 where something is wrong."""
    with Desk.open(**given(desk)) as opened:
        report = opened.doctor()
    if as_json:
        put(report)
    else:
        for name, setting in report.settings.items():
            sys.stdout.write(f"{name} = {setting.value!r}  ({setting.origin}; {setting.help})\n")
        for room, parts in report.parts.items():
            sys.stdout.write(f"{room}: {', '.join(parts)}\n")
        held = f"{report.articles} articles, {report.stories} stories, {report.problems} pages with problems"
        sys.stdout.write(f"desk {report.desk}: {held}\n")
        for line in report.wrong:
            sys.stdout.write(f"WRONG: {line}\n")
        sys.stdout.write("sound\n" if not report.wrong else "")
    if report.wrong:
        raise typer.Exit(1)
