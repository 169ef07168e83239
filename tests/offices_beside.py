"""The office beside a name, with names given by the tables and by hand."""

from __future__ import annotations

from dragoman import actors
from dragoman.annotate.mention_gazetteer import find, find_demonyms, prepared
from dragoman.annotate.mention_roles import Scene, role
from dragoman.annotate.mention_spans import Span


def role_of(text: str, language: str, person: str, *others: str) -> tuple[str, str | None] | None:
    """The words of the office of a person and its party; `others` are more people of the text."""
    made = prepared(text, language)
    people = [Span(text.index(name), text.index(name) + len(name), "person") for name in (person, *others)]
    named = [other for other in find(made) if not any(other.start < span.end and span.start < other.end for span in people)]
    found = role(Scene(made, [*named, *people], find_demonyms(made, people)), people[0])
    return (text[found.start : found.end], actors.party(found.party) if found.party else None) if found else None
