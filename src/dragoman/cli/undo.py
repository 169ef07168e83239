"""`dragoman undo`: takes a judgement back."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.judge import tell
from dragoman.cli.shared import AsJson, DeskPath, given
from dragoman.desk import Desk


def undo(
    n: Annotated[int | None, typer.Argument(metavar="[N]", min=1, help="number of a judgement, as `dragoman judge list` shows it")] = None,
    desk: DeskPath = None,
    as_json: AsJson = False,
) -> None:
    """Take a judgement back: the one of this number, else the last one in force. It stays in the list, marked undone."""
    with Desk.open(**given(desk)) as opened:
        said = opened.undo(n)
    tell(said, as_json)
