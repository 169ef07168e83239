"""How alike two statements are, whatever language each is in: who says it, what kind of act it is, when, and what it speaks of.

Weights are set by hand: who speaks decides whether two statements can be compared at all; what they speak of decides whether they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from dragoman.model.annotations import Statement
from dragoman.model.reading import Reading
from dragoman.model.spans import Why
from dragoman.model.story import Copy
from dragoman.text.lines import letters

ENOUGH = {"speaker": 0.8, "party": 1.2, "unnamed": 1.6}
"""Least sum of reasons beside the voice for two statements to be one: the less is known of who speaks, the more has to agree."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_IDEOGRAPHS = "\u2e80"
"""From here on scripts mostly have no spaces, and two characters say as much as four letters."""
_NEAR = 1  # days: the same evening is another date elsewhere


class Face(Struct, frozen=True):
    """What is looked at of a statement: who (`speaker` an entity), the names in it, the kinds of events that it speaks of, its figures
    (what is counted, and its value), its numbers in digits, its runs of characters, its language and its day."""

    statement: Statement
    language: str
    speaker: str | None
    names: frozenset[str]
    kinds: frozenset[str]
    figures: frozenset[tuple[str, float]]
    numbers: frozenset[str]
    grams: frozenset[str]
    day: str


def faces(readings: Sequence[Reading], statements: Sequence[Statement]) -> list[Face]:
    """Faces of the statements, in their order; their articles are among the readings."""
    known = {reading.article.id: reading for reading in readings}
    return [_face(said, known[said.evidence.article]) for said in statements]


def _face(said: Statement, reading: Reading) -> Face:
    start, end = said.start, said.end
    speaker = said.speaker.entity if said.speaker else None
    named = (mention.entity for mention in reading.mentions if start <= mention.start and mention.end <= end)
    counted = (figure for figure in reading.figures if start < figure.evidence.end and figure.evidence.start < end)
    return Face(
        said,
        reading.article.language.split("-")[0],
        speaker,
        frozenset(name for name in named if name and name != speaker),
        frozenset(event.type for event in reading.events if any(proof.start < end and start < proof.end for proof in event.evidence)),
        frozenset((figure.slot, figure.value) for figure in counted if figure.value is not None),
        frozenset(number for number in _NUMBER.findall(said.text) if len(number) > 1),
        _grams(said.text),
        (said.date or reading.article.published.value or "")[:10],
    )


def _grams(text: str) -> frozenset[str]:
    plain = letters(text)
    size = 2 if any(char >= _IDEOGRAPHS for char in plain) else 4
    return frozenset(plain[at : at + size] for at in range(len(plain) - size + 1))


def same_voice(one: Face, other: Face) -> Why | None:
    """Whether both can be said by one: the same person or body; a party where one of the texts names
    nobody; nobody named in either. None: they cannot."""
    if one.speaker and one.speaker == other.speaker:
        return Why("speaker", 1.5, one.speaker)
    if one.speaker and other.speaker and _person(one.speaker) and _person(other.speaker):
        return None
    party = one.statement.party
    if party and party == other.statement.party:
        return Why("party", 0.6, party)
    nobody = not (one.speaker or other.speaker or party or other.statement.party)
    return Why("unnamed", 0.0) if nobody else None


def _person(entity: str) -> bool:
    return entity.startswith("person:")


def reasons(one: Face, other: Face, translated: bool) -> list[Why]:
    """What else speaks for or against their being one, beside the speaker. `translated`: the sentences are known to answer to each
    other."""
    found = [Why("aligned", 3.0)] if translated else []
    acts = one.statement.act, other.statement.act
    if acts[0] == acts[1]:
        found.append(Why("act", 0.1 if acts[0] == "state" else 0.4, acts[0]))
    elif "state" not in acts:
        found.append(Why("act", -0.4, " – ".join(acts)))
    issues = one.statement.issue, other.statement.issue
    if issues[0] and issues[1]:
        found.append(
            Why("issue", 0.8 if issues[0] == issues[1] else -0.6, issues[0] if issues[0] == issues[1] else " – ".join(map(str, issues)))
        )
    if kinds := sorted(one.kinds & other.kinds):
        found.append(Why("events", 0.5, ", ".join(kinds)))
    if one.names and other.names:
        shared = sorted(one.names & other.names)
        found.append(Why("named", round(1.2 * len(shared) / len(one.names | other.names) ** 0.5, 2), ", ".join(shared)))
    found += _counted(one, other)
    if one.language == other.language and one.grams and other.grams:
        share = len(one.grams & other.grams) / min(len(one.grams), len(other.grams))
        found.append(Why("wording", round(3.0 * share - 0.3, 2), f"{share:.2f}"))
    if (apart := _apart(one.day, other.day)) is not None and apart > _NEAR:
        found.append(Why("days", -0.5, str(apart)))
    return [why for why in found if why.score]


def _counted(one: Face, other: Face) -> list[Why]:
    """Figures of one thing that are equal or clash, numbers in digits that both have."""
    ones, others = dict(one.figures), dict(other.figures)
    slots = sorted(ones.keys() & others.keys())
    if slots:
        alike = sum(ones[slot] == others[slot] for slot in slots)
        return [Why("figures", 1.0 if alike else -0.3, ", ".join(slots))]
    shared = sorted(one.numbers & other.numbers)
    return [Why("numbers", min(1.0, 0.7 * len(shared)), ", ".join(shared))] if shared else []


def _apart(one: str, other: str) -> int | None:
    if len(one) < len("2022-01-12") or len(other) < len("2022-01-12"):
        return None
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    except ValueError:
        return None


Spans = Mapping[tuple[str, str], Sequence[tuple[int, int, int, int]]]
"""For two articles, spans of the first with the spans of the second that they answer to."""


def aligned(copies: Sequence[Copy]) -> Spans:
    """What is known of translations and quotations, both ways round."""
    found: dict[tuple[str, str], list[tuple[int, int, int, int]]] = {}
    for copy in copies:
        for one in copy.aligned:
            found.setdefault((copy.article, copy.of), []).append((one.start, one.end, one.of_start, one.of_end))
            found.setdefault((copy.of, copy.article), []).append((one.of_start, one.of_end, one.start, one.end))
    return found


def answers(one: Statement, other: Statement, known: Spans) -> bool:
    """Whether the sentences of two statements are known to answer to each other."""
    here, there = one.evidence, other.evidence
    return any(
        start < here.end and here.start < end and of_start < there.end and there.start < of_end
        for start, end, of_start, of_end in known.get((here.article, there.article), ())
    )
