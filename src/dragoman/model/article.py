"""Article: clean text and what the page says of it. An article never changes once stored."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Precision = Literal["minute", "day", "month", "year", "unknown"]
NoticeKind = Literal["takedown", "reprint", "copyright", "paywall", "correction"]
Role = Literal["author", "contributor", "editor", "translator", "photographer"]


UNKNOWN_SOURCE = "unknown"


class SourceRef(Struct, frozen=True):
    """Who published the page: `id` is a host, a slug of the outlet's name, or `UNKNOWN_SOURCE`; `country` ISO 3166 alpha-2."""

    id: str
    title: str
    country: str | None = None


class LanguageEvidence(Struct, frozen=True):
    """How the language was settled: by script, model or declaration, with the model's score (0-1). Where the page declares another
    language than its text is in, `by` says that it was not believed."""

    by: str
    score: float
    declared: str | None = None


class Published(Struct, frozen=True):
    """When the article came out. `value` is ISO 8601 cut to `precision` ("2022-01-12", "2022-01-12T09:30+01:00"), or None;
    `earliest` and `latest` bound an unknown or imprecise date (ISO dates, inclusive); `evidence` says why. `modified` is the date of the
    last change that the page gives, as `value` is; `zone` the time zone that the outlet's clock times are in, as it writes it or as an
    IANA name, None where nothing tells."""

    value: str | None = None
    precision: Precision = "unknown"
    evidence: str = ""
    earliest: str | None = None
    latest: str | None = None
    modified: str | None = None
    zone: str | None = None


class PageWords(Struct, frozen=True):
    """Words of the page that need not be in the clean text. `where` is "text", "title", "removed/N" (the Nth removed
    line), or "data": words of the page's meta data, which are quoted whole; offsets count code points in that string."""

    start: int
    end: int
    text: str
    where: str = "text"


class Origin(Struct, frozen=True):
    """Where the text first came from, as the page itself claims: the outlet, its reporters, the agency behind it, and the address of the
    original where the page links to it."""

    outlet: str | None
    authors: tuple[str, ...]
    evidence: PageWords
    agency: str | None = None
    url: str | None = None


class Person(Struct, frozen=True):
    """Somebody who worked on the article, what the page says they did, and where they reported from; `evidence` are its words."""

    name: str
    role: Role
    place: str | None = None
    evidence: str = ""


class Image(Struct, frozen=True):
    """A picture of the article with its caption and who made it; `url` is None in text captures."""

    url: str | None
    caption: str
    credit: str | None = None


class Notice(Struct, frozen=True):
    """A legal or editorial line of the page, kept as evidence of rights and corrections."""

    kind: NoticeKind
    text: str


class Removed(Struct, frozen=True):
    """A line taken out of the text. `kind` is a furniture label (ad, paywall, navigation, related, caption, credit, byline,
    disclaimer, form, tags, debris, other), `reason` the rule or phrase that decided, `at` the offset in the clean text where it stood."""

    kind: str
    text: str
    reason: str
    at: int


class Link(Struct, frozen=True):
    """A related article that the page offers; `url` is None where the capture kept only the headline."""

    title: str
    url: str | None = None


class Article(Struct, frozen=True):
    """Clean text (paragraphs separated by one blank line) and the facts of its page. `url` is the canonical address, or
    `capture:<hash of the bytes>` for a saved file that names none. `authors` are the names of those who wrote it, `people` all who worked
    on it with their roles; `template` stands for the page's layout: pages of one site and template share their furniture."""

    id: str
    url: str
    source: SourceRef
    title: str
    text: str
    language: str
    language_evidence: LanguageEvidence
    section: str | None = None
    column: str | None = None
    authors: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    dateline: str | None = None
    published: Published = Published()
    origin: Origin | None = None
    images: tuple[Image, ...] = ()
    notices: tuple[Notice, ...] = ()
    removed: tuple[Removed, ...] = ()
    related: tuple[Link, ...] = ()
    links: tuple[Link, ...] = ()
    tags: tuple[str, ...] = ()
    page_keywords: tuple[str, ...] = ()
    template: str = ""
    extracted_by: str = ""

    @property
    def outlet(self) -> str:
        """Who published it, to be counted by: the source's id, or the article itself where none is known, so that unknown outlets
        stay apart."""
        return self.source.id if self.source.id not in ("", UNKNOWN_SOURCE) else f"article:{self.id}"
