"""What a quantity counts, for whom, and the slot that makes it comparable.

A slot is `class[:party or @place][#setting][~before]`: "troops:RU#border", "members:NATO", "dead@place:kyiv#attack", "duration#call".
The setting (a border, an exercise, a strike) keeps apart counts of one class that speak of different things; `~before` marks the
starting value of a change.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from dragoman import actors
from dragoman.annotate.figure_grammar import Classes, Quantity, QuantityGrammar
from dragoman.languages import words
from dragoman.model.annotations import Sentence
from dragoman.model.reading import Reading

_DURATIONS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_LENGTHS = frozenset({"km", "m", "mile", "ft"})
_SETTLED = frozenset(
    {"members", "seats", "votes", "inflation", "growth", "countries", "turnout", "budget", "trade", "loan", "aid", "investment"}
)
"""Classes whose count belongs to the party alone; where it is told of makes no difference."""
_OCCASIONS = frozenset({"call", "talks", "meeting", "summit", "visit", "speech"})
"""Settings that have a length but do not set counts apart: people are counted at the border, not by the talks about them."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SPACED_WINDOW, _DENSE_WINDOW = 70, 16
_DENSE_REACH = 28
_LOOK_BACK = 60
_TELLING = 4
"""Letters of a word that says something, where words must stand for a class."""
_LOOSE = frozenset(
    {"people", "children", "countries", "companies", "houses", "schools", "jobs", "agreements", "attacks", "police", "bases"}
)
"""Classes too wide to compare on their own: without a party or a setting only the same words compare."""


class Thing(Struct, frozen=True):
    """What is counted: its class, the offsets of its words, its unit (None for a plain count), how sure that is."""

    kind: str
    start: int
    end: int
    unit: str | None = None
    sure: float = 0.8
    settled: bool = False
    fate: bool = False
    words: tuple[int, int] | None = None

    def named(self) -> tuple[int, int]:
        """The words to show for it."""
        return self.words or (self.start, self.end)


def thing(grammar: QuantityGrammar, low: str, quantity: Quantity, sentence: Sentence, end: int) -> Thing | None:
    """What the words around a quantity say that it counts, None where they say nothing that can be compared."""
    tail = _tail(grammar, low, quantity.end, end)
    at = _skip(low, quantity.end, tail)
    measure = _first(grammar.measures, low, at, tail, at)
    if measure:
        return _measured(grammar, low, quantity, measure, sentence, tail)
    money = _first(grammar.money, low, at, tail, at)
    if quantity.currency or money:
        unit, after = (quantity.currency or "", at) if money is None else (money[2], money[1])
        return _sum(grammar, low, quantity, unit, after, sentence, tail)
    return _counted(grammar, low, quantity, sentence, tail)


def _tail(grammar: QuantityGrammar, low: str, start: int, end: int) -> int:
    limit = min(end, start + (_SPACED_WINDOW if grammar.card.spaced else _DENSE_WINDOW))
    stop = grammar.stop.search(low, start, limit)
    return stop.start() if stop else limit


def _skip(low: str, at: int, end: int) -> int:
    while at < end and (low[at].isspace() or low[at] == "-"):
        at += 1
    return at


def _first(classes: Classes, low: str, start: int, end: int, exactly: int | None = None) -> tuple[int, int, str] | None:
    for found in classes.search(low, start, end):
        return found if exactly is None or found[0] == exactly else None
    return None


def _last(classes: Classes, low: str, start: int, end: int) -> tuple[int, int, str] | None:
    found = None
    for found in classes.search(low, start, end):  # noqa: B007 - the last one counts
        pass
    return found


def _gap(grammar: QuantityGrammar, low: str, start: int, end: int) -> int:
    """How many words (characters where words are not spaced) lie between."""
    return len(_WORD.findall(low[start:end])) if grammar.card.spaced else len(low[start:end].strip())


