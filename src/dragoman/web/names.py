"""Names as readers of a language get them: in that language or its script where we know them so, else as they are known, with the
language that they are in, so that pages can mark it."""

from __future__ import annotations

from markupsafe import Markup

from dragoman import actors
from dragoman.text.chinese import traditional
from dragoman.web import tongues


class Name(str):
    """A name and the language (BCP 47) that it is in; empty where that is not known."""

    language: str

    def __new__(cls, text: str, language: str = "") -> Name:
        made = super().__new__(cls, text)
        made.language = language
        return made


def known(identity: str | None, code: str) -> Name | None:
    """The name of somebody in `actors`, for readers of `code`: in that language, else in English, else in any. A Chinese name that is held
    in simplified characters only is written in traditional ones for those who read these. None where we do not know the id."""
    actor = actors.get(identity) if identity else None
    if actor is None:
        return None
    for held in (code, code.split("-")[0], "en", *sorted(actor.names)):
        if actor.names.get(held):
            text = actor.names[held][0]
            turned = code == "zh-Hant" and held == "zh"
            return Name(traditional(text), code) if turned else Name(text, held)
    return None


def isolated(name: str, code: str) -> Markup:
    """A name as a part of a page in `code`: apart from the direction of the words around it, with `lang` and `dir` where its language is
    another."""
    language = getattr(name, "language", None)
    if language is None or (language and language.split("-")[0] == code.split("-")[0]):
        return Markup("<bdi>{}</bdi>").format(str(name))
    if not tongues.tag(language):
        return Markup('<bdi lang="">{}</bdi>').format(str(name))
    return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(tongues.tag(language), tongues.direction(language), str(name))
