"""`dragoman serve`: the portal."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.shared import DeskPath, given
from dragoman.desk import Desk


def serve(
    desk: DeskPath = None,
    host: Annotated[str | None, typer.Option("--host", help="address to listen on (setting: host)")] = None,
    port: Annotated[int | None, typer.Option("--port", min=1, max=65535, help="port to listen on (setting: port)")] = None,
) -> None:
    """Serve the portal of a desk; no model is loaded."""
    settings = given(desk) | {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    with Desk.open(**settings) as opened:
        opened.serve()
