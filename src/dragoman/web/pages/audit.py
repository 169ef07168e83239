"""The audit log: who did what, when and from where. For admins."""

from __future__ import annotations

from dragoman.accounts.front import Accounts
from dragoman.web.asked import Answer, Asked, Reply, WrongAddressError
from dragoman.web.pages import entrance, lists


def page(accounts: Accounts, asked: Asked) -> Reply:
    """Entries, latest first; filters `who` and `on` (names) and `what` (a key), pages by number."""
    if entrance.user(asked) is None:
        return entrance.lead(asked)
    entrance.need(asked, "admin")
    names = {one.id: one.name for one in accounts.book.users()}
    who, what, on = asked.text("who"), asked.text("what"), asked.text("on")
    after, limit = asked.text("after"), asked.limit()
    if after and not (after.isascii() and after.isdigit() and len(after) < 16):
        raise WrongAddressError(asked.say("“%(name)s” is not a number.") % {"name": "after"})
    before = int(after) if after else None
    chosen = accounts.book.audited(limit + 1, before, _meant(accounts, who), what or None, _meant(accounts, on))
    title = asked.say("Audit log")
    context = {
        "title": title, "crumbs": lists.crumbs(asked, (title, None)), "entries": chosen[:limit], "names": names, "who": who, "what": what,
        "on": on,
        "older": asked.here(after=str(chosen[limit - 1].n)) if len(chosen) > limit else None,
        "newest": asked.here(after=None) if after else None,
    }  # fmt: skip
    return Answer("audit.html", context)


def _meant(accounts: Accounts, typed: str) -> str | None:
    """The id of the user of that name, or what was typed."""
    known = accounts.book.called(typed) if typed else None
    return known.id if known else typed or None
