"""Why two entities of a story may be one: reasons with their weights (log odds), and what forbids it. After Sproat, Tao and Zhai 2006
(sound, time and company) and the merging of the Europe Media Monitor (Pouliquen and Steinberger 2009); the weights are set by hand, and
each reason can be shown."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from dragoman import actors
from dragoman.languages import get
from dragoman.link.match import Likeness, likeness
from dragoman.link.names import key, parts
from dragoman.link.offices import agree
from dragoman.model.identity import Profile
from dragoman.model.spans import Why

WEIGHTS = {
    "sound": 1.3,
    "reading": 3.0,
    "same letters": 3.5,
    "listed": 6.0,
    "stated": 8.0,
    "acronym": 4.0,
    "given name": 1.0,
    "surname": 1.0,
    "office": 2.2,
    "other office": -2.5,
    "party": 1.5,
    "role": 2.0,
    "stories": 1.0,
    "days": 0.7,
    "nobody else": 1.0,
}
BIAS = -1.0
"""What speaks against any two names of a story before anything is known: most are not one."""

EVEN = 0.5
FLOOR = 0.05
"""Likeness below which two names are not looked at: few random pairs are above it."""
STRANGE = 0.002
"""Likeness below which two given names, or two surnames, are different ones whatever else speaks for them."""
GIVEN, SURNAME = 2.0, 2.5
"""What is added to the log odds of the likeness of given names and of surnames: two names of different people are far less alike than
even."""
_LEAST, _GIVEN_MOST, _SURNAME_MOST = -5.0, 4.0, 4.5
SHORT = 3
"""Syllables from which a name may be known by its sound alone."""
_LIMIT = 5.0
_COUNTRY = 2


def reasons(one: Profile, other: Profile, heard: Likeness, roles_alike: float | None = None) -> tuple[Why, ...]:
    """The reasons for and against, strongest first; empty where something forbids that they are one. `heard` is how like their names are,
    `roles_alike` how like the words of their roles are in meaning (0 to 1), where the caller knows."""
    stated = stated_name(one, other)
    if stated is None and (_apart(one, other) or other_countries(one.parties, other.parties)):
        return ()
    found = _by_name(one, other, heard)
    if stated is not None:
        found.append(by_statement(stated))
    if one.type == "person":
        context = _context(one, other, roles_alike)
        if heard.needs_context and stated is None and not any(why.score > 0 for why in context):
            return ()
        found += context
    return tuple(sorted(found, key=lambda why: (-abs(why.score), why.feature)))


def stated_name(one: Profile, other: Profile) -> str | None:
    """The name that a text about one of them gives in the other's script, where the other bears it."""
    for mine, theirs in ((one, other), (other, one)):
        bearing = {key(name) for name in theirs.names}
        for name in mine.stated:
            if key(name) in bearing:
                return name
    return None


def by_statement(name: str) -> Why:
    """That a text gives both names for one bearer."""
    return _why("stated", 1.0, name)


def acronym(one: Profile, other: Profile) -> Why | None:
    """An acronym in Latin capitals that both bear, or that spells the other's name."""
    mine, theirs = _acronyms(one.names), _acronyms(other.names)
    shared = sorted(mine & theirs)
    if shared:
        return _why("acronym", 1.0, shared[0])
    for short, names in ((mine, other.names), (theirs, one.names)):
        spelled = sorted(letters for letters in short if len(letters) > _COUNTRY and letters in {_spelled(name) for name in names})
        if spelled:
            return _why("acronym", 1.0, f"{spelled[0]}, spelled out")
    return None


