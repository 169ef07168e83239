"""Why two entities of a story may be one: reasons with their weights (log odds), and what forbids it. After Sproat, Tao and Zhai 2006
(sound, time and company) and the merging of the Europe Media Monitor (Pouliquen and Steinberger 2009); the weights are set by hand, and
each reason can be shown."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from dragoman import actors
from dragoman.link.characters import read
from dragoman.link.compared import Named, bare, of_man_and_woman, one_script, other_initial, parted
from dragoman.link.known import entities
from dragoman.link.names import key, parts
from dragoman.link.offices import agree
from dragoman.link.sounds import syllables
from dragoman.model.identity import Profile
from dragoman.model.spans import Why

WEIGHTS = {
    "sound": 1.0,
    "reading": 4.0,
    "same letters": 4.0,
    "listed": 6.0,
    "stated": 8.0,
    "acronym": 4.0,
    "given name": 1.0,
    "surname": 1.0,
    "office": 2.2,
    "other office": -1.5,
    "party": 1.2,
    "role": 2.0,
    "stories": 1.0,
    "days": 0.7,
    "nobody else": 1.0,
}
BIAS = -2.0
"""What speaks against any two names of a story before anything is known: most are not one."""

FLOOR = -1.0
"""Log odds of bare names below which they are not looked at."""
STRANGE = -3.0
"""Log odds of given names, or of surnames, below which they are different ones whatever else speaks for them: of a hundred different ones
of two syllables one is above it, and so are 98 of a hundred that are one."""
BY_OTHERS = -4.5
"""The same for two names that a third one joins, which is like both: Джозеф is Joseph, and 约瑟夫 is."""
DOUBTFUL = 0.5
"""Log odds below which a part of a whole name is in doubt, so that the office must agree."""
IN_DOUBT, WITH_OFFICE = (DOUBTFUL, -1.0), (-1.5, -3.0)
"""The same for other names, and for those with a given name of one syllable, which says little, and a surname that is `CERTAIN`; without
and with an office that agrees."""
CERTAIN = 5.0
ONE_SCRIPT = 3.0
"""The same for two names in one script, which are written nearly alike if they are one."""
_LEAST, _MOST = -6.0, 4.5
"""Log odds of a part of a name that count, at least and at most."""
_BARE_MOST = 2.5
FORMS = 3
SAME = 20.0
"""Log odds of equal names."""
SHORT = 3
"""Syllables below which the country says too little of a bare name; its office must agree."""
_COUNTRY = 2


def reasons(one: Profile, other: Profile, roles_alike: float | None = None) -> tuple[Why, ...]:
    """The reasons for and against, strongest first; empty where something forbids that they are one, or too little speaks for it.
    `roles_alike` is how like the words of their roles are in meaning (0 to 1), where the caller knows."""
    stated = stated_name(one, other)
    if stated is None and (_apart(one, other) or other_countries(one.parties, other.parties)):
        return ()
    named = _by_name(one, other)
    context = _context(one, other, roles_alike) if one.type == "person" else []
    if stated is not None:
        named = [*(named or ()), by_statement(stated)]
    elif named is None or not _enough(one, other, named, context):
        return ()
    return tuple(sorted([*named, *context], key=lambda why: (-abs(why.score), why.feature)))


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


def strangers(one: Profile, other: Profile, least: float = STRANGE) -> bool:
    """Whether two names have given names or surnames that cannot be one, or are a man's and a woman's."""
    mine, theirs = closest(one, other)
    if key(mine[0]) == key(theirs[0]):
        return False
    if of_man_and_woman(mine, theirs) or other_initial(mine, theirs):
        return True
    is_read = read(mine, theirs)
    found = parted(mine, theirs) if is_read is None else None
    return is_read is False or (found is not None and found.least < least)


def closest(one: Profile, other: Profile) -> tuple[Named, Named]:
    """The names that two entities are compared by: the fullest ones, and of several that are as full those that are most alike (an
    inflected name and what it was brought to may both stand among them)."""
    found = [(mine, theirs) for mine in forms(one) for theirs in forms(other)]
    if len(found) == 1 or one.type != "person":
        return found[0]
    return max(found, key=lambda pair: _likeness(*pair))


def _likeness(mine: Named, theirs: Named) -> float:
    if key(mine[0]) == key(theirs[0]) or read(mine, theirs):
        return SAME
    both = parted(mine, theirs)
    return bare(mine, theirs) if both is None else both.least


def forms(one: Profile) -> tuple[Named, ...]:
    """The fullest name in the forms that stand in the texts, at most `FORMS`."""
    full = len(parts(one.names[0]))
    return tuple((name, one.language) for name in one.names[:FORMS] if len(parts(name)) == full)


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


def _by_name(one: Profile, other: Profile) -> list[Why] | None:
    """What the names themselves say; None where they say nothing for the pair."""
    mine, theirs = closest(one, other)
    detail = f"{mine[0]} = {theirs[0]}"
    if key(mine[0]) == key(theirs[0]):
        return [_why("same letters", 1.0, detail)]
    if not entities(*mine).isdisjoint(entities(*theirs)) or _is_listed(one, other):
        return [_why("listed", 1.0, detail)]
    if one.type != "person":
        return None
    is_read = read(mine, theirs)
    if is_read is not None:
        return [_why("reading", 1.0, detail)] if is_read else None
    both = parted(mine, theirs)
    if both is None:
        alone = bare(mine, theirs)
        return [_why("sound", min(_BARE_MOST, alone - 1.0), f"{detail} ({alone:.1f})")] if alone >= FLOOR else None
    return [
        _why("given name", max(_LEAST, min(_MOST, both.given)), f"{detail} ({both.given:.1f})"),
        _why("surname", max(_LEAST, min(_MOST, both.surname)), f"{both.surname:.1f}"),
    ]


def _is_listed(one: Profile, other: Profile) -> bool:
    """Whether the tables give one of them the other's name."""
    for known, own in ((one, other), (other, one)):
        actor = None if known.own else actors.get(known.id)
        if actor is not None and key(own.names[0]) in {key(name) for name in actor.names.get(own.language, ())}:
            return True
    return False


def _enough(one: Profile, other: Profile, named: Sequence[Why], context: Sequence[Why]) -> bool:
    """Whether a name may be known by what it is like: a bare name needs an office or, where it is not short, a party that agrees; a whole
    name of which a part is in doubt needs the office, or to be certain but for a given name of one syllable."""
    ways = {why.feature for why in named}
    if one.type != "person" or ways & {"listed", "reading"}:
        return True
    office = any(why.feature in ("office", "role") and why.score > 0 for why in context)
    mine, theirs = closest(one, other)
    both = parted(mine, theirs)
    if both is None:
        short = min(syllables(*mine), syllables(*theirs)) < SHORT
        return office or (not short and any(why.score > 0 for why in context))
    if "same letters" in ways or both.least >= (ONE_SCRIPT if one_script(mine, theirs) else DOUBTFUL):
        return True
    brief = not one_script(mine, theirs) and both.surname >= CERTAIN and _briefest(mine, theirs) == 1
    return both.least >= IN_DOUBT[brief] or (office and both.least >= WITH_OFFICE[brief])


def _briefest(mine: Named, theirs: Named) -> int:
    return min(syllables(parts(name)[0], language) for name, language in (mine, theirs))


def _apart(one: Profile, other: Profile) -> bool:
    """What no likeness outweighs: both known, both named in one article as two, names that do not agree."""
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
