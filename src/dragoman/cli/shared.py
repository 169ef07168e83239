"""What the commands share: options, JSON and tables on the screen, the list of problems."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from dragoman.model.codec import to_json
from dragoman.model.problem import Problem
from dragoman.model.query import Found, Query

What = Annotated[list[str], typer.Argument(metavar="WHAT...", help="files, folders, http(s) pages or feeds, or - for standard input")]
DeskPath = Annotated[str | None, typer.Option("--desk", metavar="DIR", help="the desk's folder (setting: desk)")]
AsJson = Annotated[bool, typer.Option("--json", help="print JSON")]
Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, help="how many at most")]
After = Annotated[str | None, typer.Option("--after", help="go on after this: the 'next' of the page before")]
Language = Annotated[str | None, typer.Option("--language", help="only this language (BCP 47)")]
Party = Annotated[str | None, typer.Option("--party", help="only this party (RU, US, NATO, ...)")]
SpeakerName = Annotated[str | None, typer.Option("--speaker", help="only speakers of this name or entity id")]
ActName = Annotated[str | None, typer.Option("--act", help="only this act (state, demand, reject, accept, offer, warn, deny, ...)")]
StoryId = Annotated[str | None, typer.Option("--story", help="only this story")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="from this ISO date")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="up to this ISO date")]


def given(desk: str | None) -> dict[str, Any]:
    """Settings given on the command line."""
    return {} if desk is None else {"desk": desk}


def query(**filters: Any) -> Query:
    """A Query; a malformed date is wrong use (exit 2)."""
    for name in ("since", "until"):
        value = filters.get(name)
        if value is not None and not _is_date(value):
            raise typer.BadParameter(f"{value!r} is no ISO date such as 2022-01-12", param_hint=f"--{name}")
    return Query(**filters)


def _is_date(value: str) -> bool:
    parts = value.split("-")
    return len(value) in (4, 7, 10) and all(part.isdigit() for part in parts) and [len(part) for part in parts] == [4, 2, 2][: len(parts)]


def put(value: Any) -> None:
    """One JSON value on standard output."""
    sys.stdout.write(to_json(value).decode() + "\n")


def put_found(found: Found[Any], as_json: bool, columns: Sequence[str], row: Callable[[Any], Sequence[str]]) -> None:
    """A page of results, as JSON or as a table; texts are shown as they are, never as markup."""
    if as_json:
        put(found)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for item in found.items:
        table.add_row(*(Text(cell) for cell in row(item)))
    console = Console()
    console.print(table if found.items else Text("nothing found"))
    if found.next:
        console.print(Text(f"more: --after {found.next}", style="dim"))


def list_problems(problems: Sequence[Problem]) -> None:
    """Every problem on standard error, one line each."""
    for problem in problems:
        sys.stderr.write(f"{problem.stage}: {problem.reason}: {problem.url}{': ' + problem.detail if problem.detail else ''}\n")


@contextmanager
def progress(quiet: bool, what: str) -> Iterator[Callable[[int, int | None], None]]:
    """A bar on standard error while long work goes on; silent where standard error is no terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal) as bar:
        task = bar.add_task(what, total=None)

        def step(done: int, total: int | None) -> None:
            bar.update(task, completed=done, total=total)

        yield step
