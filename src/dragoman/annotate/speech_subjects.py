"""Whose words: the subject of a cue, before or after it, and what pronouns and bare titles stand for.

The search is for the nearest compatible voice of the clause, a rule common to the field's rule systems (Pouliquen et al. 2007, EMM;
Asr et al. 2021, Gender Gap Tracker), with appositions, relative clauses and verbs joined under one subject handled apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from dragoman.annotate.speech_holders import clash, in_office, indefinite
from dragoman.annotate.speech_scene import Scene
from dragoman.annotate.speech_voices import Voice

MARKS = re.compile(r"[,，;；:：()（）\n]|\s[—–-]\s|[—–]+|(?<!\b\w)[.。!！?？…](?=\s|$)")
SOFT = ",，"
MAX_GAP = 30
MEMORY_UNITS, MEMORY_SPEAKERS, MEMORY_CHARACTERS = 3, 8, 4000


class _Segment(Struct, frozen=True):
    """A stretch between marks or conjunctions; `by` is what stands before it: "comma", "word", "mark" or "" at the border."""

    start: int
    end: int
    by: str


def governed(scene: Scene, voice: Voice) -> bool:
    """Whether a preposition before the voice or a possessive after it shows that it is no subject."""
    left = scene.text[max(0, voice.start - 24) : voice.start]
    left = left.rstrip() if scene.speech.card.spaced else left
    last = list(scene.speech.preposition.finditer(left))
    if last and last[-1].end() == len(left):
        return True
    return scene.speech.possessive.match(scene.text, voice.end) is not None


def before(scene: Scene, low: int, cue: int) -> Voice | None:
    """The subject of a cue that starts at `cue`, among the voices that start at `low` or later."""
    segments = _segments(scene, low, cue)
    last = segments[-1]
    own = _free(scene, last)
    if own:
        return _best(own)
    if len(segments) == 1:
        return _only(scene, last)
    if last.by == "comma" and _is_bare(scene, last):
        return _apposed(scene, segments[:-1])
    for segment in reversed(segments[:-1]):
        voices = _free(scene, segment)
        if voices:
            return voices[0]
    return _only(scene, last)


def _segments(scene: Scene, low: int, high: int) -> list[_Segment]:
    cuts = [(found.start(), found.end(), "comma" if found.group() in SOFT else "mark") for found in MARKS.finditer(scene.text, low, high)]
    for pattern in (scene.speech.conjunction, scene.speech.coordinator):
        cuts += [(found.start(), found.end(), "word") for found in pattern.finditer(scene.text, low, high)]
    cuts = [cut for cut in cuts if not any(voice.start <= cut[0] < voice.end for voice in scene.voices)]
    found, at, by = [], low, ""
    for start, end, kind in sorted(cuts):
        if start >= at:
            found.append(_Segment(at, start, by))
            at, by = end, "comma" if kind == "word" and by == "comma" and not scene.text[at:start].strip() else kind
    return [*found, _Segment(at, high, by)]


def _inside(scene: Scene, segment: _Segment) -> list[Voice]:
    return [voice for voice in scene.voices if segment.start <= voice.start and voice.end <= segment.end and not scene.quoted(voice.start)]


def _free(scene: Scene, segment: _Segment) -> list[Voice]:
    return [voice for voice in _inside(scene, segment) if not governed(scene, voice)]


def _only(scene: Scene, segment: _Segment) -> Voice | None:
    """The last voice after all, where every one is governed ("in the Kremlin they said")."""
    voices = _inside(scene, segment)
    return voices[-1] if voices else None


def _best(voices: Sequence[Voice]) -> Voice:
    """The last person or person's pronoun, else the last voice."""
    people = [voice for voice in voices if voice.kind == "person" or voice.pronoun is not None]
    return (people or list(voices))[-1]


def _is_bare(scene: Scene, segment: _Segment) -> bool:
    rest = scene.speech.adverb.sub("", scene.text[segment.start : segment.end])
    return len(rest.split()) <= 2 and len(rest.strip()) <= 16


def _apposed(scene: Scene, segments: Sequence[_Segment]) -> Voice | None:
    """ "A, B, said": B where it opens with a person's name (or where A has nobody), else A."""
    nearest = _free(scene, segments[-1])
    opening = len(scene.text[segments[-1].start : nearest[0].start].strip()) if nearest else 0
    if nearest and opening <= 3 and nearest[0].kind == "person":
        return nearest[0]
    for segment in reversed(segments[:-1]):
        voices = _free(scene, segment)
        people = [voice for voice in voices if voice.kind in ("person", "role", "group")]
        if people or (voices and not nearest):
            return (people or voices)[-1 if segment.end - voices[-1].end <= 1 else 0]
    return nearest[0] if nearest else None


def after(scene: Scene, cue: int, high: int) -> Voice | None:
    """The subject that follows a cue which ends at `cue` (inverted order)."""
    stop = next((found.start() for found in MARKS.finditer(scene.text, cue, high) if not _in_voice(scene, found.start())), high)
    quote = next((quote.start for quote in scene.quotes if cue <= quote.start < stop), stop)
    near = [voice for voice in scene.voices if cue <= voice.start and voice.end <= quote and voice.start - cue <= MAX_GAP]
    if not near or len(scene.text[cue : near[0].start].split()) > 3:
        return None
    people = [voice for voice in near if (voice.kind == "person" or voice.pronoun) and not governed(scene, voice)]
    free = [voice for voice in near if not governed(scene, voice)]
    return (people or free or near)[0]