def _measured(
    grammar: QuantityGrammar, low: str, quantity: Quantity, measure: tuple[int, int, str], sentence: Sentence, tail: int
) -> Thing | None:
    _, end, unit = measure
    if unit in _DURATIONS:
        return _lasting(grammar, low, quantity, measure, tail, sentence)
    near = _nearest(grammar, (grammar.counted, grammar.settings), low, quantity, end, tail, sentence)
    if unit == "percent":
        return _beside("percent", quantity, near, end, unit) if near else _worded(low, "percent", end, tail, unit)
    kind = "distance" if unit in _LENGTHS else "quantity"
    return _beside(kind, quantity, near, end, unit) if near else None


def _beside(kind: str, quantity: Quantity, near: tuple[int, int, str], after: int, unit: str) -> Thing:
    """An amount of the thing named beside it."""
    return Thing(f"{kind}:{near[2]}", min(quantity.start, near[0]), max(after, near[1]), unit, words=near[:2])


def _lasting(
    grammar: QuantityGrammar, low: str, quantity: Quantity, measure: tuple[int, int, str], tail: int, sentence: Sentence
) -> Thing | None:
    """A duration counts only as the length of something: a call of 50 minutes, talks that lasted six hours."""
    _, end, unit = measure
    after = _first(grammar.settings, low, end, tail)
    if after and _gap(grammar, low, end, after[0]) <= grammar.gap and not grammar.apart.search(low, end, after[0]):
        return Thing(f"duration#{after[2]}", after[0], after[1], unit, 0.85, settled=True)
    opening = max(sentence.start, quantity.start - _LOOK_BACK)
    lasting = grammar.lasting.search(low, opening, quantity.start) if grammar.lasting else None
    behind = grammar.lasting.search(low, end, tail) if grammar.lasting and not lasting else None
    before = _last(grammar.settings, low, opening, lasting.start() if lasting else quantity.start) if lasting or behind else None
    return Thing(f"duration#{before[2]}", before[0], before[1], unit, 0.75, settled=True) if before else None


def _sum(grammar: QuantityGrammar, low: str, quantity: Quantity, unit: str, after: int, sentence: Sentence, tail: int) -> Thing | None:
    near = _nearest(grammar, (grammar.counted,), low, quantity, after, tail, sentence)
    if near:
        return _beside("money", quantity, near, after, unit)
    return _worded(low, "money", after, tail, unit)


def _worded(low: str, kind: str, start: int, tail: int, unit: str) -> Thing | None:
    """A percentage or sum of something that has no class: the words that follow stand for it, so that only the same words compare."""
    words = list(_WORD.finditer(low, start, tail))[:4]
    if not any(len(word.group()) >= _TELLING for word in words):
        return None
    name = "_".join(word.group()[:16] for word in words)
    return Thing(f"{kind}:{name}", start, words[-1].end(), unit, 0.5, settled=True)


def _nearest(
    grammar: QuantityGrammar, tables: Sequence[Classes], low: str, quantity: Quantity, start: int, tail: int, sentence: Sentence
) -> tuple[int, int, str] | None:
    opening = _opening(grammar, low, quantity, sentence)
    for classes in tables:
        found = _first(classes, low, start, tail)
        if found and _gap(grammar, low, start, found[0]) <= grammar.gap:
            return found
        found = _last(classes, low, opening, quantity.start)
        if found and _gap(grammar, low, found[1], quantity.start) <= grammar.gap + 2:
            return found
    return None


def _opening(grammar: QuantityGrammar, low: str, quantity: Quantity, sentence: Sentence) -> int:
    left = max(sentence.start, quantity.start - _LOOK_BACK)
    return max((stop.end() for stop in grammar.stop.finditer(low, left, quantity.start)), default=left)


def _counted(grammar: QuantityGrammar, low: str, quantity: Quantity, sentence: Sentence, tail: int) -> Thing | None:
    """A plain count. What became of people (killed, arrested) tells more than that they are people, so it goes first."""
    if quantity.value is not None and quantity.value < 2 and not quantity.digits:
        return None
    classifier = grammar.classifiers.match(low, quantity.end, tail)
    start = classifier.end() if classifier else quantity.end
    opening = _opening(grammar, low, quantity, sentence)
    noun = _first(grammar.counted, low, start, tail)
    noun = noun if noun and _gap(grammar, low, start, noun[0]) <= grammar.gap else None
    fate = _fate(grammar, low, quantity, noun, start, opening, tail)
    if fate:
        return fate
    if noun:
        return Thing(noun[2], noun[0], noun[1], sure=0.85)
    if not quantity.digits or (not grammar.card.spaced and not classifier and tail > start and low[start].isalnum()):
        return None
    before = _last(grammar.counted, low, opening, quantity.start) if not _has_own_noun(grammar, low, start, tail) else None
    if before and _gap(grammar, low, before[1], quantity.start) <= grammar.gap * (1 if grammar.card.spaced else 2):
        return Thing(before[2], before[0], before[1], sure=0.65)
    return None