def other_countries(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two sets of parties name countries and none in common; bodies may well be served by anybody."""
    mine, theirs = _countries(one), _countries(other)
    return bool(mine) and bool(theirs) and not mine & theirs


@lru_cache(maxsize=65536)
def by_parts(one: str, other: str, languages: tuple[str, str]) -> tuple[float, float] | None:
    """How like the given names and the surnames of two whole names are, None where one is not whole or the given name is an initial. The
    surname is all behind the given name, or the last word; two words may stand in either order."""
    mine, theirs = parts(one), parts(other)
    initial = any(len(split[0]) == 1 and get(code).spaced for split, code in zip((mine, theirs), languages, strict=True))
    if len(mine) < 2 or len(theirs) < 2 or initial:
        return None

    def alike(left: str, right: str) -> float:
        return likeness((left, languages[0]), (right, languages[1])).score

    ends = [(split[-1], "".join(split[1:])) for split in (mine, theirs)]
    surname = 0.0
    for left, right in dict.fromkeys((one, other) for one in ends[0] for other in ends[1]):
        surname = max(surname, alike(left, right)) if surname < EVEN else surname
    straight = (alike(mine[0], theirs[0]), surname)
    if min(straight) >= EVEN or len(mine) != 2 or len(theirs) != 2:
        return straight
    turned = (alike(mine[1], theirs[0]), alike(mine[0], theirs[1]))
    return turned if min(turned) > max(EVEN, min(straight)) else straight


def strangers(one: Profile, other: Profile) -> bool:
    """Whether two whole names have given names or surnames that cannot be one."""
    found = whole(one, other)
    return found is not None and min(found) < STRANGE


def whole(one: Profile, other: Profile) -> tuple[float, float] | None:
    """`by_parts` of the fullest names, asked in one order so that it is worked out once."""
    first, second = sorted((one, other), key=lambda profile: (profile.names[0].isascii(), profile.id, profile.language))
    return by_parts(first.names[0], second.names[0], (first.language, second.language))


def desk_wide(shared: int, either: int, days: float, spread: int) -> list[Why]:
    """What the other stories of the desk say: of `either` stories told in both languages that name one of them, `shared` name both;
    `days` is the likeness of the days on which they are named (Jaccard), `spread` the number of those days."""
    found = []
    if either > 1:
        value = (2 * shared / either - 1) * math.log(either)
        found.append(_why("stories", value, f"both named in {shared} of {either} stories told in both languages"))
    if either > 1 and spread > 1:
        found.append(_why("days", (2 * days - 1) * math.log(spread), f"named on {spread} days, {days:.0%} of them shared"))
    return [why for why in found if why.score]


def total(why: Iterable[Why]) -> float:
    """Log odds of the reasons."""
    return BIAS + sum(one.score for one in why)


def probability(odds: float) -> float:
    """Log odds as a probability."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 4)


def nobody_else() -> Why:
    """That no other choice comes near on either side."""
    return _why("nobody else", 1.0, "")


def _why(feature: str, value: float, detail: str) -> Why:
    return Why(feature, round(WEIGHTS[feature] * value, 3), detail)


def _by_name(one: Profile, other: Profile, heard: Likeness) -> list[Why]:
    detail = f"{one.names[0]} = {other.names[0]} ({heard.score:.2f})"
    if heard.way == "equal":
        return [_why("same letters", 1.0, detail)]
    if heard.way in ("listed", "reading"):
        return [_why(heard.way, 1.0, detail)]
    both = whole(one, other) if one.type == "person" else None
    if both is None:
        return [_why("sound", max(-_LIMIT, min(_LIMIT, _odds(heard.score))), detail)]
    given, surname = both
    return [
        _why("given name", max(_LEAST, min(_GIVEN_MOST, _odds(given) + GIVEN)), f"{detail[: detail.rindex(' (')]} ({given:.2f})"),
        _why("surname", max(_LEAST, min(_SURNAME_MOST, _odds(surname) + SURNAME)), f"{surname:.2f}"),
    ]


def _odds(score: float) -> float:
    return math.log(max(score, 1e-6) / max(1.0 - score, 1e-6))


def _apart(one: Profile, other: Profile) -> bool:
    """What no likeness outweighs: both known, both named in one article as two, whole names that do not agree."""
    if not one.own and not other.own:
        return True
    return one.type == "person" and (bool(set(one.articles) & set(other.articles)) or strangers(one, other))


def _context(one: Profile, other: Profile, roles_alike: float | None) -> list[Why]:
    found = []
    telling, clash, shared = agree(one.offices, other.offices)
    if telling:
        found.append(_why("office", 1.0, ", ".join(shared)))
    elif clash and (roles_alike or 0.0) < 0.5:
        found.append(_why("other office", 1.0, f"{one.roles[0]} / {other.roles[0]}"))
    elif roles_alike is not None and roles_alike > 0.5:
        found.append(_why("role", 2 * roles_alike - 1, f"{one.roles[0]} = {other.roles[0]} ({roles_alike:.2f})"))
    parties = sorted(set(one.parties) & set(other.parties))
    if parties:
        found.append(_why("party", 1.0, ", ".join(parties)))
    return found


def _countries(parties: Iterable[str]) -> set[str]:
    return {party for party in parties if len(party) == _COUNTRY and actors.get(party) is not None and party.isupper()}


def _acronyms(names: Iterable[str]) -> set[str]:
    plain = (name.replace(".", "") for name in names)
    return {name for name in plain if name.isascii() and name.isalpha() and name.isupper() and len(name) > 1}


def _spelled(name: str) -> str:
    """The capitals of a Latin name's words."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper()) if name.isascii() else ""
