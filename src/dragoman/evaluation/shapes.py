"""What a record of a labelled set must hold, one shape a format. Keys beyond these are left as they are; languages are ISO 639-1 codes,
dates ISO 8601, offsets code points, end exclusive."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

At = Annotated[int, Meta(ge=0)]
Span = tuple[At, At]


class Text(Struct):
    """A text to read, by itself or as the base of the shapes below."""

    language: str
    text: str
    title: str | None = None
    published: str | None = None


class KeywordDoc(Text, kw_only=True):
    """A text with its keywords."""

    keywords: list[str]


class Name(Struct):
    """A named span."""

    start: At
    end: At
    type: str


class MentionDoc(Text, kw_only=True):
    """A text with its names."""

    mentions: list[Name]


class Expression(Struct):
    """A time expression; `value` is TIMEX3."""

    start: At
    end: At
    value: str | None = None


class TimeDoc(Text, kw_only=True):
    """A text with its time expressions."""

    times: list[Expression]


class Attribution(Struct):
    """A quotation: hulls of source and cue, pieces of content."""

    content: list[Span]
    source: Span | None = None
    cue: Span | None = None


class QuoteDoc(Text, kw_only=True):
    """A text with its quotations."""

    quotes: list[Attribution]


class Coding(Struct):
    """An event: a code in a scheme, with source and target by their words, or with its event word's span."""

    code: str
    scheme: str | None = None
    source: str | None = None
    target: str | None = None
    place: str | None = None
    time: str | None = None
    trigger: Span | None = None


class EventDoc(Text, kw_only=True):
    """A text with its events."""

    events: list[Coding]


class TopicDoc(Text, kw_only=True):
    """A text with its class."""

    topic: str


class StoryDoc(Struct):
    """An article of a story; a set of titles has empty texts."""

    id: str | int
    language: str
    story: str | int
    title: str | None = None
    text: str | None = None
    published: str | None = None


class MateDoc(Struct):
    """An article; those with one `mate` are translations of each other."""

    language: str
    mate: str | int
    title: str | None = None
    text: str | None = None


class Side(Struct):
    """One of two texts."""

    language: str
    title: str | None = None
    text: str | None = None
    published: str | None = None


class TextPair(Struct):
    """Two texts, the same or not, or scored."""

    a: Side
    b: Side
    same: bool | None = None
    score: float | None = None


class NamePair(Struct):
    """A name in two languages."""

    a: str
    a_language: str
    b: str
    b_language: str
    same: bool | None


class PageRecord(Struct):
    """A page's gold: the text, or pieces of it, and what the page says of it; null where not known."""

    id: str
    url: str | None = None
    language: str | None = None
    title: str | None = None
    text: str | None = None
    authors: list[str] | None = None
    published: str | None = None


class ToldStory(Struct):
    """A story told in several languages: `people` are one person a row under the names as each language first writes them, `alone` the
    names of persons that only one language names."""

    id: str
    date: str
    people: list[list[str]]
    zh: str = ""
    en: str = ""
    ru: str = ""
    alone: list[str] = []
