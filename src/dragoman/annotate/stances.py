"""Stances: what parties demand, refuse, offer, threaten and promise, from what they say and from what is told of them.

Frames of `languages/<code>/stances.toml` under the polarity algebra of `stance_polarity`. A demand reported inside its own refusal gives
two stances: the demand, held by whom it belongs to, and the refusal, held by the speaker and aimed at the demander. What analysts and
unnamed sources without a party say is no stance.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.annotate.speech_days import taken_on
from dragoman.annotate.speech_issues import issue_of
from dragoman.annotate.speech_scene import Scene, scene
from dragoman.annotate.stance_content import Span
from dragoman.annotate.stance_frames import Reader, Taken
from dragoman.annotate.stance_table import Table, stance_table
from dragoman.annotate.statements import deeds, spoken
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
        said = spoken(laid)
        voices = [one.voice for one in said if one.voice is not None]
        by = f"{self.name}@{self.version}"
        told = sorted((*reading.statements, *deeds(laid, said, by)), key=lambda statement: (statement.start, statement.end))
        found: list[Taken] = []
        for unit in laid.units:
            before = [voice for voice in voices if voice.end <= unit.start]
            found += Reader(laid, table, unit, told, before).read()
        made = [_stance(laid, taken, told, found, by) for taken in found] + _by_act(laid, table, told, found, by)
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


def _stance(laid: Scene, taken: Taken, told: Sequence[Statement], found: Sequence[Taken], by: str) -> Stance:
    article, unit = laid.reading.article, taken.unit
    return Stance(
        party=taken.holder.party,
        stance=taken.stance,
        issue=_issue(laid, taken, found),
        text=laid.words(*taken.span),
        evidence=Evidence(article.id, unit.start, unit.end, laid.words(unit.start, unit.end), Cue(*taken.cue)),
        toward=taken.toward,
        answers=taken.answers,
        speaker=taken.holder.speaker,
        since=_since(laid, taken, told),
        by=by,
        sure=SAID if taken.statement is not None else TOLD,
    )


def _issue(laid: Scene, taken: Taken, found: Sequence[Taken]) -> str | None:
    """The issue of the words; an answer that names none is about what the rest of its sentence, other stances in it apart, or its
    speaker just before, spoke of."""
    language = laid.reading.article.language
    own = issue_of(laid.text[slice(*taken.span)], language)
    if own is not None or taken.stance not in ("refusal", "concession", "threat"):
        return own
    others = [one for one in found if one is not taken and one.unit == taken.unit and not _is_asked(one)]
    return issue_of(_without(laid, taken, [one.span for one in others]), language) or _carried(laid, taken)


def _is_asked(taken: Taken) -> bool:
    """A demand beside an answer may be what is answered; an offer or a threat is a second matter."""
    return taken.stance in ("demand", "red line", "condition")


def _without(laid: Scene, taken: Taken, spans: Sequence[Span]) -> str:
    """The text of the sentence without some spans."""
    kept, at = [], taken.unit.start
    for start, end in sorted(spans):
        kept.append(laid.text[at : max(at, start)])
        at = max(at, end)
    return "\n".join([*kept, laid.text[at : taken.unit.end]])


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


def _since(laid: Scene, taken: Taken, told: Sequence[Statement]) -> str | None:
    """The day of the statement that the stance is part of or that its cue introduces, else a date in the clause of the cue outside the
    words, else the day of the article; None where all are unknown."""
    introduced = [one for one in told if one.evidence.cue and one.evidence.cue.start < taken.cue[1] and taken.cue[0] < one.evidence.cue.end]
    stated = next((one.date for one in (taken.statement, *introduced) if one is not None and one.date), None)
    words = (max(taken.span[0], taken.cue[1] + 1), max(taken.span[1], taken.cue[1] + 1))
    opens = taken.holder.starts if taken.holder.starts is not None else taken.cue[0]
    return stated or taken_on(laid, taken.unit, taken.cue, opens, [words]) or _published(laid)


def _published(laid: Scene) -> str | None:
    value = laid.reading.article.published.value
    return value[:10] if value else None


def _by_act(laid: Scene, table: Table, told: Sequence[Statement], found: Sequence[Taken], by: str) -> list[Stance]:
    """Stances that the act of a statement shows, where no frame showed one in its words."""
    made = []
    for statement in told:
        stance = table.acts.get(statement.act)
        if stance is None or statement.party is None or (statement.act == "appeal" and statement.issue is None):
            continue
        if any(taken.span[0] < statement.end and statement.start < taken.span[1] for taken in found):
            continue
        made.append(_of_statement(laid, statement, by))
    return made


def _of_statement(laid: Scene, statement: Statement, by: str) -> Stance:
    table = stance_table(laid.reading.article.language)
    opening = laid.speech.complementizer.match(statement.text)
    return Stance(
        party=statement.party or "",
        stance=table.acts[statement.act],
        issue=statement.issue,
        text=statement.text[opening.end() :].lstrip(" ,") if opening else statement.text,
        evidence=statement.evidence,
        speaker=statement.speaker.name if statement.speaker else None,
        since=statement.date or _published(laid),
        by=by,
        sure=BY_ACT,
    )
