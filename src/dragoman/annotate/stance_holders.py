"""Whose stance it is: the subject of its verb, the possessor of its noun, or the party that is speaking."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dragoman.annotate.speech_parties import Party
from dragoman.annotate.speech_scene import Scene, Unit
from dragoman.annotate.speech_subjects import MARKS, before, governed, resolve
from dragoman.annotate.speech_voices import Voice
from dragoman.annotate.stance_table import Table
from dragoman.model.annotations import Statement

POSSESSIVE_GAP, GENITIVE_GAP = 4, 14
NEAR = 40


class Holder(Struct, frozen=True):
    """A party and, where a person or office speaks for it, the name; `ends` is where the words that name it end, if they stand in the
    clause, `starts` where they begin."""

    party: str
    speaker: str | None = None
    ends: int | None = None
    starts: int | None = None


def speaking(statements: Sequence[Statement], at: int) -> Statement | None:
    """The statement in whose words an offset lies; the innermost (last begun) where several do."""
    inside = [statement for statement in statements if statement.start <= at < statement.end]
    return inside[-1] if inside else None


def subject_holder(scene: Scene, unit: Unit, at: int, statement: Statement | None, spoken: Sequence[Voice]) -> Holder | None:
    """The holder of a verb's stance. In what somebody says, a subject of another party in the same clause holds it; a pronoun, a subject
    without a party, and an omitted one leave it with the speaker."""
    if statement is None:
        voice = before(scene, unit.start, at)
        known = resolve(scene, voice, spoken) if voice is not None else None
        if known is None or known.party is None or known.kind in ("observer", "media"):
            return None
        where = (voice.end, voice.start) if voice is not None else (None, None)
        return Holder(known.party, known.name if known.kind in ("person", "role") else None, *where)
    if statement.party is None:
        return None
    name = statement.speaker.name if statement.speaker else None
    low = max([statement.start, *(found.end() for found in MARKS.finditer(scene.text, statement.start, at))])
    voice = before(scene, low, at)
    if voice is not None and voice.pronoun is not None:
        named = [other for other in scene.voices if low <= other.start and other.end <= voice.start and other.party and not other.pronoun]
        voice = next((other for other in reversed(named) if not governed(scene, other)), voice)
    near = voice is not None and voice.start >= low and not governed(scene, voice)
    ends = voice.end if voice is not None and near else max(low, statement.start)
    if voice is None or not near or voice.pronoun is not None or voice.party in (None, statement.party):
        return Holder(statement.party, name, ends)
    return Holder(voice.party or statement.party, None, ends)


def agent(scene: Scene, table: Table, unit: Unit, end: int) -> Holder | None:
    """The party behind a passive: "was rejected by X"."""
    found = table.agent.match(scene.text, end + 1, unit.end)
    voice = next((voice for voice in scene.voices if found and 0 <= voice.start - found.end() <= 6), None)
    return Holder(voice.party, voice.name) if voice is not None and voice.party else None


def possessor(scene: Scene, table: Table, unit: Unit, start: int, end: int) -> Party | None:
    """The party that owns a noun: "Russia's main demand", "demands by Moscow", or the noun's genitive."""
    for party in reversed(scene.parties):
        if unit.start <= party.start and party.end <= start and start - party.end <= NEAR:
            between = scene.text[party.end : start]
            marked = table.possessive.match(between) is not None or not between.strip()
            few = len(between.split()) <= POSSESSIVE_GAP if scene.speech.card.spaced else len(between) <= POSSESSIVE_GAP + 2
            if MARKS.search(between):
                break
            if few and (marked or (not party.noun and scene.speech.card.spaced)):
                return party
    for party in scene.parties:
        if end <= party.start <= end + GENITIVE_GAP and not MARKS.search(scene.text[end : party.start]):
            words = scene.text[end : party.start].strip()
            if scene.speech.card.spaced and ((not words and party.noun) or table.genitive.match(words)):
                return party
    return None


def toward(scene: Scene, start: int, end: int, holder: str) -> str | None:
    """The first other party named in the words."""
    return next((party.party for party in scene.parties if start <= party.start and party.end <= end and party.party != holder), None)
