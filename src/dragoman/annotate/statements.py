"""Statements: who said what, read from frames of speech.

Cue-first rules over `languages/<code>/speech.toml`, without a parser, after the rule systems of the field (EMM NewsBrief, Pouliquen et al.
2007; Gender Gap Tracker, Asr et al. 2021). Content spans follow PolNeAR (Newell et al. 2018): marks and complementizer included.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.annotate.speech_acts import act_of, clause_of, mode_of
from dragoman.annotate.speech_bare import bare
from dragoman.annotate.speech_contents import FINAL, SPACE
from dragoman.annotate.speech_days import said_on
from dragoman.annotate.speech_frames import Attribution, attributions
from dragoman.annotate.speech_issues import issue_of
from dragoman.annotate.speech_scene import Scene, Unit, scene
from dragoman.annotate.speech_subjects import resolve
from dragoman.annotate.speech_voices import Voice
from dragoman.model.annotations import Act, Speaker, Statement
from dragoman.model.reading import Reading
from dragoman.model.spans import Cue, Evidence

QUOTED_SHARE = 0.8
DEEDS = ("demand", "reject", "offer", "accept")
SURE = {"plain": 0.8, "inverted": 0.85, "according": 0.75, "colon": 0.7, "continued": 0.7, "trailing": 0.7, "beside": 0.4}


class Statements:
    """The annotator. `sure` is .95 for direct words of a named speaker down to .4 for indirect words of an unnamed one (set by hand)."""

    name = "statements"
    version = "1"
    needs: tuple[str, ...] = ("sentences", "mentions", "entities", "times")
    gives: tuple[str, ...] = ("statements",)

    def annotate(self, reading: Reading) -> Reading:
        """The reading with its statements in order of the text."""
        laid = scene(reading)
        by = f"{self.name}@{self.version}"
        made = [statement for one in spoken(laid) if not is_deed(laid, one) for statement in _statements(laid, one, by)]
        ordered = sorted(made, key=lambda statement: (statement.start, statement.end))
        return replace(reading, statements=tuple(ordered))


class Said:
    """A frame with its speaker resolved and who passed the words on."""

    def __init__(self, unit: Unit, frame: Attribution, voice: Voice | None, via: tuple[str, ...] = ()) -> None:
        self.unit, self.frame, self.voice, self.via = unit, frame, voice, via


def spoken(laid: Scene) -> list[Said]:
    """The frames of the whole text, speakers resolved in order, quotations without a frame given to the speaker before."""
    found: list[Said] = []
    pending: Said | None = None
    for unit in laid.units:
        frames = attributions(laid, unit) or bare(laid, unit)
        if not frames:
            carried = _carried(laid, unit, pending or (found[-1] if found else None), pending is not None)
            found += [carried] if carried else []
            pending = None
            continue
        speakers = [one.voice for one in found if one.voice is not None]
        said = []
        for frame in frames:
            voice = resolve(laid, frame.voice, speakers) if frame.voice is not None else _omitted(laid, unit, frame, found)
            said.append(Said(unit, frame, voice))
            speakers += [voice] if voice is not None else []
        found += _relayed(laid, said)
        pending = None
    return found


def is_deed(laid: Scene, said: Said) -> bool:
    """Whether narration tells what a country or body did (demanded, refused, offered ...) rather than what somebody said: nobody speaks for
    it, no content clause opens ("demanded that ..."), and not a word is quoted. Such a deed is a stance and no statement."""
    frame, voice = said.frame, said.voice
    if frame.how != "plain" or voice is None or voice.party is None or voice.kind != "body" or voice.entity not in (voice.party, None):
        return False
    told = any(laid.quotes_in(start, end) or laid.speech.complementizer.match(laid.text, start) for start, end in frame.contents)
    return (frame.deed or frame.act in DEEDS) and not frame.weak and not told


def deeds(laid: Scene, found: Sequence[Said], by: str) -> list[Statement]:
    """What narration tells of parties, in the shape of statements, for the readers of stances."""
    return [statement for one in found if is_deed(laid, one) for statement in _statements(laid, one, by)]


def _omitted(laid: Scene, unit: Unit, frame: Attribution, found: Sequence[Said]) -> Voice | None:
    """A quotation whose cue names nobody ("Y añadió: ...") goes on with the speaker of the unit before; None where there is none."""
    if not found or not laid.quotes_in(*frame.contents[0]):
        return None
    between = [other for other in laid.units if found[-1].unit.end <= other.start and other.end <= unit.start]
    return None if between else found[-1].voice


def _carried(laid: Scene, unit: Unit, last: Said | None, asked: bool) -> Said | None:
    """A unit that is all quotation goes on with the speaker before, within the paragraph or from one paragraph to the next."""
    quotes = laid.quotes_in(unit.start, unit.end) or tuple(q for q in laid.quotes if q.start <= unit.start and unit.end <= q.end)
    covered = sum(min(quote.end, unit.end) - max(quote.start, unit.start) for quote in quotes)
    if last is None or covered < QUOTED_SHARE * (unit.end - unit.start):
        return None
    between = [other for other in laid.units if last.unit.end <= other.start and other.end <= unit.start]
    was_direct = bool(laid.quotes_in(last.unit.start, last.unit.end)) or asked
    if between or not was_direct:
        return None
    end = unit.end
    frame = Attribution(last.frame.start, last.frame.end, "state", last.frame.voice, ((unit.start, end),), "continued")
    return Said(unit, frame, last.voice, last.via)


def _relayed(laid: Scene, said: Sequence[Said]) -> list[Said]:
    """Frames of a unit without the ones that only pass on another: these become its `via`."""
    kept: list[Said] = []
    for one in said:
        others = [other for other in said if other is not one and not other.frame.relay and _overlaps(one, other)]
        inner = [other for other in others if other.frame.how not in ("trailing", "according")]
        if one.frame.how == "trailing" or (one.frame.relay and inner):
            for other in others:
                other.via = (*other.via, one.voice.name) if one.voice else other.via
        elif not any(other.frame.how == "according" and not other.frame.relay for other in others):
            kept.append(one)
    return kept


def _overlaps(one: Said, other: Said) -> bool:
    return any(a < d and c < b for a, b in one.frame.contents for c, d in other.frame.contents)


def _statements(laid: Scene, said: Said, by: str) -> list[Statement]:
    return [_statement(laid, said, start, end, by) for start, end in said.frame.contents]


def _statement(laid: Scene, said: Said, start: int, end: int, by: str) -> Statement:
    frame, voice, unit = said.frame, said.voice, said.unit
    words = laid.text[start:end]
    mode = mode_of(laid, start, end, frame.end)
    act: Act = act_of(laid, frame.act, words)
    low, high = min(frame.start, unit.start), max(unit.end, end)
    evidence = Evidence(laid.reading.article.id, low, high, laid.words(low, high), Cue(frame.start, frame.end))
    language = laid.reading.article.language
    opens = voice.start if voice is not None else frame.start
    return Statement(
        speaker=_speaker(voice),
        party=voice.party if voice is not None and voice.kind not in ("observer", "media") else None,
        act=act,
        mode=mode,
        issue=issue_of(clause_of(laid, act, words), language) or issue_of(words, language),
        text=laid.words(start, end),
        start=start,
        end=end,
        date=said_on(laid, unit, (frame.start, frame.end), opens, frame.contents),
        evidence=evidence,
        via=said.via,
        by=by,
        sure=_sure(frame, voice, mode),
        lead=_lead(laid, frame, start),
    )


def _lead(laid: Scene, frame: Attribution, start: int) -> str:
    """The cue where it stands right before its object, or before a preposition that hangs on it."""
    between = laid.text[frame.end : start]
    if between.strip(SPACE) or start < frame.end or laid.speech.complementizer.match(laid.text, start):
        return ""
    if frame.governs or (laid.speech.card.spaced and laid.speech.preposition.match(laid.text, start)):
        return laid.words(frame.start, frame.end) + (" " if between else "")
    return ""


def _speaker(voice: Voice | None) -> Speaker | None:
    if voice is None:
        return None
    return Speaker(voice.entity, voice.name.strip(SPACE + FINAL) or voice.name, voice.role, voice.start, voice.end, _evidence(voice))


def _evidence(voice: Voice) -> str:
    """What links the words to the entity; a name speaks for itself."""
    return voice.evidence or ("name" if voice.entity is not None and voice.named else "")


def _sure(frame: Attribution, voice: Voice | None, mode: str) -> float:
    sure = SURE[frame.how] + (0.1 if mode == "direct" else 0.0)
    if voice is None:
        sure -= 0.3
    elif not voice.named:
        sure -= 0.15
    if frame.weak:
        sure -= 0.2
    return round(min(0.95, max(0.4, sure)), 2)
