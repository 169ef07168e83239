"""The names of a story set against each other part by part: each part is asked once for all parts of the others, and what was heard is
kept, so that a story that grows costs its new names only.

surnames.toml: `women` and `men`, endings of surnames that tell a woman's from a man's of the same family.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from dragoman import languages
from dragoman.languages import get
from dragoman.link.heard import logits, model
from dragoman.link.listed import listed
from dragoman.link.names import parts
from dragoman.link.sounds import sounds
from dragoman.text.scripts import main_script

Named = tuple[str, str]
"""A name or a part of one, and its language."""

LEAST, MOST = -9.0, 9.0
"""Log odds beyond these are all the same."""
_ALIKE = (frozenset("aeiouywJ"), frozenset("xhkgJ"), frozenset("vwbf"), frozenset("sSzZ"), frozenset("CTsSzZ"), frozenset("J ZT"))
"""First sounds that an initial may stand for in another script: Е and Y, Х and H, В and W, Ж and J."""
AS_GIVEN = 1.5
"""What a bare name loses in log odds where it is like a given name and not a surname."""


class Parted(Struct, frozen=True):
    """Log odds that the given names of two whole names are one, and that the surnames are."""

    given: float
    surname: float

    @property
    def least(self) -> float:
        """Of the part that is less alike."""
        return min(self.given, self.surname)


def listen(pairs: Iterable[tuple[Named, Named]]) -> None:
    """Asks at once for all that `parted` and `bare` will need of these pairs of names."""
    wanted: dict[str, tuple[dict[Named, None], dict[Named, None]]] = {}
    for one, other in pairs:
        first, second = _ordered(one, other)
        whole = is_whole(*first) and is_whole(*second)
        mine, theirs = wanted.setdefault(first[1], ({}, {}))
        mine.update(dict.fromkeys(_pieces(first, whole)))
        theirs.update(dict.fromkeys(_pieces(second, whole)))
    for asking, asked in wanted.values():
        for part in asking:
            _ask(part, asked)


def odds(one: Named, other: Named) -> float:
    """Log odds that two parts of names sound alike."""
    first, second = _ordered(one, other)
    return _ask(first, (second,))[second]


@lru_cache(maxsize=65536)
def is_whole(name: str, language: str) -> bool:
    """Whether a name has a given name and a surname; initials are no given names."""
    split = parts(name)
    return len(split) > 1 and not (len(split[0]) == 1 and get(language).spaced)


@lru_cache(maxsize=65536)
def parted(one: Named, other: Named) -> Parted | None:
    """How like the given names and the surnames of two whole names are, None where one is not whole. The surname is all behind the given
    name, or the last word; two words may stand in either order."""
    if not is_whole(*one) or not is_whole(*other):
        return None
    mine, theirs = parts(one[0]), parts(other[0])
    first, second = (mine[0], one[1]), (theirs[0], other[1])
    straight = Parted(odds(first, second), max(odds(left, right) for left in _surnames(one) for right in _surnames(other)))
    if len(mine) != 2 or len(theirs) != 2 or straight.least >= 0.0:
        return straight
    turned = Parted(odds((mine[1], one[1]), second), odds(first, (theirs[1], other[1])))
    return turned if turned.least > max(0.0, straight.least) else straight


@lru_cache(maxsize=65536)
def bare(one: Named, other: Named) -> float:
    """Log odds that two names sound alike of which one at least is a single word: a surname, seldom a given name, or all in one word."""
    found = [odds(left, right) for left in (*_surnames(one), _joined(one)) for right in (*_surnames(other), _joined(other))]
    firsts = [(parts(name)[0], language) if len(parts(name)) > 1 else None for name, language in (one, other)]
    found += [odds(first, _joined(whole)) - AS_GIVEN for first, whole in ((firsts[0], other), (firsts[1], one)) if first is not None]
    return max(found)


def of_man_and_woman(one: Named, other: Named) -> bool:
    """Whether one surname is a woman's and the other a man's."""
    mine, theirs = _sex(*one), _sex(*other)
    return mine is not None and theirs is not None and mine != theirs


def one_script(one: Named, other: Named) -> bool:
    """Whether two names are written in one script."""
    return main_script(one[0]) == main_script(other[0])


@lru_cache(maxsize=65536)
def other_initial(one: Named, other: Named) -> bool:
    """Whether one name has an initial that the other's given name, or initial, does not begin with; Chinese characters have none."""
    firsts = [(parts(name) or (name,), language) for name, language in (one, other)]
    if any(len(split) < 2 or not get(language).spaced for split, language in firsts) or (is_whole(*one) and is_whole(*other)):
        return False
    mine, theirs = (sounds(split[0], language)[:1] for split, language in firsts)
    return bool(mine and theirs) and mine != theirs and not any({mine, theirs} <= group for group in _ALIKE)


@lru_cache(maxsize=65536)
def _sex(name: str, language: str) -> str | None:
    last = (parts(name) or (name,))[-1]
    for kind, endings in _endings(languages.NEUTRAL if last.isascii() else language).items():
        if any(last.endswith(ending) and len(last) > len(ending) for ending in endings):
            return kind
    return None


@cache
def _endings(language: str) -> dict[str, Sequence[str]]:
    table = languages.table(language, "surnames")
    return {kind: table.get(kind, ()) for kind in ("women", "men")}


@lru_cache(maxsize=65536)
def _ordered(one: Named, other: Named) -> tuple[Named, Named]:
    """The one that learned spellings read asks; else in one order, so that each two are asked once."""
    first, second = sorted((one, other), key=lambda named: (model(*named) is None, named[0].isascii(), get(named[1]).spaced, named))
    return first, second


@lru_cache(maxsize=65536)
def _surnames(name: Named) -> tuple[Named, ...]:
    split = parts(name[0]) or (name[0],)
    return tuple(dict.fromkeys([(split[-1], name[1]), ("".join(split[1:]) or split[0], name[1])]))


@lru_cache(maxsize=65536)
def _joined(name: Named) -> Named:
    return "".join(parts(name[0])) or name[0], name[1]


@lru_cache(maxsize=65536)
def _pieces(name: Named, whole: bool) -> tuple[Named, ...]:
    """What is compared of a name beside a whole one, and beside a bare one."""
    split = parts(name[0]) or (name[0],)
    found = [(split[0], name[1]), *_surnames(name)]
    return tuple(dict.fromkeys(found if whole else [*found, _joined(name)]))


def _ask(part: Named, others: Iterable[Named]) -> dict[Named, float]:
    held = _heard(part)
    missing = tuple(sorted(other for other in others if other not in held))
    if missing:
        values = logits(*part, listed(missing)).tolist()
        held.update(zip(missing, (round(max(LEAST, min(MOST, value)), 3) for value in values), strict=True))
    return held


@lru_cache(maxsize=8192)
def _heard(part: Named) -> dict[Named, float]:
    """What was heard of a part so far; filled by `_ask`."""
    return {}
