"""Requests to remove an article, for anybody; and removing one, for editors."""

from __future__ import annotations

from dragoman.errors import DragomanError
from dragoman.web import riddles
from dragoman.web.asked import Answer, Asked, Moved, Reply, WrongAddressError
from dragoman.web.desk import ReadingDesk, RemovingDesk
from dragoman.web.names import Name
from dragoman.web.pages import lists
from dragoman.web.shown import article_link, short

LONGEST = 4000
KINDS = ("remove", "refuse", "undo")
BY = "portal"


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """The form of the article in the path; `?sent=1` after it was taken."""
    return _form(desk, asked, asked.part)


def _form(desk: ReadingDesk, asked: Asked, name: str, fault: str = "") -> Reply:
    article = desk.reading(name).article
    title, sent = asked.say("Ask for removal"), asked.text("sent") == "1"
    steps = (Name(short(article.title, 60), article.language), article_link(article.id)), (title, None)
    context = {
        "title": title, "crumbs": lists.crumbs(asked, *steps), "article": article, "sent": sent, "fault": fault,
        "riddle": riddles.shown(asked.riddles, asked) if asked.riddles and not sent else None,
        "reason": asked.long_text("reason", LONGEST), "contact": asked.text("contact"),
    }  # fmt: skip
    return Answer("takedown.html", context, 403 if fault else 200)


def plead(desk: RemovingDesk, asked: Asked) -> Reply:
    """Takes a request, with the answer of the riddle from who did not log in. What a robot filled in (a field that people do not see) is
    thanked for and forgotten."""
    article, reason = asked.text("article"), asked.long_text("reason", LONGEST)
    if article and asked.riddles and riddles.another(asked):
        return _form(desk, asked, article)
    if not article or not reason:
        raise WrongAddressError(asked.say("The form is not filled in."))
    if asked.riddles and not riddles.solved(asked.riddles, asked):
        return _form(desk, asked, article, "riddle")
    if not asked.text("website"):
        desk.plead(article, reason, asked.text("contact"))
    return Moved(f"{article_link(article)}/takedown?sent=1", 303)


def listed(desk: RemovingDesk, asked: Asked) -> Reply:
    """What is asked, and what was removed."""
    title = asked.say("Takedowns")
    context = {"title": title, "crumbs": lists.crumbs(asked, (title, None)), "pleas": desk.pleas(), "stones": desk.tombstones()}
    return Answer("takedowns.html", context)


def decide(desk: RemovingDesk, asked: Asked) -> Reply:
    """Removes an article, closes a request, or takes a removal back; leads to the list."""
    kind, number = asked.one_of("kind", KINDS), asked.text("n")
    by = asked.reader.name or BY
    try:
        if kind == "remove" and asked.text("article") and asked.text("sure") == "1":
            desk.takedown(asked.text("article"), asked.long_text("reason", LONGEST), by, asked.text("copies") == "1", asked.visit.address)
        elif kind == "refuse" and number.isascii() and number.isdigit():
            desk.refuse(int(number), by)
        elif kind == "undo" and number.isascii() and number.isdigit():
            desk.restore(number, by)
        else:
            raise WrongAddressError(asked.say("The form is not filled in."))
    except DragomanError as error:
        raise WrongAddressError(str(error)) from error
    return Moved("/takedowns", 303)
