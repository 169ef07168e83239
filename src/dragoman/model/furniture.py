"""What a desk learns about the furniture of sites: lines seen again and again, and what people said of them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from dragoman.model.page import Page
from dragoman.model.problem import Problem

Verdict = Literal["keep", "remove"]


class Kept(Struct, frozen=True):
    """Where an article came from: the address asked for, the digest of the bytes, and the page where its bytes are kept."""

    asked: str
    digest: str
    page: Page | None = None


class Sighting(Struct, frozen=True):
    """A line of one article. `key` stands for it without case, numbers and marks at its ends; `kind` is the label by which rules removed
    it, "" in the text, "quoted" in the text within quotation marks; `start` and `end` count the paragraphs before and behind it, `words`
    its length."""

    key: str
    text: str
    kind: str
    start: int
    end: int
    words: float


class Observed(Struct, frozen=True):
    """An article as learning sees it. `day` is the ISO date of publication, else of fetching, "" where neither is known."""

    article: str
    url: str
    site: str
    template: str
    day: str
    lines: tuple[Sighting, ...]


class LineCount(Struct, frozen=True):
    """How often a line was seen on a site: on `pages` of `of` different documents, on `days` different days from `first` to `last`.
    `template` is "" for the whole site. `low` and `high` are the alphabetically first and last wording; `start` and `end` mean numbers of
    paragraphs before and behind it, `start_spread` and `end_spread` their standard deviations; `seen` counts sightings, of which `quoted`
    stood in quotation marks and `ruled` were removed by rules, as `kind`; `words` is its mean length."""

    key: str
    template: str
    low: str
    high: str
    pages: int
    of: int
    days: int
    first: str
    last: str
    start: float
    end: float
    start_spread: float
    end_spread: float
    seen: int
    quoted: int
    ruled: int
    kind: str
    words: float


class FurnitureLine(Struct, frozen=True):
    """A line learned to be furniture of a site (of one template, or of all where that is ""): its label and the reason that removed lines
    carry."""

    site: str
    template: str
    key: str
    text: str
    kind: str
    reason: str


class Correction(Struct, frozen=True):
    """A person's word on a line of a site; it counts until it is undone, and is kept afterwards. Times are ISO 8601 in UTC."""

    site: str
    key: str
    text: str
    verdict: Verdict
    at: str
    undone: str | None = None


class Learned(Struct, frozen=True):
    """What is known of the furniture of sites: lines learned, and corrections in the order in which they were made."""

    lines: tuple[FurnitureLine, ...] = ()
    corrections: tuple[Correction, ...] = ()


class SiteSeen(Struct, frozen=True):
    """A site whose lines are counted: different documents, layouts, lines learned, lines corrected, pages counted since lines were learned
    last, and pages that wait to be read again."""

    site: str
    pages: int
    templates: int
    learned: int
    corrected: int
    fresh: int
    waiting: int


class FurnitureItem(Struct, frozen=True):
    """A line as `dragoman furniture` lists it. `state` is "learned", "not yet", "kept" or "removed" (the last two by a person); `where` is
    head, foot or middle; `first` and `last` are days, `examples` wordings."""

    line: str
    label: str
    state: str
    why: str
    pages: int
    of: int
    days: int
    first: str
    last: str
    where: str
    template: str
    examples: tuple[str, ...]


class Furniture(Struct, frozen=True):
    """What was learned of a site; `waiting` counts its pages that are to be read again."""

    site: str
    pages: int
    templates: int
    waiting: int
    items: tuple[FurnitureItem, ...]


class Corrected(Struct, frozen=True):
    """What a correction did: `verdict` now in force on the line (None: none), and how many pages of the site are to be read again."""

    site: str
    line: str
    verdict: Verdict | None
    waiting: int


class Reread(Struct, frozen=True):
    """What reading again did: pages read, those whose article or reading changed, those that stayed, those that could not be read."""

    reread: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    problems: tuple[Problem, ...] = ()
