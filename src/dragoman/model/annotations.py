"""Annotations: spans over `Article.text` (offsets count code points, end exclusive). Each says who made it (`by`, as
"name@version") and how sure it is (`sure`, 0 to 1)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from dragoman.model.spans import Evidence

MentionType = Literal["person", "organisation", "place", "event", "other"]
TimePrecision = Literal[
    "minute", "part of day", "day", "week", "part of month", "month", "quarter", "part of year", "year", "decade", "century", "unknown"
]
TimeType = Literal["date", "time", "duration", "set"]
Act = Literal["state", "demand", "reject", "accept", "offer", "warn", "deny", "promise", "appeal", "question"]
Mode = Literal["direct", "indirect", "mixed"]
StanceKind = Literal["demand", "red line", "offer", "refusal", "condition", "threat", "concession", "commitment"]
Status = Literal["announced", "confirmed", "moved", "ongoing", "held", "cancelled", "unclear"]


class Sentence(Struct, frozen=True):
    """A sentence; quoted speech of several sentences with its frame counts as one."""

    start: int
    end: int
    by: str = ""
    sure: float = 1.0


class Office(Struct, frozen=True):
    """An office beside a name, as the text gives it: where its words stand, the organ or body that it belongs to ("org:ru-mfa"), the
    country or body that it speaks for, its id in `actors/` where that is certain, and whether it is said to be over ("former")."""

    start: int
    end: int
    organ: str | None = None
    party: str | None = None
    id: str | None = None
    past: bool = False


class Mention(Struct, frozen=True):
    """A name in the text. `entity` is an id of `actors/` or a local one ("person:sam a. greene"), None before linking; `name` is
    the entity's display name; `role` the office words beside the name; `party` the country (ISO 3166 alpha-2) or body it speaks for;
    `normal` the base form of the surface (nominative, simplified characters); `office` what the role is of, at the mentions that have it
    beside them."""

    start: int
    end: int
    text: str
    type: MentionType
    entity: str | None = None
    name: str | None = None
    role: str | None = None
    party: str | None = None
    normal: str | None = None
    by: str = ""
    sure: float = 1.0
    office: Office | None = None


class Keyword(Struct, frozen=True):
    """A term that says what the text is about, with its score (higher is better) and the reasons for it."""

    term: str
    score: float
    why: str
    by: str = ""


class Topic(Struct, frozen=True):
    """An IPTC Media Topic with its score."""

    id: str
    label: str
    score: float
    by: str = ""


class TimeExpression(Struct, frozen=True):
    """A time in the text. `value` is a TIMEX3 value ("2022-01-12", "2021-W52", "P1W", "PRESENT_REF"), None where it cannot be
    resolved; `earliest` and `latest` are the inclusive ISO dates that it covers, None where it names no point on the calendar."""

    start: int
    end: int
    text: str
    value: str | None
    precision: TimePrecision
    type: TimeType
    earliest: str | None = None
    latest: str | None = None
    by: str = ""
    sure: float = 1.0


class Speaker(Struct, frozen=True):
    """Who speaks: the words that name the speaker, and whom they stand for. `entity` is None for unnamed voices ("officials");
    `evidence` says what links the words to the entity: "name", "role" (the one person of the article whose role it is), "office" (who held
    it on the article's day), "pronoun", or "" for none."""

    entity: str | None
    name: str
    role: str | None
    start: int
    end: int
    evidence: str = ""


class Statement(Struct, frozen=True):
    """What somebody said. `text` is the content verbatim; `evidence` holds the whole clause or sentence with cue and content.
    `date` is the ISO date of saying where the text gives one; `via` names who passed the words on (agencies, spokesmen). `lead` is the cue,
    with the blank after it, where the content says little without it ("accused" before "the union of delay"), else empty."""

    speaker: Speaker | None
    party: str | None
    act: Act
    mode: Mode
    issue: str | None
    text: str
    start: int
    end: int
    date: str | None
    evidence: Evidence
    via: tuple[str, ...] = ()
    by: str = ""
    sure: float = 1.0
    lead: str = ""


class Stance(Struct, frozen=True):
    """What a party demands, refuses, offers or threatens, read from a statement or from the narration. `issue` is a key of
    `languages/*/issues.toml` where one fits; `toward` is the party it is aimed at; `answers` says that the words answer a demand."""

    party: str
    stance: StanceKind
    issue: str | None
    text: str
    evidence: Evidence
    toward: str | None = None
    answers: bool = False
    speaker: str | None = None
    since: str | None = None
    by: str = ""
    sure: float = 1.0


class Event(Struct, frozen=True):
    """Something that happens at a time: in a reading one mention of it, in a brief all of them merged. `start` and `end` are ISO
    dates cut to `precision` ("2008", "2021-09", "2022-01-12"); `place` an English or local name; `parties` party ids; `people` names."""

    id: str
    type: str
    label: str
    start: str | None
    end: str | None
    precision: TimePrecision
    status: Status
    place: str | None
    parties: tuple[str, ...]
    people: tuple[str, ...]
    format: str | None
    evidence: tuple[Evidence, ...]
    supersedes: str | None = None
    place_entity: str | None = None
    earliest: str | None = None
    latest: str | None = None
    by: str = ""
    sure: float = 1.0


class Figure(Struct, frozen=True):
    """A quantity. `slot` names what is counted, so that figures of one slot can be compared; `low` and `high` bound it
    ("more than 10,000": low 10000, high None); `as_of` is an ISO date."""

    slot: str
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    approximate: bool
    as_of: str | None
    party: str | None
    evidence: Evidence
    label: str = ""
    by: str = ""
    sure: float = 1.0
