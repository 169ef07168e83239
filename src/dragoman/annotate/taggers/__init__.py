"""Name taggers: one module a language model. A model is loaded when a text of its language comes, once a process."""

from __future__ import annotations

from functools import cache
from typing import cast

from dragoman import languages
from dragoman.ports import Tagger
from dragoman.registry import Table

TAGGERS = Table(
    "taggers",
    {
        "zh": "dragoman.annotate.taggers.lac:Lac",
        "en": "dragoman.annotate.taggers.spacy_en:SpacyEnglish",
        "fr": "dragoman.annotate.taggers.spacy_fr:SpacyFrench",
        "ru": "dragoman.annotate.taggers.slovnet_ru:SlovnetRussian",
        "uk": "dragoman.annotate.taggers.inflected:Inflected",
        "xx": "dragoman.annotate.taggers.patterns:Patterns",
    },
)
_BY_LANGUAGE = frozenset({"uk"})
"""Codes whose tagger is made with the code."""
"""Language code to tagger; "xx" serves every other language and is made with that language's code."""


@cache
def tagger(language: str) -> Tagger:
    """The tagger of a language (BCP 47). Raises `PartError` where its package is not installed."""
    code = language.lower().replace("_", "-").split("-")[0]
    if code in _BY_LANGUAGE:
        return cast(Tagger, TAGGERS.make(code, language=code))
    made: Tagger = TAGGERS.make(code) if code in TAGGERS and code != languages.NEUTRAL else TAGGERS.make(languages.NEUTRAL, language=code)
    return made
