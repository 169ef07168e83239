"""`dragoman bench`: how fast the desk's parts are on this machine, beside a peer in the same run."""

from __future__ import annotations

from typing import Annotated

import typer
from msgspec.structs import asdict
from rich.console import Console
from rich.table import Table

from dragoman.cli.shared import AsJson, put
from dragoman.registry import Table as Parts

PARTS = Parts("bench", {"cluster": "dragoman.benching:cluster"})


def bench(
    part: Annotated[str, typer.Argument(help="what to measure: " + ", ".join(PARTS))],
    articles: Annotated[str, typer.Option("--articles", help="sizes of the streams, with commas between")] = "10000,100000",
    active: Annotated[int, typer.Option("--active", min=10, help="about how many events are open at a time")] = 500,
    as_json: AsJson = False,
) -> None:
    """Measure how fast articles are filed, on made-up streams; nothing is read or stored."""
    sizes = [size.strip() for size in articles.split(",")]
    if part not in PARTS:
        raise typer.BadParameter(f"no part {part!r}; there are: {', '.join(PARTS)}", param_hint="PART")
    if not all(size.isdecimal() and int(size) for size in sizes):
        raise typer.BadParameter(f"{articles!r} is no list of numbers such as 10000,100000", param_hint="--articles")
    table = Table(title=f"{part}: milliseconds of processor time an article")
    for pace in PARTS.load(part)([int(size) for size in sizes], active):
        if as_json:
            put(pace)
            continue
        if not table.columns:
            for name in asdict(pace):
                table.add_column(name)
        table.add_row(*("" if value is None else str(value) for value in asdict(pace).values()))
    if table.columns:
        Console().print(table)
