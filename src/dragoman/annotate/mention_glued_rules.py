"""What a language's glued.toml says of names where no spaces part the words, ready to use.

glued.toml, all keys optional:
- `least`: by type, the probability under which a name of the tagger's is left out.
- `works`: (opening, closing) marks around the title of a work: what they hold is that title and names nothing else.
- `joints`: words that join two names into one span; `loose_end`: words that end no name of a place or body.
- `venues`, `certain_bodies`: endings that make a name a place, a body.
- `team` (regular expression), `forces`: what makes a body of a place's name directly before it.
- `heads`: last words of a body's long name; `inside`: tags of the tagger that may stand between the first name and the head;
  `no_end`: what follows where the word is not the end of a body's name but of an office; `not_before`: by the last
  character of a body, characters after which it was none (部门 is a department, not a ministry).
- `place_ends`, `body_ends`: last characters of names; what a tagged name has beyond a known one and ends otherwise is cut off.
- `surnames`: characters; `private`, `public`: what follows a surname alone: with the first the bearer stays unnamed and is no mention
  unless the text names them in full, with the second the surname is the mention. `nicknames`: what a pet name begins with.
- `posted`: what stands before the country where a mission is; `missions`: its last words (中国驻南非大使馆 is one body).
- `offices`: words made of a body's last character and one more: a body's name may end with that character.
- `visited`: for a country letter, the verbs and prepositions that make it that country after them; `followed_letters` are countries
  before `after_letters`.
- `completing`: tags of stray characters that belong to the name of two characters before them where a mark or one of the `sayings`
  follows; never those in `never_given`.
- `clubs`: sports clubs that are also a city or a person; they are clubs in a text with two of the `club_cues`.
"""

from __future__ import annotations

from functools import cache

from msgspec import Struct, convert

from dragoman import languages


class GluedRules(Struct, frozen=True):
    """glued.toml of a language."""

    least: dict[str, float] = {}
    works: tuple[tuple[str, str], ...] = ()
    joints: tuple[str, ...] = ()
    loose_end: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    certain_bodies: tuple[str, ...] = ()
    team: str = ""
    forces: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    inside: frozenset[str] = frozenset()
    no_end: tuple[str, ...] = ()
    not_before: dict[str, str] = {}
    place_ends: str = ""
    body_ends: str = ""
    surnames: str = ""
    private: tuple[str, ...] = ()
    public: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    posted: str = ""
    missions: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    visited: dict[str, str] = {}
    followed_letters: str = ""
    after_letters: tuple[str, ...] = ()
    completing: frozenset[str] = frozenset()
    sayings: tuple[str, ...] = ()
    never_given: frozenset[str] = frozenset()
    club_cues: tuple[str, ...] = ()
    clubs: frozenset[str] = frozenset()


@cache
def rules_of(language: str) -> GluedRules:
    """The rules of a language, empty where it has none."""
    return convert(dict(languages.own_table(language, "glued") or {}), GluedRules)
