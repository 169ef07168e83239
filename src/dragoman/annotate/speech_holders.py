"""Whom a title without a name stands for: the one person who held the office on the article's day, and signs that speak against a person.

titles.toml: `indefinite` holds words that make a title nobody's in particular ("a spokesman", 一名发言人); `women` and `men` words that
tell whether a woman or a man is meant, pronouns among them.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from dragoman import actors, languages
from dragoman.actors.surfaces import office_named
from dragoman.annotate.speech_scene import Scene
from dragoman.annotate.speech_voices import Voice
from dragoman.text.lemmas import gender

_NEAR = 12
"""Characters in front of a title in which a word may make it indefinite."""


def in_office(scene: Scene, voice: Voice) -> Voice:
    """The person who held the office that a title of a party names ("the Russian foreign minister"): the one of the article where it gives
    one that office, else who `actors` say held it on the article's day; the voice itself where that is not one person."""
    article = scene.reading.article
    office = office_named(scene.text[voice.start : voice.end], voice.party or "", article.language)
    if office is None or indefinite(scene, voice):
        return voice
    here = {one.entity for one in scene.reading.mentions if one.office is not None and one.office.id == office.id and one.entity}
    day = article.published.value or ""
    found = tuple(sorted(here)) or (actors.holders(office.id, day[:10]) if len(day) >= len("2022-01-12") else ())
    if len(found) != 1:
        return voice
    known = next((one.name for one in scene.reading.mentions if one.entity == found[0] and one.name), None)
    name = known or actors.display(found[0], article.language)
    return replace(voice, kind="person", entity=found[0], name=name, named=True, evidence="role" if here else "office")


def indefinite(scene: Scene, voice: Voice) -> bool:
    """Whether a title is nobody's in particular: a spokesman, 一名发言人, один из министров."""
    words = _pattern(scene.reading.article.language, "indefinite")
    return words.search(scene.text[max(0, voice.start - _NEAR) : voice.end]) is not None


def clash(scene: Scene, pronoun: Voice, other: Voice) -> bool:
    """Whether a pronoun is a woman's and the voice a man's, or the other way round, as far as words and names tell."""
    one, two = _gender(scene, pronoun), _gender(scene, other)
    return one is not None and two is not None and one != two


def _gender(scene: Scene, voice: Voice) -> str | None:
    language = scene.reading.article.language
    words = f"{scene.text[voice.start : voice.end]} {voice.role or ''}"
    told = [kind for kind in ("women", "men") if _pattern(language, kind).search(words)]
    if len(told) == 1:
        return told[0]
    if voice.kind != "person":
        return None
    return {"femn": "women", "masc": "men"}.get(gender(voice.name.split(), language) or "")


@cache
def _pattern(language: str, kind: str) -> re.Pattern[str]:
    words = sorted(languages.table(language, "titles").get(kind, ()), key=lambda word: (-len(word), word))
    body = "|".join(re.escape(word) for word in words)
    if not body:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if languages.get(language).spaced else body, re.IGNORECASE)
