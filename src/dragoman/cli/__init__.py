"""The command line: one module per command, loaded when it is called. Exit 0 done, 1 something failed and is listed, 2 wrong use."""

from __future__ import annotations

import sys
from typing import Any

import typer
from typer.core import TyperGroup

from dragoman.errors import ConfigError, DragomanError
from dragoman.registry import Table

COMMANDS = Table(
    "commands",
    {
        "demo": "dragoman.cli.demo:demo",
        "read": "dragoman.cli.read:read",
        "collect": "dragoman.cli.collect:collect",
        "reread": "dragoman.cli.reread:reread",
        "furniture": "dragoman.cli.furniture:furniture",
        "stories": "dragoman.cli.stories:stories",
        "story": "dragoman.cli.story:story",
        "statements": "dragoman.cli.statements:statements",
        "agenda": "dragoman.cli.agenda:agenda",
        "entities": "dragoman.cli.entities:entities",
        "judge": "dragoman.cli.judge:judge",
        "undo": "dragoman.cli.undo:undo",
        "takedown": "dragoman.cli.takedown:takedown",
        "why": "dragoman.cli.why:why",
        "search": "dragoman.cli.search:search",
        "serve": "dragoman.cli.serve:serve",
        "user": "dragoman.cli.user:user",
        "token": "dragoman.cli.token:token",
        "openapi": "dragoman.cli.openapi:openapi",
        "actors": "dragoman.cli.actors:actors",
        "eval": "dragoman.cli.evaluate:evaluate",
        "bench": "dragoman.cli.bench:bench",
        "doctor": "dragoman.cli.doctor:doctor",
    },
)


class Commands(TyperGroup):
    """The commands of the table; a command's module is imported only for its own call and for the list of all."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        single = typer.Typer(add_completion=False, rich_markup_mode="rich")
        single.command(name=cmd_name)(COMMANDS.load(cmd_name))
        command = typer.main.get_command(single)
        command.name = cmd_name
        return command


app = typer.Typer(cls=Commands, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


@app.callback(help="Dragoman: every side's account of the same story, next to each other, from pages in any language.")
def _root() -> None:
    """Holds the help of the whole command line."""


def main() -> None:
    """The `dragoman` command."""
    try:
        app()
    except ConfigError as error:
        sys.stderr.write(f"dragoman: {error}\n")
        sys.exit(2)
    except DragomanError as error:
        sys.stderr.write(f"dragoman: {error}\n")
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
