"""`dragoman user`: who may use the desk."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.accounts.front import PASSWORD, Accounts
from dragoman.accounts.listed import Listed, listed
from dragoman.accounts.people import Made
from dragoman.cli.shared import AsJson, DeskPath, given, put, put_found
from dragoman.desk import Desk
from dragoman.model.account import ROLES, Role, User
from dragoman.model.codec import to_plain
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
    language: Annotated[str, typer.Option("--language", help="invite: the language of the letter")] = "en",
    as_json: AsJson = False,
) -> None:
    """Make users, list them, change their roles, shut and open their accounts, and make the links by which they set passwords or
    register. Links are printed, work once, and are not shown again; an invitation goes by mail where it has an address and a mail server
    is set."""
    said = words or []
    if WORDS.get(verb) != len(said):
        raise typer.BadParameter(USAGE)
    wanted = _role(said[1] if verb == "role" else role)
    with Desk.open(**given(desk)) as opened:
        accounts = opened.accounts(write=verb in ("add", "invite"))
        if verb == "list":
            _list(accounts, as_json)
        elif verb == "add":
            _made(accounts, accounts.people.add(said[0], email, wanted, BY), as_json)
        elif verb == "invite":
            _invited(accounts, accounts.invite(email, wanted, BY, language), email, as_json)
        elif verb == "reset":
            found = accounts.people.find(said[0])
            _made(accounts, Made(found, accounts.people.link(found, "reset", BY)), as_json)
        else:
            _tell(_shown(accounts, _changed(accounts, verb, said[0], wanted))[0], as_json)


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


def _made(accounts: Accounts, made: Made, as_json: bool) -> None:
    link = f"{accounts.home}{PASSWORD}{made.link}" if made.link else None
    if as_json:
        put((to_plain(_shown(accounts, made.user)[0]) if made.user else {}) | {"link": link})
    elif link:
        _print(link)


def _invited(accounts: Accounts, invited: tuple[str, bool], email: str, as_json: bool) -> None:
    link, mailed = invited
    if as_json:
        put({"link": link, "mailed": mailed})
    else:
        _print(link)
        if mailed:
            sys.stderr.write(f"it was mailed to {email}\n")
    if accounts.registration == "closed":
        sys.stderr.write("the setting `registration` is closed: the invitation opens when it is `invitation` or `open`\n")


def _print(link: str) -> None:
    sys.stdout.write(f"{link}\n")
    sys.stderr.write("this link works once and is not shown again\n")


def _list(accounts: Accounts, as_json: bool) -> None:
    held = _shown(accounts, *accounts.book.users())
    if as_json:
        put({"items": to_plain(held), "next": None})
        return
    columns = ("name", "address", "role", "made", "last log-in", "state")
    put_found(Found(held), False, columns, lambda one: (one.name, one.email, one.role, one.created, one.seen or "never", _state(one)))


def _tell(changed: Listed, as_json: bool) -> None:
    if as_json:
        put(to_plain(changed))
    else:
        sys.stdout.write(f"{changed.name}: {changed.role}, {_state(changed)}\n")


def _state(one: Listed) -> str:
    if one.disabled:
        return f"shut since {one.disabled}"
    if one.waits:
        return f"waits until {one.waits}: too many wrong passwords"
    return "open" if one.password else "open, no password yet"


def _shown(accounts: Accounts, *users: User) -> tuple[Listed, ...]:
    return listed(accounts.book, users, accounts.clock.now())
