"""`dragoman user`: who may use the desk."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.accounts.front import Accounts
from dragoman.accounts.people import Made
from dragoman.cli.shared import AsJson, DeskPath, given, put, put_found
from dragoman.desk import Desk
from dragoman.model.account import ROLES, Role, User
from dragoman.model.query import Found

USAGE = "say `user add NAME`, `user list`, `user role NAME ROLE`, `user disable|enable|reset NAME` or `user invite [--email ADDRESS]`"
BY = "command line"
WORDS = {"add": 1, "list": 0, "role": 2, "disable": 1, "enable": 1, "reset": 1, "invite": 0}
"""How many words follow each verb."""


def user(
    verb: Annotated[str, typer.Argument(metavar="add|list|role|disable|enable|reset|invite", help="what to do")],
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME] [ROLE]", help="the user's name or address; role: and the role")
    ] = None,
    email: Annotated[str, typer.Option("--email", help="add, invite: the address, taken as shown to be theirs")] = "",
    role: Annotated[str, typer.Option("--role", help=f"add, invite: {', '.join(ROLES)}")] = "reader",
    desk: DeskPath = None,
    as_json: AsJson = False,
) -> None:
    """Make users, list them, change their roles, shut and open their accounts, and make the links by which they set passwords or
    register. Links are printed, work once, and are not shown again."""
    said = words or []
    if WORDS.get(verb) != len(said):
        raise typer.BadParameter(USAGE)
    wanted = _role(said[1] if verb == "role" else role)
    with Desk.open(**given(desk)) as opened:
        accounts = opened.accounts(write=verb in ("add", "invite"))
        if verb == "list":
            _list(accounts, as_json)
        elif verb == "add":
            _made(accounts, accounts.people.add(said[0], email, wanted, BY), f"{accounts.home}/password/", as_json)
        elif verb == "invite":
            _made(accounts, accounts.people.invite(email, wanted, BY), f"{accounts.home}/register?invitation=", as_json)
        elif verb == "reset":
            found = accounts.people.find(said[0])
            _made(accounts, Made(found, accounts.people.link(found, "reset", BY)), f"{accounts.home}/password/", as_json)
        else:
            _tell(_changed(accounts, verb, said[0], wanted), as_json)


def _role(word: str) -> Role:
    for known in ROLES:
        if known == word:
            return known
    raise typer.BadParameter(f"{word!r} is no role; there are: {', '.join(ROLES)}")


def _changed(accounts: Accounts, verb: str, name: str, role: Role) -> User:
    found = accounts.people.find(name)
    if verb == "role":
        return accounts.people.change_role(found, role, BY)
    return accounts.people.disable(found, BY) if verb == "disable" else accounts.people.enable(found, BY)


def _made(accounts: Accounts, made: Made, where: str, as_json: bool) -> None:
    link = f"{where}{made.link}" if made.link else None
    if as_json:
        put((_shown(made.user) if made.user else {}) | {"link": link})
    elif link:
        sys.stdout.write(f"{link}\n")
        sys.stderr.write("this link works once and is not shown again\n")
    if not made.user and accounts.registration == "closed":
        sys.stderr.write("the setting `registration` is closed: the invitation opens when it is `invitation` or `open`\n")


def _list(accounts: Accounts, as_json: bool) -> None:
    held = accounts.book.users()
    if as_json:
        put({"items": [_shown(one) for one in held], "next": None})
        return
    columns = ("name", "address", "role", "made", "state")
    put_found(Found(held), False, columns, lambda one: (one.name, one.email, one.role, one.created, _state(one)))


def _tell(changed: User, as_json: bool) -> None:
    if as_json:
        put(_shown(changed))
    else:
        sys.stdout.write(f"{changed.name}: {changed.role}, {_state(changed)}\n")


def _state(one: User) -> str:
    if one.disabled:
        return f"shut since {one.disabled}"
    return "open" if one.password else "open, no password yet"


def _shown(one: User) -> dict[str, object]:
    """What others may see: no hash, no secret."""
    return {
        "id": one.id,
        "name": one.name,
        "email": one.email,
        "role": one.role,
        "confirmed": one.confirmed,
        "created": one.created,
        "disabled": one.disabled,
        "password": one.password is not None,
        "second": one.secret is not None,
    }
