"""`dragoman actors check`: the tables of who is who, and a person's own, checked."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from dragoman.actors.records import shipped
from dragoman.cli.shared import AsJson, put
from dragoman.evaluation.who.checks import Fault, faults

_OWN = ("en",)
"""Languages in which own entries need a name; the shipped ones have Chinese, English and Russian."""


def actors(
    what: Annotated[Literal["check"], typer.Argument(metavar="check", help="what to do")],
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE...]", help="TOML files or folders; the shipped tables where none")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check tables of actors: keys, dates, scripts, ids, offices and their holders; exit 1 where something is wrong."""
    tables, broken = _read(files) if files else (shipped(), [])
    found = (*broken, *(faults(tables, _OWN) if files else faults(tables)))
    if as_json:
        put({"files": len(tables) + len(broken), "faults": found})
    else:
        for fault in found:
            sys.stdout.write(f"{fault.file}: {fault.entry + ': ' if fault.entry else ''}{fault.text}\n")
        sys.stdout.write(f"{len(tables) + len(broken)} files, {len(found)} faults\n")
    if found:
        raise typer.Exit(1)


def _read(paths: list[Path]) -> tuple[Mapping[str, Mapping[str, Any]], list[Fault]]:
    """Tables by path, and the files that cannot be read."""
    tables: dict[str, Mapping[str, Any]] = {}
    broken = []
    for path in _files(paths):
        try:
            tables[str(path)] = tomllib.loads(path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            broken.append(Fault(str(path), "", f"cannot be read: {error}"))
    return tables, broken


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.rglob("*.toml")) if path.is_dir() else [path]
