"""Stances of a unit: cues under their polarity, with holder and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from dragoman.annotate.speech_contents import skip
from dragoman.annotate.speech_scene import Scene, Unit
from dragoman.annotate.speech_subjects import MARKS
from dragoman.annotate.speech_voices import Voice
from dragoman.annotate.stance_content import Span, after_noun, item_stance, items, neat, stop
from dragoman.annotate.stance_holders import Holder, agent, possessor, speaking, subject_holder, toward
from dragoman.annotate.stance_polarity import sign, stance_under
from dragoman.annotate.stance_table import Frame, Table
from dragoman.model.annotations import StanceKind, Statement

WINDOW = {True: 80, False: 24}
BESIDE = 28
BEFORE_NOUN = 48
TRAILING_WORDS = 2


class Taken(Struct, frozen=True):
    """A stance found in the text: `span` are its words, `cue` the words that show it."""

    holder: Holder
    stance: StanceKind
    span: Span
    cue: Span
    unit: Unit
    toward: str | None = None
    answers: bool = False
    statement: Statement | None = None


class _Hit(Struct, frozen=True):
    start: int
    end: int
    frame: Frame
    stance: StanceKind
    content: Span | None = None


class Reader:
    """Reads the stances of one unit. `statements` are those of the article, `spoken` the voices that spoke before the unit."""

    def __init__(self, scene: Scene, table: Table, unit: Unit, statements: Sequence[Statement], spoken: Sequence[Voice]) -> None:
        self.scene, self.table, self.unit, self.statements, self.spoken = scene, table, unit, statements, spoken
        self.hits = list(self._hits())
        self.nouns = [hit for hit in self.hits if hit.stance in ("demand", "condition") and hit.frame.kind in ("noun", "pattern")]
        self.read_words: list[Span] = []
        self.same: list[_Hit] = []
        self.found: list[Taken] = []

    def read(self) -> list[Taken]:
        """The stances in order of their cues."""
        for hit in self.hits:
            if hit in self.same and hit.frame.kind in ("verb", "idiom"):
                continue
            if hit.frame.kind != "idiom" and any(start <= hit.start < end for start, end in self.read_words):
                continue
            statement = speaking(self.statements, hit.start)
            if (hit.frame.within and statement is None) or (statement is not None and statement.party is None):
                continue
            if hit.frame.kind == "noun":
                self._noun(hit, statement)
            elif hit.frame.kind == "pattern":
                self._pattern(hit, statement)
            else:
                self._verb(hit, statement)
        return self.found

    def _hits(self) -> Iterator[_Hit]:
        """Cues, the longest at each place, with the stance that they show under their negations."""
        listed = []
        for frame in self.table.frames:
            for match in frame.pattern.finditer(self.scene.text, self.unit.start, self.unit.end):
                words = self.scene.text[self._clause(match.start()) : match.start()]
                stance = stance_under(frame, 1 if frame.kind in ("noun", "pattern") else sign(words, self.table.negation))
                content = match.span("content") if frame.kind == "pattern" else None
                if stance is not None and self._may_speak(frame, match.start()) and (not frame.near or self._is_beside(match.start())):
                    listed.append(_Hit(match.start(), match.end(), frame, stance, content))
        end = -1
        for hit in sorted(listed, key=lambda hit: (hit.start, -hit.end)):
            if hit.start >= end:
                yield hit
                end = hit.end

    def _may_speak(self, frame: Frame, at: int) -> bool:
        """Words in quotation marks speak only where somebody says them, or where they name a red line."""
        return frame.list or not self.scene.quoted(at) or speaking(self.statements, at) is not None

    def _is_beside(self, at: int) -> bool:
        """Whether a voice stands right before an offset, adverbs apart."""
        near = [voice for voice in self.scene.voices if self.unit.start <= voice.start and at - BESIDE <= voice.end <= at]
        return any(not self.scene.speech.adverb.sub("", self.scene.text[voice.end : at]).strip() for voice in near)

    def _clause(self, at: int) -> int:
        """The begin of the clause before an offset, as far as negations reach."""
        low = max(self.unit.start, at - WINDOW[self.scene.speech.card.spaced])
        return max([low, *(found.end() for found in MARKS.finditer(self.scene.text, low, at))])

    def _noun(self, hit: _Hit, statement: Statement | None) -> None:
        owner = possessor(self.scene, self.table, self.unit, hit.start, hit.end)
        after = owner.end if owner is not None and owner.start >= hit.end else hit.end
        start = after_noun(self.scene, self.table, self.unit, after)
        if start is None or self._is_object(hit, start):
            return
        end = self._stop(start)
        end = min([end, *(other.start for other in self.hits if other.frame.kind == "idiom" and start < other.start < end)])
        holder = Holder(owner.party) if owner is not None else self._issuer(hit, statement)
        if holder is None:
            return
        spans = items(self.scene, self.table, start, end) if hit.frame.list else [neat(self.scene, self.table, start, end)]
        for span in spans:
            if span is not None:
                self._take(holder, item_stance(self.table, hit.stance, self.scene.text[slice(*span)]), span, hit, statement)
        self.read_words.append((start, end))

    def _issuer(self, hit: _Hit, statement: Statement | None) -> Holder | None:
        """Who puts forward a demand that names no owner: the subject of an issuing verb, or the holder of the demand that it is part of."""
        low = max(self.unit.start, hit.start - BEFORE_NOUN)
        if hit.stance == "red line" or self.table.issuing.search(self.scene.text, low, hit.start):
            return subject_holder(self.scene, self.unit, hit.start, statement, self.spoken)
        own = [taken for taken in self.found if taken.stance == "demand"]
        return own[-1].holder if own else None

    def _is_object(self, hit: _Hit, start: int) -> bool:
        """ "A demand that NATO would not accept": the noun is what is refused, not what is said after it."""
        for other in self.hits:
            if other.stance == "refusal" and other.frame.kind == "verb" and other.start > start:
                rest = self.scene.text[other.end : stop(self.scene, self.table, self.unit, other.end)]
                return len(rest.split()) <= TRAILING_WORDS and self.scene.speech.card.spaced
        return any(other.stance == "refusal" and other.end <= hit.start and not self._owner(hit) for other in self.hits)

    def _owner(self, hit: _Hit) -> str | None:
        if hit.content is not None:
            near = [party for party in self.scene.parties if self.unit.start <= party.start and party.end <= hit.content[0]]
            return near[-1].party if near else None
        owner = possessor(self.scene, self.table, self.unit, hit.start, hit.end)
        return owner.party if owner is not None else None

    def _pattern(self, hit: _Hit, statement: Statement | None) -> None:
        if hit.content is None:
            return
        owner, span = self._owner(hit), neat(self.scene, self.table, *hit.content)
        if owner is not None and span is not None:
            self._take(Holder(owner), hit.stance, span, hit, statement)

    def _verb(self, hit: _Hit, statement: Statement | None) -> None:
        holder = agent(self.scene, self.table, self.unit, hit.end) or subject_holder(
            self.scene, self.unit, hit.start, statement, self.spoken
        )
        if hit.frame.kind == "idiom" and statement is not None and statement.party is not None:
            holder = Holder(statement.party, statement.speaker.name if statement.speaker else None)
        if holder is None:
            return
        end = min(self._stop(hit.end, 0 if hit.frame.whole or hit.frame.kind == "idiom" else 3), self._said_until(hit))
        start = hit.end if hit.frame.whole else self._words_start(hit.end, end)
        if hit.frame.kind == "idiom":
            start = statement.start if statement is not None else self._clause(hit.start)
            end = min(end, statement.end) if statement is not None else end
        elif hit.frame.whole:
            start = self._with_negation(hit, self._verb_start(hit, holder), statement)
            end = min(end, statement.end) if statement is not None else end
        openings = (
            pattern.match(self.scene.text, start, hit.start)
            for pattern in (self.scene.speech.conjunction, self.scene.speech.complementizer)
        )
        opening = next((found for found in openings if found), None) if hit.frame.whole else None
        span = neat(self.scene, self.table, opening.end() if opening else start, end)
        if span is None:
            return
        self._take(holder, hit.stance, span, hit, statement)
        if not hit.frame.whole:
            self.read_words.append((hit.end, end))
        else:
            self.same += [other for other in self.hits if hit.end <= other.start < end and other.stance == hit.stance]

    def _with_negation(self, hit: _Hit, start: int, statement: Statement | None) -> int:
        """Words that negation turned must hold it: from the verb, else from its clause, else from the statement ("not a single ally is
        willing to ...")."""
        if hit.stance == hit.frame.plain:
            return start
        said = (statement.start,) if statement is not None and statement.start < hit.start else ()
        places = (start, self._clause(hit.start), *said)
        return next((at for at in places if self.table.negation.search(self.scene.text, at, hit.end)), start)

    def _words_start(self, at: int, end: int) -> int:
        """Past hearers, times and the complementizer that stand between a cue and its words."""
        start = skip(self.scene, at, end)
        blank = len(self.scene.text[start:end]) - len(self.scene.text[start:end].lstrip())
        opening = self.scene.speech.complementizer.match(self.scene.text, start + blank, end)
        return opening.end() if opening else start

    def _said_until(self, hit: _Hit) -> int:
        """The end of the words that the cue introduces as a statement, the unit's end where it introduces none."""
        cues = [(one.evidence.cue, one.end) for one in self.statements if one.start >= hit.end]
        return next((end for cue, end in cues if cue and cue.start < hit.end and hit.start < cue.end), self.unit.end)

    def _stop(self, start: int, least: int = 3) -> int:
        """Where words end: at a stop, or before a later clause that opens with a party of its own and shows a stance."""
        end = stop(self.scene, self.table, self.unit, start, least)
        for hit in self.hits:
            joint = self._joined(start, hit.start) if start < hit.start < end and hit.frame.kind == "verb" else None
            if joint is not None:
                return joint
            clause = self._clause(hit.start)
            opening = any(party.noun and 0 <= party.start - clause <= 1 for party in self.scene.parties)
            if start < clause < end and opening and hit.frame.kind != "idiom" and not self.scene.quoted(clause):
                return clause
        return end

    def _joined(self, low: int, high: int) -> int | None:
        """Where a second verb of the same subject is joined ("rejects the demand and will not agree"), None where none is."""
        joints = list(self.scene.speech.coordinator.finditer(self.scene.text, low, high)) if self.scene.speech.card.spaced else []
        if not joints:
            return None
        between = self.table.negation.sub("", self.scene.text[joints[-1].end() : high])
        between = self.scene.speech.adverb.sub("", between)
        return joints[-1].start() if len(between.split()) <= 1 else None

    def _verb_start(self, hit: _Hit, holder: Holder) -> int:
        """Where the verb group of a cue begins: after its subject, and after the last verb joined to it."""
        if holder.ends is None or not self._clause(hit.start) <= holder.ends <= hit.start:
            return hit.start
        joints = [found.end() for found in self.scene.speech.coordinator.finditer(self.scene.text, holder.ends, hit.start)]
        return max([holder.ends, *joints])

    def _take(self, holder: Holder, stance: StanceKind, span: Span, hit: _Hit, statement: Statement | None) -> None:
        answers, aimed = False, toward(self.scene, span[0], span[1], holder.party)
        if stance in ("refusal", "concession"):
            answers, aimed = self._answered(hit, holder)
        self.found.append(Taken(holder, stance, span, (hit.start, hit.end), self.unit, aimed, answers, statement))

    def _answered(self, hit: _Hit, holder: Holder) -> tuple[bool, str | None]:
        """Whether a demand is the object of a refusal, and whose it is."""
        if not self.nouns:
            return False, None
        owners = [owner for owner in (self._owner(noun) for noun in self.nouns) if owner and owner != holder.party]
        own = [taken.holder.party for taken in self.found if taken.stance == "demand" and taken.holder.party != holder.party]
        return True, next(iter([*owners, *reversed(own)]), None)
