"""`dragoman read`: print readings, store nothing."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from dragoman.cli.shared import AsJson, What, list_problems, put
from dragoman.desk import Desk
from dragoman.model.problem import Problem
from dragoman.model.reading import Reading


def read(
    what: What,
    as_json: AsJson = False,
    trace: Annotated[bool, typer.Option("--trace", help="show on standard error what each stage made of it, with its time")] = False,
) -> None:
    """Read files, folders, addresses or standard input and print what was understood; nothing is stored."""
    problems = []
    watch = _trace if trace else None
    with Desk.open() as desk:
        for result in desk.read(what, watch=watch):
            if isinstance(result, Problem):
                problems.append(result)
            elif as_json:
                put(result)
            else:
                _show(result)
    list_problems(problems)
    if problems:
        raise typer.Exit(1)


def _trace(stage: str, seconds: float, made: str) -> None:
    sys.stderr.write(f"{seconds * 1000:8.1f} ms  {stage:<12} {made}\n")


def _show(reading: Reading) -> None:
    article, console = reading.article, Console(highlight=False)
    date = article.published.value or f"between {article.published.earliest or '?'} and {article.published.latest or '?'}"
    console.print(Text(article.title or "(no title)", style="bold"))
    origin = f", from {article.origin.outlet}" if article.origin and article.origin.outlet else ""
    console.print(Text(f"{date} · {article.source.title}{origin} · {article.language} · {len(article.text)} characters", style="dim"))
    names = list(dict.fromkeys(mention.name or mention.text for mention in reading.mentions))
    for label, cells in (("names", names[:14]), ("keywords", [keyword.term for keyword in reading.keywords[:8]])):
        console.print(Text(f"  {label}: {', '.join(cells)}"))
    for statement in reading.statements[:12]:
        who = statement.speaker.name if statement.speaker else "?"
        console.print(Text(f"  {who} [{statement.act}] {statement.text}"))
    for event in reading.events[:12]:
        console.print(Text(f"  {event.start or '?'} {event.label} ({event.status})"))
    console.print()