def _has_own_noun(grammar: QuantityGrammar, low: str, start: int, tail: int) -> bool:
    """Whether a word that we have no class for follows the number at once: it, and nothing named before, is what is counted."""
    word = _WORD.match(low, _skip(low, start, tail), tail) if grammar.card.spaced else None
    return word is not None and len(word.group()) >= _TELLING and word.group() not in words(grammar.card.code, "stopwords")


def _fate(
    grammar: QuantityGrammar, low: str, quantity: Quantity, noun: tuple[int, int, str] | None, start: int, opening: int, tail: int
) -> Thing | None:
    """What became of the people counted: said right after the number, right before it, a few words after it, a few words before it."""
    after = _first(grammar.outcomes, low, start, tail)
    before = _last(grammar.outcomes, low, opening, quantity.start)
    behind = _gap(grammar, low, start, after[0]) if after else 99
    ahead = _gap(grammar, low, before[1], quantity.start) if before else 99
    if after and (behind == 0 or (behind <= grammar.gap + (2 if noun else 0) and ahead > 0)):
        first = noun[0] if noun and noun[0] < after[0] else after[0]
        return Thing(after[2], start, after[1], fate=True, words=(first, after[1]))
    if before and ahead <= (2 if grammar.card.spaced else 4):
        return Thing(before[2], before[0], max(quantity.end, noun[1] if noun else 0), fate=True, words=before[:2])
    return None


def setting(grammar: QuantityGrammar, low: str, quantity: Quantity, counted: Thing, sentence: Sentence) -> tuple[int, int, str] | None:
    """What sets the count apart: the nearest word of a setting near it in the sentence; what follows the noun goes before what precedes
    the number."""
    if counted.settled or counted.kind.split(":")[-1] in _SETTLED:
        return None
    reach = _SPACED_WINDOW if grammar.card.spaced else _DENSE_REACH
    opening = max(sentence.start, min(quantity.start, counted.start) - reach)
    closing = min(sentence.end, max(quantity.end, counted.end) + reach)
    found = [one for one in grammar.settings.search(low, opening, closing) if one[2] not in _OCCASIONS]
    after = [one for one in found if one[0] >= max(counted.end, quantity.end)]
    before = [one for one in found if one[1] <= min(quantity.start, counted.start)]
    return after[0] if after else before[-1] if before else None


def slot(counted: Thing, whose: str | None, site: str | None, where: tuple[int, int, str] | None, earlier: bool) -> str:
    """The key of a figure."""
    head, _, fixed = counted.kind.partition("#")
    party_part = f":{whose}" if whose and not counted.settled else f"@{site}" if site else ""
    context = fixed or (where[2] if where else "")
    return head + party_part + (f"#{context}" if context else "") + ("~before" if earlier else "")


def loosely(low: str, quantity: Quantity, counted: Thing, key: str) -> str:
    """The key, with the words from the number on where the class alone would put unlike things together."""
    if key not in _LOOSE:
        return key
    words = [word.group() for word in _WORD.finditer(low, quantity.end, max(counted.end, quantity.end) + 24)]
    return f"{key}={'_'.join(words[:4])}"


def label(reading: Reading, counted: Thing, whose: str | None, where: tuple[int, int, str] | None) -> str:
    """The slot in the words of the text."""
    text = reading.article.text
    about = [actors.display(whose, reading.article.language)] if whose and not counted.settled else []
    about += [text[where[0] : where[1]]] if where else []
    start, end = counted.named()
    noun = " ".join(text[start:end].split())
    return f"{noun} ({', '.join(about)})" if about else noun
