"""`dragoman eval`: score the desk on labelled data."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from dragoman.cli.shared import AsJson, put
from dragoman.desk import Desk
from dragoman.evaluation import TASKS


def evaluate(
    task: Annotated[str, typer.Argument(help="one of: " + ", ".join(TASKS))],
    folder: Annotated[str, typer.Argument(help="a labelled set (formats: docs/evaluation.md)")],
    as_json: AsJson = False,
    by_language: Annotated[bool, typer.Option("--by-language", help="a line for each language too")] = False,
    fit: Annotated[
        float | None,
        typer.Option(
            "--fit", help="fit the join on part of the set, score it on the rest: a share for clusters (0.75), folds for pairs (5)"
        ),
    ] = None,
) -> None:
    """Score the desk on a labelled set, with the field's own metric and other tools in the same run."""
    if task not in TASKS:
        raise typer.BadParameter(f"no task {task!r}; there are: {', '.join(TASKS)}", param_hint="TASK")
    with Desk.open() as desk:
        score = desk.evaluate(task, folder, fit)
    if as_json:
        put(score)
        return
    table = Table("", *score.metrics, title=f"{score.task} on {score.set} ({score.n}, {score.seconds:.0f} s)")
    rows = {"dragoman": score.metrics, **score.peers, **(score.by_language if by_language else {})}
    for name, metrics in rows.items():
        table.add_row(name, *(_cell(metrics.get(metric)) for metric in score.metrics))
    Console().print(table)


def _cell(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" if abs(value) <= 1 else f"{value:.0f}"