def _in_voice(scene: Scene, at: int) -> bool:
    return any(voice.start <= at < voice.end for voice in scene.voices)


def resolve(scene: Scene, voice: Voice, spoken: Sequence[Voice]) -> Voice:
    """The voice with whom it stands for: pronouns and bare titles take over name, entity, role and party of the last compatible
    voice, the title of an office that one person held on the article's day stands for that person; `spoken` are the speakers of
    earlier statements, resolved, in order."""
    kind = voice.pronoun
    if kind is not None:
        found, evidence = _antecedent(scene, voice, kind, spoken), "pronoun"
    elif voice.kind == "role" and voice.party is not None and not voice.named:
        return in_office(scene, voice)
    elif voice.kind in ("role", "body") and not voice.named and voice.party is None and not indefinite(scene, voice):
        found, evidence = _same_title(scene, voice, spoken), "role"
    else:
        return voice
    if found is None:
        return voice
    return replace(
        voice,
        kind=found.kind,
        entity=found.entity,
        name=found.name,
        role=found.role,
        party=found.party,
        named=found.named,
        evidence=evidence if found.entity else "",
    )


def _antecedent(scene: Scene, voice: Voice, kind: str, spoken: Sequence[Voice]) -> Voice | None:
    spoken, low = spoken[-MEMORY_SPEAKERS:], voice.start - MEMORY_CHARACTERS
    earlier = [other for other in scene.voices if low <= other.start and other.end <= voice.start and other.pronoun is None]
    if kind == "relative":
        return earlier[-1] if earlier and len(scene.text[earlier[-1].end : voice.start].strip()) <= 1 else None
    if kind in ("latter", "former"):
        return _of_two(scene, voice, earlier, kind)
    if kind == "group":
        return _plural(scene, voice, earlier, spoken)
    wanted = ("person", "role") if kind == "person" else ("body", "group", "media")
    compatible = [one for one in earlier if one.kind in wanted and not scene.quoted(one.start) and not clash(scene, voice, one)]
    unit = scene.unit_at(voice.start)
    same = [other for other in compatible if unit and other.start >= unit.start and (other.named or kind != "person")]
    same = [other for other in same if not governed(scene, other)]
    if same:
        return same[-1] if kind != "person" else same[0]
    recent = [
        one for one in spoken if one.kind in wanted and _units_between(scene, one, voice) <= MEMORY_UNITS and not clash(scene, voice, one)
    ]
    return recent[-1] if recent else _subject_of_last(scene, compatible)


def _plural(scene: Scene, voice: Voice, earlier: Sequence[Voice], spoken: Sequence[Voice]) -> Voice | None:
    """Whom "they" stands for: a plural subject of the unit, else the last plural speaker, else the plural subject of a unit before, else a
    body (no country) that spoke last. A country is no antecedent of a plural."""
    unit = scene.unit_at(voice.start)
    plural = [
        other for other in earlier if other.kind in ("group", "observer") and not scene.quoted(other.start) and not governed(scene, other)
    ]
    same = [other for other in plural if unit and other.start >= unit.start]
    recent = [other for other in spoken if _units_between(scene, other, voice) <= MEMORY_UNITS]
    several = [other for other in recent if other.kind in ("group", "observer", "other")]
    near = [other for other in plural if _units_between(scene, other, voice) <= 1]
    bodies = [other for other in recent[-1:] if other.kind in ("body", "media") and other.entity != other.party]
    return next((found[-1] for found in (same, several, near, bodies) if found), None)


def _units_between(scene: Scene, one: Voice, other: Voice) -> int:
    return sum(one.end <= unit.start and unit.end <= other.start for unit in scene.units)


def _subject_of_last(scene: Scene, compatible: Sequence[Voice]) -> Voice | None:
    """The first free voice of the last unit that has one."""
    if not compatible:
        return None
    unit = scene.unit_at(compatible[-1].start)
    inside = [voice for voice in compatible if unit and unit.start <= voice.start]
    named = [voice for voice in inside if voice.named] or inside or list(compatible[-1:])
    return next((voice for voice in named if not governed(scene, voice)), named[0])


def _of_two(scene: Scene, voice: Voice, earlier: Sequence[Voice], kind: str) -> Voice | None:
    """ "The latter" and "the former" of the first two distinct names in the unit (or the one before)."""
    unit = scene.unit_at(voice.start)
    for low in [unit.start if unit else 0, *[other.start for other in reversed(scene.units) if unit and other.end <= unit.start][:1]]:
        distinct: dict[str, Voice] = {}
        for other in earlier:
            if other.start >= low and other.named:
                distinct.setdefault(other.entity or other.name, other)
        if len(distinct) >= 2:
            return list(distinct.values())[1 if kind == "latter" else 0]
    return None


def _same_title(scene: Scene, voice: Voice, spoken: Sequence[Voice]) -> Voice | None:
    noun = scene.text[voice.head : voice.end].casefold()
    for other in reversed([*(other for other in scene.voices if other.named and other.end <= voice.start)]):
        words = f"{other.role or ''} {other.name} {scene.text[other.start : other.end]}".casefold()
        if noun in words and (other.kind == "person") == (voice.kind == "role"):
            return other
    recent = [other for other in spoken if other.kind == "person" and other.named and _units_between(scene, other, voice) <= 1]
    return recent[-1] if recent and voice.kind == "role" else None
