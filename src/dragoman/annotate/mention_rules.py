"""What a language's tables say of names (`languages/<code>/names.toml`, `titles.toml`), ready to use.

names.toml, all keys optional:
- `letters`: characters that stand for countries; a run of them is several countries (`not_compounds`: words that only look like a run).
- `foreign`: characters that foreign names are written with; `foreign_dotted`: more, where a dot parts the name;
  `foreign_script`: the script that foreign names are written in (ISO 15924).
- `joiners`: marks inside a foreign name. `particles`: small words inside a name. `given`, `surnames`: lower case.
- `bodies`: words that make a name an organisation; `place_words`: a place; `place_cues`: words before a place.
- `small_bodies`: words that with a capitalised genitive behind them are a body, also in small letters (суд Пакистана); `body_words`:
  attributes in the name of a body (верховный); `body_joiners`: small words inside it; `local_joiners`: words between a body and its
  place (МВД по Башкирии); `named_after`: words before the person that a body is named after. A table with `body_words` says that the
  language inflects, and all of `mention_bodies`, `mention_edges` and `mention_heads` applies.
- `place_heads`, `organisation_heads`: common nouns that tell the type of the name behind them (газета «Труд»); `thing_heads`: those of
  products, works and treaties (фильм «Время»); `platforms`: services, lower case, that with a word of `place_cues` in front are places to
  publish and no bodies (в Facebook); `street_heads`: nouns that belong to the name (площадь Восстания). `things`: names that are no
  person, place or body (pipelines, treaties, products).
- `trim_start`, `trim_end`: what a tagger takes into a name and must not. `clitics`: short words written onto the next word.
- `surname_endings`, `attribute_endings`, `genitive_endings`, `infinitive_endings`: endings by which words are told apart where there is
  no dictionary with parts of speech; `place_attributes`: words that with a place behind them are part of its name (північний).
- `endings`: case endings that two forms of a name may differ by. `nouns_capital`: whether every noun has a capital.
- `junk`: words that are never a name, lower case. `nationalities`: words for people and adjectives that are no mention here.
- `common`: names that are also words, lower case: at the start of a sentence they need other evidence.
- `places`, `organisations`: names that `actors` does not hold.
- `articles`: what definite words begin with. `enclitics`: short words written onto the end of a name.
- `kin`: words for relatives. `body_adjectives`: small words that belong to a body's name (Corte costituzionale).
- `repairs`: whether the spans of the language's tagger are cut, grown and typed anew by these lists (`mention_cuts`, `mention_kinds`).
- `suffixes`: what may follow a comma inside a name ("Inc", "Jr"). `media_cues`, `place_after`: words after a name that tell an outlet, a
  place; `place_before`: phrases before a name that tell a place. `events`: words that end the name of an event.
  `head_first`: whether the name of a body may begin with its kind (Banque de France); `place_first`: words that begin a place (Mount).
  `coordinators`: words for "and"; `prepositions`: small words inside the names of bodies.
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
    foreign_dotted: str = ""
    foreign_script: str = ""
    joiners: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    small_bodies: frozenset[str] = frozenset()
    body_words: frozenset[str] = frozenset()
    body_joiners: frozenset[str] = frozenset()
    local_joiners: frozenset[str] = frozenset()
    named_after: frozenset[str] = frozenset()
    place_heads: frozenset[str] = frozenset()
    organisation_heads: frozenset[str] = frozenset()
    thing_heads: frozenset[str] = frozenset()
    platforms: frozenset[str] = frozenset()
    street_heads: frozenset[str] = frozenset()
    things: tuple[str, ...] = ()
    place_words: frozenset[str] = frozenset()
    place_cues: frozenset[str] = frozenset()
    trim_start: tuple[str, ...] = ()
    trim_end: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    surname_endings: tuple[str, ...] = ()
    attribute_endings: tuple[str, ...] = ()
    genitive_endings: tuple[str, ...] = ()
    infinitive_endings: tuple[str, ...] = ()
    place_attributes: frozenset[str] = frozenset()
    nouns_capital: bool = False
    junk: frozenset[str] = frozenset()
    nationalities: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    repairs: bool = False
    suffixes: frozenset[str] = frozenset()
    media_cues: frozenset[str] = frozenset()
    place_after: frozenset[str] = frozenset()
    place_before: tuple[str, ...] = ()
    events: frozenset[str] = frozenset()
    head_first: bool = False
    place_first: frozenset[str] = frozenset()
    coordinators: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    body_adjectives: frozenset[str] = frozenset()
    articles: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()


class TitleRules(Struct, frozen=True):
    """titles.toml of a language: words by their base form, lower case."""

    before: bool = True
    after: bool = False
    after_glued: bool = False
    heads: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    genitives: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    names_before: bool = False
    honorifics: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    lesser: frozenset[str] = frozenset()
    former: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()
    men: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()


@cache
def names_of(language: str) -> NameRules:
    """The rules for names of a language."""
    return convert(dict(languages.table(language, "names")), NameRules)


@cache
def titles_of(language: str) -> TitleRules:
    """The rules for titles of a language."""
    return convert(dict(languages.table(language, "titles")), TitleRules)
