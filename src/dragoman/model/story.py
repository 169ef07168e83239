"""Story and Brief: articles about the same happening, and the same laid out for a reader."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from dragoman.model.annotations import Event, Figure, StanceKind, Statement
from dragoman.model.identity import Judgement
from dragoman.model.spans import Evidence, Why


class Member(Struct, frozen=True):
    """An article of a story: how well it fits, why, and who decided ("filing@2" or "judgement 3"). `event` is the id of the event within
    the story: a running story is a chain of events. A `roundup` speaks of several stories; it stands in each and moves none."""

    article: str
    score: float
    why: tuple[Why, ...] = ()
    by: str = ""
    event: str = ""
    roundup: bool = False


class Rulings(Struct, frozen=True):
    """What people said of filing, as pairs of article ids (each pair sorted, pairs sorted): those that belong to one story, and those
    that do not. Filing obeys them whatever its own score says. They never contradict each other. `together` is not closed: with (a, b)
    and (a, c), b and c are of one story too. `by` names the last word on each article ("judgement 3")."""

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    by: dict[str, str] = field(default_factory=dict)


UNRULED = Rulings()
"""Nobody said anything."""


class Filed(Struct, frozen=True):
    """One line of the log of filing, which only grows: `kind` says what happened to `article` (empty for whole stories) and `story`;
    `other` is the story it came from, was merged into or was split from. `at` is ISO 8601 in UTC, `by` who decided."""

    n: int
    at: str
    kind: Literal["assign", "move", "merge", "split"]
    story: str
    article: str = ""
    other: str = ""
    by: str = ""


class Passage(Struct, frozen=True):
    """Words of one text, by offsets; `text` is filled in where they are shown."""

    start: int
    end: int
    text: str = ""


class Aligned(Struct, frozen=True):
    """Words of a copy and those of the other text that they answer to; `score` (0-1) says how alike they are. The texts are filled in
    where they are shown."""

    start: int
    end: int
    of_start: int
    of_end: int
    score: float = 1.0
    text: str = ""
    of_text: str = ""


class Copy(Struct, frozen=True):
    """One text that is a copy of another. `kind` is exact, abridged, extended, rewritten or translated; "quoting" are two texts that only
    bring the same quotation and are no copies. `similarity` is the share of the shorter text found in the longer one (0-1), `outlet` whom
    the text is owed to, `probability` that of its being a copy at all. `cuts` are passages of the other text that the copy leaves out,
    `added` those of its own, `moved` those that stand elsewhere; `aligned` are the sentences of a translation, or the shared quotation."""

    article: str
    of: str
    kind: str
    similarity: float
    outlet: str | None
    evidence: tuple[Why, ...] = ()
    probability: float = 1.0
    cuts: tuple[Passage, ...] = ()
    added: tuple[Passage, ...] = ()
    moved: tuple[Aligned, ...] = ()
    aligned: tuple[Aligned, ...] = ()


class Comparison(Struct, frozen=True):
    """What was found of two texts (ids, sorted): `kind` is same (one a copy of the other in one language), translated, quoting or
    independent. `of_one` and `of_other` are the shares of each that stand in the other; `why` what spoke for it (log odds); `aligned`
    the sentences that answer to each other, `one` in the place of the copy."""

    one: str
    other: str
    kind: Literal["same", "translated", "quoting", "independent"]
    probability: float
    of_one: float
    of_other: float
    why: tuple[Why, ...] = ()
    aligned: tuple[Aligned, ...] = ()


class Story(Struct, frozen=True):
    """Articles about the same happening in any language. `first` and `last` are ISO dates of its articles."""

    id: str
    members: tuple[Member, ...]
    title: str
    titles: dict[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    state: Literal["open", "closed", "merged"] = "open"


class Answer(Struct, frozen=True):
    """What another party says to a position."""

    party: str
    stance: StanceKind
    text: str
    evidence: tuple[Evidence, ...]


class Move(Struct, frozen=True):
    """An earlier or parallel wording of a position."""

    date: str | None
    stance: StanceKind
    text: str
    evidence: Evidence


class Position(Struct, frozen=True):
    """Where a party stands on an issue, with the answers of the others. `since` is the earliest ISO date it was taken or reported."""

    party: str
    issue: str
    stance: StanceKind
    text: str
    since: str | None
    evidence: tuple[Evidence, ...]
    answers: tuple[Answer, ...] = ()
    history: tuple[Move, ...] = ()


class Slot(Struct, frozen=True):
    """Figures that speak of the same thing; `agree` is None where there is only one text to go by."""

    slot: str
    values: tuple[Figure, ...]
    agree: bool | None
    label: str = ""


class NamedEntity(Struct, frozen=True):
    """An entity as the story names it: display names per language, roles and party, how often and where it is mentioned. `ids` are those of
    all entities that were united in it, its own first; `wikidata` is its item where that is certain."""

    id: str
    type: str
    name: str
    names: dict[str, tuple[str, ...]]
    roles: tuple[Role, ...] = ()
    party: str | None = None
    merged: tuple[Merged, ...] = ()
    mentions: int = 0
    articles: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    wikidata: str | None = None


class Role(Struct, frozen=True):
    """An office held: `since` and `until` are ISO dates or None (JSON names: from, to)."""

    title: str
    party: str | None = None
    since: str | None = field(default=None, name="from")
    until: str | None = field(default=None, name="to")


class Merged(Struct, frozen=True):
    """A name that was merged into an entity, and the evidence for it in words. Where two entities were united, `entity` is the id that came
    in, `into` the one that it was found to be, `score` the probability, `story` where it was found, `why` the reasons (log odds, signed),
    and `by` who did it ("merging@1", "judgement 3")."""

    name: str
    evidence: str
    entity: str | None = None
    into: str | None = None
    score: float | None = None
    story: str | None = None
    by: str = ""
    why: tuple[Why, ...] = ()


class Sources(Struct, frozen=True):
    """How broad the reporting is: articles held, outlets, and texts that do not copy each other."""

    articles: int
    outlets: int
    independent: int


class Outline(Struct, frozen=True):
    """What can be said of a story without laying it out: its titles, how broad it is, which of its texts are copies (whose passages have no
    text here), and the ids of its articles."""

    story: str
    title: str
    titles: dict[str, str]
    sources: Sources
    reprints: tuple[Copy, ...]
    members: tuple[str, ...] = ()


class Breadth(Struct, frozen=True):
    """How broad a story was when it was looked at: `of` stands for its articles of then."""

    of: str
    sources: Sources


class PressLine(Struct, frozen=True):
    """One outlet's part in the story."""

    outlet: str
    country: str | None
    languages: tuple[str, ...]
    articles: tuple[str, ...]
    first: str | None
    statements: int
    parties_quoted: tuple[str, ...]


