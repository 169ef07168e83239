"""Profiles and readings made by hand, for the tests of merging."""

from __future__ import annotations

from dragoman.link.offices import kinds
from dragoman.model.annotations import Mention, Speaker, Statement
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.identity import Profile
from dragoman.model.reading import Reading
from dragoman.model.spans import Evidence


def profile(name: str, language: str, role: str = "", party: str = "", kind: str = "person", article: str = "", **more) -> Profile:
    return Profile(
        id=more.pop("id", f"{kind}:{name.lower()}"),
        type=kind,
        language=language,
        own=more.pop("own", True),
        names=(name, *more.pop("other", ())),
        roles=(role,) if role else (),
        offices=tuple(sorted(kinds(role, language))) if role else (),
        parties=(party,) if party else (),
        articles=(article or f"a-{language}",),
        **more,
    )


def reading(identity: str, language: str, *rows: tuple[str, str, str | None, str | None], day: str = "2023-05-11") -> Reading:
    """A text of names (name, type, role, party), each with a statement of its person."""
    text, mentions, said = "", [], []
    for name, kind, role, party in rows:
        start = len(text)
        text += f"{name} spoke. "
        mentions.append(Mention(start, start + len(name), name, kind, f"{kind}:{name.lower()}", name, role, party))
        if kind == "person":
            speaker = Speaker(f"person:{name.lower()}", name, role, start, start + len(name))
            words = Evidence(identity, start, len(text), text[start:])
            said.append(Statement(speaker, party, "state", "indirect", None, name, start, start + len(name), None, words))
    published = Published(day, "day", "test", day, day)
    article = Article(
        identity, "capture:" + identity, SourceRef("x", "X"), identity, text, language, LanguageEvidence("test", 1.0), published=published
    )
    return Reading(article, mentions=tuple(mentions), statements=tuple(said), made_by=("test@1",))
