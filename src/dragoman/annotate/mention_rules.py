"""What a language's tables say of names (`languages/<code>/names.toml`, `titles.toml`), ready to use.

names.toml, all keys optional:
- `letters`: characters that stand for countries; a run of them is several countries (`not_compounds`: words that only look like a run).
- `foreign`: characters that foreign names are written with; `foreign_script`: the script that does so (ISO 15924).
- `joiners`: marks inside a foreign name. `particles`: small words inside a name. `given`: given names, lower case.
- `bodies`: words that make a name an organisation; `place_words`: a place; `place_cues`: words before a place.
- `trim_start`, `trim_end`: what a tagger takes into a name and must not. `clitics`: short words written onto the next word.
- `endings`: case endings that two forms of a name may differ by. `nouns_capital`: whether every noun has a capital.
- `junk`: words that are never a name, lower case. `nationalities`: words for people and adjectives that are no mention here.
- `common`: names that are also words, lower case: at the start of a sentence they need other evidence.
- `places`, `organisations`: names that `actors` does not hold.
titles.toml: see `mention_roles`.
"""

from __future__ import annotations

from functools import cache

from msgspec import Struct, convert

from dragoman import languages


class NameRules(Struct, frozen=True):
    """names.toml of a language."""

    letters: str = ""
    not_compounds: frozenset[str] = frozenset()
    foreign: str = ""
    foreign_script: str = ""
    joiners: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    place_words: frozenset[str] = frozenset()
    place_cues: frozenset[str] = frozenset()
    trim_start: tuple[str, ...] = ()
    trim_end: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    nouns_capital: bool = False
    junk: frozenset[str] = frozenset()
    nationalities: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


class TitleRules(Struct, frozen=True):
    """titles.toml of a language: words by their base form, lower case."""

    before: bool = True
    after: bool = False
    after_glued: bool = False
    heads: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()


@cache
def names_of(language: str) -> NameRules:
    """The rules for names of a language."""
    return convert(dict(languages.table(language, "names")), NameRules)


@cache
def titles_of(language: str) -> TitleRules:
    """The rules for titles of a language."""
    return convert(dict(languages.table(language, "titles")), TitleRules)
