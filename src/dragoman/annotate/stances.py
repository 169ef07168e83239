"""Stances: what parties demand, refuse, offer, threaten and promise, from what they say and from what is told of them.

Frames of `languages/<code>/stances.toml` under the polarity algebra of `stance_polarity`. A demand reported inside its own refusal gives
two stances: the demand, held by whom it belongs to, and the refusal, held by the speaker and aimed at the demander. What analysts and
unnamed sources without a party say is no stance.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from dragoman.annotate.speech_issues import issue_of
from dragoman.annotate.speech_scene import Scene, Unit, scene
from dragoman.annotate.speech_subjects import MARKS
from dragoman.annotate.stance_content import Span
from dragoman.annotate.stance_frames import Reader, Taken
from dragoman.annotate.stance_table import Table, stance_table
from dragoman.annotate.statements import spoken
from dragoman.model.annotations import Speaker, Stance, Statement
from dragoman.model.reading import Reading
from dragoman.model.spans import Cue, Evidence

SAID, TOLD, BY_ACT = 0.85, 0.75, 0.6


class Stances:
    """The annotator. `sure` is .85 for stances in a party's own words, .75 for narrated ones, .6 where only the act of a statement
    shows them (set by hand)."""

    name = "stances"
    version = "1"
    needs: tuple[str, ...] = ("sentences", "mentions", "entities", "times", "statements")
    gives: tuple[str, ...] = ("stances",)

    def annotate(self, reading: Reading) -> Reading:
        """The reading with its stances in order of the text."""
        laid, table = scene(reading), stance_table(reading.article.language)
        voices = [one.voice for one in spoken(laid) if one.voice is not None]
        found: list[Taken] = []
        for unit in laid.units:
            before = [voice for voice in voices if voice.end <= unit.start]
            found += Reader(laid, table, unit, reading.statements, before).read()
        by = f"{self.name}@{self.version}"
        made = [_stance(laid, taken, by) for taken in found] + _by_act(laid, table, found, by)
        ordered = sorted(_distinct(made), key=lambda stance: (stance.evidence.start, _cue(stance), stance.stance, stance.text))
        return replace(reading, stances=tuple(ordered))


def _cue(stance: Stance) -> int:
    return stance.evidence.cue.start if stance.evidence.cue else 0


def _distinct(stances: list[Stance]) -> list[Stance]:
    """The first of equal ones."""
    kept: dict[tuple[str, str, str], Stance] = {}
    for stance in stances:
        kept.setdefault((stance.party, stance.stance, stance.text), stance)
    return list(kept.values())


def _stance(laid: Scene, taken: Taken, by: str) -> Stance:
    article, unit = laid.reading.article, taken.unit
    words = laid.text[slice(*taken.span)]
    return Stance(
        party=taken.holder.party,
        stance=taken.stance,
        issue=_issue(laid, taken, words),
        text=words,
        evidence=Evidence(article.id, unit.start, unit.end, laid.text[unit.start : unit.end], Cue(*taken.cue)),
        toward=taken.toward,
        answers=taken.answers,
        speaker=taken.holder.speaker,
        since=_since(laid, unit, taken.cue, taken.statement),
        by=by,
        sure=SAID if taken.statement is not None else TOLD,
    )


def _issue(laid: Scene, taken: Taken, words: str) -> str | None:
    """The issue of the words; an answer that names none is about what its sentence, or its speaker just before, spoke of."""
    language = laid.reading.article.language
    own = issue_of(words, language)
    if own is not None or taken.stance not in ("refusal", "concession"):
        return own
    return issue_of(laid.text[taken.unit.start : taken.unit.end], language) or _carried(laid, taken)


def _span(statement: Statement) -> Span:
    cue = statement.evidence.cue
    return (cue.start, cue.end) if cue else (statement.start, statement.end)


def _carried(laid: Scene, taken: Taken) -> str | None:
    """The issue of what the same speaker said just before, in the same or the previous sentence ("that is not up for discussion")."""
    if taken.statement is None or taken.statement.speaker is None:
        return None
    units = [unit for unit in laid.units if unit.start <= taken.unit.start][-2:]
    earlier = [
        other
        for other in laid.reading.statements
        if other.speaker and _same(other.speaker, taken.statement.speaker) and units[0].start <= other.start < taken.statement.start
    ]
    return next((other.issue for other in reversed(earlier) if other.issue), None)


def _same(one: Speaker, other: Speaker) -> bool:
    return one.entity == other.entity if one.entity or other.entity else one.name == other.name


def _since(laid: Scene, unit: Unit, cue: Span, statement: Statement | None) -> str | None:
    """The day of the statement, else a date in the clause of the cue (or in an adverbial before it that names no party), else the day of
    the article; None where all are unknown."""
    if statement is not None and statement.date:
        return statement.date
    marks = [unit.start, *(found.end() for found in MARKS.finditer(laid.text, unit.start, cue[0]))]
    low = marks[-1]
    if len(marks) > 1 and not any(marks[-2] <= voice.start < low for voice in laid.voices):
        low = marks[-2]
    high = next((found.start() for found in MARKS.finditer(laid.text, cue[1], unit.end)), unit.end)
    for time in laid.reading.times:
        if low <= time.start < high and time.type == "date" and re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", time.value or ""):
            return time.value
    value = laid.reading.article.published.value
    return value[:10] if value else None


def _by_act(laid: Scene, table: Table, found: list[Taken], by: str) -> list[Stance]:
    """Stances that the act of a statement shows, where no frame showed one in its words."""
    made = []
    for statement in laid.reading.statements:
        stance = table.acts.get(statement.act)
        if stance is None or statement.party is None or (statement.act == "appeal" and statement.issue is None):
            continue
        if any(taken.span[0] < statement.end and statement.start < taken.span[1] for taken in found):
            continue
        made.append(_of_statement(laid, statement, by))
    return made


def _of_statement(laid: Scene, statement: Statement, by: str) -> Stance:
    table = stance_table(laid.reading.article.language)
    unit = laid.unit_at(statement.start)
    opening = laid.speech.complementizer.match(statement.text)
    return Stance(
        party=statement.party or "",
        stance=table.acts[statement.act],
        issue=statement.issue,
        text=statement.text[opening.end() :].lstrip(" ,") if opening else statement.text,
        evidence=statement.evidence,
        speaker=statement.speaker.name if statement.speaker else None,
        since=_since(laid, unit, _span(statement), statement) if unit else statement.date,
        by=by,
        sure=BY_ACT,
    )
