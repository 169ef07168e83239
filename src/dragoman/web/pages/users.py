"""Who has an account: all users, making one, inviting somebody, invitations that are not used yet. For admins."""

from __future__ import annotations

from dragoman.accounts.front import PASSWORD, Accounts
from dragoman.accounts.letters import mail_address
from dragoman.accounts.listed import listed
from dragoman.accounts.people import name_fault
from dragoman.errors import NotFoundError, TakenError
from dragoman.model.account import ROLES, Role, folded
from dragoman.web.asked import Answer, Asked, Moved, Reply, WrongAddressError
from dragoman.web.pages import entrance, lists

PATH = "/users"
FORMS = ("add", "invite", "withdraw")
STATUS = {"taken": 409}
"""The status of a page that says what was not taken; 400 where it is not here."""


def page(accounts: Accounts, asked: Asked, fault: str = "", link: str = "", mailed: str = "") -> Reply:
    """Users by name; `q` is a part of a name or an address, `role` a role. `link` is one just made, shown this once, `mailed` the address
    that it was sent to."""
    if entrance.user(asked) is None:
        return entrance.lead(asked)
    entrance.need(asked, "admin")
    after, limit, now = asked.text("after"), asked.limit(), accounts.clock.now()
    if after and not (after.isascii() and after.isdigit() and len(after) < 9):
        raise WrongAddressError(asked.say("“%(name)s” is not a number.") % {"name": "after"})
    wanted, role = folded("" if asked.typed else asked.text("q")), None if asked.typed else asked.one_of("role", ROLES)
    chosen = [one for one in accounts.book.users() if _meant(one.name, one.email, wanted) and role in (None, one.role)]
    start = int(after or 0)
    title = asked.say("Users")
    context = {
        "title": title, "crumbs": lists.crumbs(asked, (asked.say("Account"), "/account"), (title, None)),
        "held": listed(accounts.book, chosen[start : start + limit], now), "all": len(chosen), "roles": ROLES,
        "invitations": [one for one in accounts.book.links("invite") if one.expires > now], "mails": accounts.mails,
        "registration": accounts.registration, "fault": fault, "link": link, "mailed": mailed, "q": "" if asked.typed else asked.text("q"),
        "role": role, "older": asked.here(after=str(start + limit)) if len(chosen) > start + limit else None,
        "newest": asked.here(after=None) if start else None,
    }  # fmt: skip
    return Answer("users.html", context, STATUS.get(fault, 400) if fault else 200)


def change(accounts: Accounts, asked: Asked) -> Reply:
    """Makes a user, invites somebody, or takes an invitation back."""
    user = entrance.user(asked)
    if user is None:
        return entrance.lead(asked)
    entrance.need(asked, "admin")
    wanted, origin = asked.one_of("do", FORMS), asked.visit.address
    if wanted == "withdraw":
        try:
            accounts.people.withdraw(asked.text("which"), user.id, origin)
        except NotFoundError:
            return page(accounts, asked, "invitation")
        return Moved(PATH, 303)
    email, role = asked.text("email"), role_of(asked)
    if email and mail_address(email) is None:
        return page(accounts, asked, "email")
    if wanted == "invite":
        link, mailed = accounts.invite(mail_address(email) or "", role, user.id, asked.tongue.code, origin)
        return page(accounts, asked, link="" if mailed else link, mailed=email if mailed else "")
    if wanted == "add":
        return _add(accounts, asked, mail_address(email) or "", role, user.id)
    raise WrongAddressError(asked.say("The form is not filled in."))


def role_of(asked: Asked) -> Role:
    """The role that a form names. Raises `WrongAddressError` where it names none."""
    for known in ROLES:
        if asked.text("role") == known:
            return known
    raise WrongAddressError(asked.say("The form is not filled in."))


def _add(accounts: Accounts, asked: Asked, email: str, role: Role, by: str) -> Reply:
    if name_fault(asked.text("name")):
        return page(accounts, asked, "name")
    try:
        made = accounts.people.add(asked.text("name"), email, role, by, origin=asked.visit.address)
    except TakenError:
        return page(accounts, asked, "taken")
    return page(accounts, asked, link=f"{accounts.home}{PASSWORD}{made.link}")


def _meant(name: str, email: str, wanted: str) -> bool:
    return wanted in folded(name) or wanted in folded(email)