class SummaryLine(Struct, frozen=True):
    """A sentence of an article, verbatim."""

    text: str
    article: str
    start: int
    end: int


class Gap(Struct, frozen=True):
    """What is not there, with its denominator ("no statement by EU", 0 of 2 articles)."""

    what: str
    seen: int
    of: int
    kind: str = ""
    party: str | None = None


class Brief(Struct, frozen=True):
    """A story laid out for a reader. Every line carries the words it comes from."""

    story: str
    title: str
    titles: dict[str, str]
    languages: tuple[str, ...]
    members: tuple[Member, ...]
    sources: Sources
    reprints: tuple[Copy, ...]
    timeline: tuple[Event, ...]
    agenda: tuple[Event, ...]
    statements: tuple[Statement, ...]
    positions: tuple[Position, ...]
    figures: tuple[Slot, ...]
    names: tuple[NamedEntity, ...]
    press: tuple[PressLine, ...]
    summary: tuple[SummaryLine, ...]
    gaps: tuple[Gap, ...]
    quoting: tuple[Copy, ...] = ()


class Mentioned(Struct, frozen=True):
    """Where an article names an entity: its title, how often, and the words."""

    article: str
    title: str
    language: str
    published: str | None
    times: int
    evidence: tuple[Evidence, ...]


class Dossier(NamedEntity, frozen=True):
    """One entity with all that the desk holds of it. `said` are its statements, `stories` (id, title) those that name it, newest first,
    `named` the articles, newest first; `judgements` are those of people on any of its ids, undone ones too."""

    said: tuple[Statement, ...] = ()
    stories: tuple[tuple[str, str], ...] = ()
    named: tuple[Mentioned, ...] = ()
    judgements: tuple[Judgement, ...] = ()
