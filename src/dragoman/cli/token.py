"""`dragoman token`: keys of programs that use the API."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.accounts import keys
from dragoman.accounts.front import Accounts
from dragoman.cli.shared import AsJson, DeskPath, given, put, put_found
from dragoman.desk import Desk
from dragoman.model.account import ApiToken
from dragoman.model.codec import to_plain
from dragoman.model.query import Found

USAGE = "say `token add NAME --user USER`, `token list` or `token revoke ID`"
BY = "command line"


def token(
    verb: Annotated[str, typer.Argument(metavar="add|list|revoke", help="what to do")],
    name: Annotated[str, typer.Argument(metavar="[NAME|ID]", help="add: what the program is called; revoke: the token's id")] = "",
    user: Annotated[str | None, typer.Option("--user", help="whose token: a user's name or address")] = None,
    scope: Annotated[str, typer.Option("--scope", help=f"what it may do: {', '.join(keys.SCOPES)}")] = "read",
    days: Annotated[int, typer.Option("--days", min=0, help="days until it ends; 0: never")] = 0,
    desk: DeskPath = None,
    as_json: AsJson = False,
) -> None:
    """Make, list and revoke tokens of programs. A token is printed once; only its hash is kept."""
    if (verb, bool(name)) not in (("add", True), ("list", False), ("revoke", True)) or (verb == "add" and user is None):
        raise typer.BadParameter(USAGE)
    with Desk.open(**given(desk)) as opened:
        accounts = opened.accounts()
        if verb == "add":
            _add(accounts, name, user or "", scope, days, as_json)
        elif verb == "revoke":
            ended = accounts.programs.revoke(name, by=BY)
            _put(accounts, (ended,), as_json)
        else:
            _put(accounts, accounts.programs.of(accounts.people.find(user).id if user else None), as_json)


def _add(accounts: Accounts, name: str, user: str, scope: str, days: int, as_json: bool) -> None:
    try:
        scopes = keys.scopes_of(scope)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--scope") from error
    secret, kept = accounts.programs.add(accounts.people.find(user), name, scopes, days, by=BY)
    if as_json:
        put(_shown(kept) | {"token": secret})
    else:
        sys.stdout.write(f"{secret}\n")
        sys.stderr.write(f"token {kept.id} for {user} ({' '.join(kept.scopes)}); it is not shown again\n")


def _put(accounts: Accounts, held: tuple[ApiToken, ...], as_json: bool) -> None:
    names = {one.id: one.name for one in accounts.book.users()}
    if as_json:
        put({"items": [_shown(one) | {"user": names.get(one.user, one.user)} for one in held], "next": None})
        return
    columns = ("id", "user", "name", "begins", "scopes", "made", "used", "ends")
    put_found(Found(held), False, columns, lambda one: _row(one, names))


def _row(one: ApiToken, names: dict[str, str]) -> tuple[str, ...]:
    ends = f"revoked {one.revoked}" if one.revoked else one.expires or "never"
    return one.id, names.get(one.user, one.user), one.name, one.prefix, " ".join(one.scopes), one.created, one.seen or "never", ends


def _shown(one: ApiToken) -> dict[str, object]:
    """What is kept, without the hash."""
    plain: dict[str, object] = to_plain(one)
    plain.pop("token")
    return plain
