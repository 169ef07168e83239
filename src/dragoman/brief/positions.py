"""Positions: the stances of a story merged by party and issue, with the answers of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from dragoman.model.annotations import Stance
from dragoman.model.reading import Reading
from dragoman.model.spans import Evidence
from dragoman.model.story import Answer, Copy, Move, Position

ASKING = ("demand", "red line", "condition", "threat")
ANSWERING = ("refusal", "concession", "offer", "commitment")
OTHER = "other"
SAME_WORDING = 0.5
COPIED_WORDING = 0.8  # a copy that was edited still says the same
MAX_HISTORY = 12


class _Said(Struct, frozen=True):
    """A stance of one article, with the date that orders it."""

    stance: Stance
    date: str
    order: tuple[str, int, int]


def positions(readings: Sequence[Reading], copies: Sequence[Copy] = ()) -> tuple[Position, ...]:
    """The positions of all readings: stances of one party and kind on one issue are one position, whatever the language; where no
    issue is known, the same wording makes them one. Its text is the surest wording (then the earliest), the others are its history, `since`
    is the earliest date. Answers are refusals, concessions, offers and commitments of other parties on the same issue, or aimed at the
    party in answer to a demand. Words that a copy has from another member count and are shown once. Ordered by party, stance and
    issue; the same in any order of readings."""
    copied = {copy.article for copy in copies}
    said = _once(sorted(_all(readings), key=lambda one: one.order), copied)
    groups = _grouped(said)
    made = [_position(group, said) for group in groups]
    return tuple(sorted(made, key=lambda position: (position.party, position.stance, position.issue, position.text)))


def _all(readings: Iterable[Reading]) -> Iterable[_Said]:
    for reading in readings:
        published = (reading.article.published.value or reading.article.published.earliest or "")[:10]
        for number, stance in enumerate(reading.stances):
            date = stance.since or published
            yield _Said(stance, date, (date or "9999", stance.evidence.start, number))


def _once(said: Sequence[_Said], copied: set[str]) -> list[_Said]:
    """Without the stances of copies that another text has in the same words, or nearly."""
    originals = [one for one in said if one.stance.evidence.article not in copied]
    kept = list(originals)
    for one in said:
        if one.stance.evidence.article in copied and not any(_is_repeated(one.stance, other.stance) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.order)


def _is_repeated(one: Stance, other: Stance) -> bool:
    return (one.party, one.stance) == (other.party, other.stance) and _likeness(one.text, other.text) >= COPIED_WORDING


def _grouped(said: Sequence[_Said]) -> list[list[_Said]]:
    groups: list[list[_Said]] = []
    for one in said:
        home = next((group for group in groups if _together(group[0].stance, one.stance)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _together(one: Stance, other: Stance) -> bool:
    """Whether two stances are one position."""
    if one.party != other.party or one.stance != other.stance:
        return False
    if one.issue is not None and one.issue == other.issue:
        return True
    return one.issue == other.issue and _likeness(one.text, other.text) >= SAME_WORDING


def _likeness(one: str, other: str) -> float:
    """Shared words (character pairs in unspaced scripts) over all, 0 to 1 (Jaccard)."""
    left, right = _pieces(one), _pieces(other)
    return len(left & right) / len(left | right) if left | right else 0.0


def _pieces(text: str) -> set[str]:
    words = set(re.findall(r"\w+", text.casefold()))
    if len(words) > 2 or text.isascii():
        return words
    plain = re.sub(r"\W+", "", text)
    return {plain[at : at + 2] for at in range(len(plain) - 1)}


def _position(group: Sequence[_Said], said: Sequence[_Said]) -> Position:
    first = min(group, key=lambda one: (-one.stance.sure, one.order))
    stance = first.stance
    dates = [one.date for one in group if one.date]
    return Position(
        party=stance.party,
        issue=stance.issue or OTHER,
        stance=stance.stance,
        text=stance.text,
        since=min(dates) if dates else None,
        evidence=_evidence([first, *(one for one in group if one is not first)]),
        answers=tuple(_answers(group, said)) if stance.stance in ASKING else (),
        history=tuple(_history(first, group))[:MAX_HISTORY],
    )


def _history(first: _Said, group: Sequence[_Said]) -> Iterable[Move]:
    """The other wordings, each once."""
    told = {_plain(first.stance.text)}
    for one in group:
        words = _plain(one.stance.text)
        if words not in told:
            told.add(words)
            yield Move(one.date or None, one.stance.stance, one.stance.text, one.stance.evidence)


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())


def _evidence(group: Iterable[_Said]) -> tuple[Evidence, ...]:
    """Each span once, the best wording's first."""
    kept: dict[tuple[str, int, int], Evidence] = {}
    for one in group:
        span = one.stance.evidence
        kept.setdefault((span.article, span.start, span.end), span)
    return tuple(kept.values())


def _answers(group: Sequence[_Said], said: Sequence[_Said]) -> Iterable[Answer]:
    """One answer a party and kind: an explicit answer to this party before one that is only on the same issue, then the surest."""
    asked = group[0].stance
    found: dict[tuple[str, str], list[tuple[tuple[bool, float], _Said]]] = {}
    for one in said:
        stance = one.stance
        if stance.party == asked.party or stance.stance not in ANSWERING:
            continue
        on_issue = asked.issue is not None and stance.issue == asked.issue and stance.toward in (None, asked.party)
        aimed = stance.answers and stance.toward == asked.party
        if not on_issue and not (aimed and _may_answer(stance, asked)):
            continue
        found.setdefault((stance.party, stance.stance), []).append(((not on_issue, -stance.sure), one))
    for (party, _), ones in sorted(found.items()):
        best = min(ones, key=lambda item: (item[0], item[1].order))[1]
        yield Answer(party, best.stance.stance, best.stance.text, _evidence([best, *(one for _, one in ones if one is not best)]))


def _may_answer(stance: Stance, asked: Stance) -> bool:
    """An answer to "the demands" of a party, without an issue of its own, answers its demands and red lines; others answer on their
    issue."""
    return (stance.issue is None or asked.issue is None) and asked.stance in ("demand", "red line")
