"""`dragoman read`: print readings, store nothing."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from dragoman.cli.shared import AsJson, DeskPath, What, given, list_problems, put
from dragoman.desk import Desk
from dragoman.model.problem import Problem
from dragoman.model.reading import Reading


def read(
    what: What,
    desk: DeskPath = None,
    as_json: AsJson = False,
    trace: Annotated[bool, typer.Option("--trace", help="show on standard error what each stage made of it, with its time")] = False,
) -> None:
    """Read files, folders, addresses or standard input and print what was understood; nothing is stored. With --desk, furniture that this
    desk learned is taken out."""
    problems = []
    watch = _trace if trace else None
    with Desk.open(**given(desk)) as opened:
        for result in opened.read(what, watch=watch, learned=desk is not None):
            if isinstance(result, Problem):
                problems.append(result)
                continue
            if trace:
                _removed(result)
            if as_json:
                put(result)
            else:
                _show(result)
    list_problems(problems)
    if problems:
        raise typer.Exit(1)


def _trace(stage: str, seconds: float, made: str) -> None:
    sys.stderr.write(f"{seconds * 1000:8.1f} ms  {stage:<12} {made}\n")


def _removed(reading: Reading) -> None:
    for line in reading.article.removed:
        sys.stderr.write(f"   removed  {line.kind:<12} {line.text}  ({line.reason})\n")


def _show(reading: Reading) -> None:
    article, console = reading.article, Console(highlight=False)
    date = article.published.value or f"between {article.published.earliest or '?'} and {article.published.latest or '?'}"
    console.print(Text(article.title or "(no title)", style="bold"))
    source = (article.origin.outlet or article.origin.agency) if article.origin else None
    origin = f", from {source}" if source else ""
    console.print(Text(f"{date} · {article.source.title}{origin} · {article.language} · {len(article.text)} characters", style="dim"))
    names = list(dict.fromkeys(mention.name or mention.text for mention in reading.mentions))
    for label, cells in (("names", names[:14]), ("keywords", [keyword.term for keyword in reading.keywords[:8]])):
        console.print(Text(f"  {label}: {', '.join(cells)}"))
    for statement in reading.statements[:12]:
        who = statement.speaker.name if statement.speaker else "?"
        console.print(Text(f"  {who} [{statement.act}] {statement.lead}{statement.text}"))
    for event in reading.events[:12]:
        console.print(Text(f"  {event.start or '?'} {event.label} ({event.status})"))
    console.print()
