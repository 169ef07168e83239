"""Nouns to rows and back."""

from __future__ import annotations

import struct
from typing import Any

import msgspec
from msgspec.structs import fields, replace

from dragoman.model.article import Article, Published
from dragoman.model.codec import from_json, to_json
from dragoman.model.reading import Reading
from dragoman.model.story import Member, Story

DECIMALS = 6
_ANNOTATIONS = tuple(field.name for field in fields(Reading) if field.name not in ("article", "vector"))
_readings = msgspec.json.Decoder(Reading)


def article_row(article: Article, version: int) -> dict[str, Any]:
    """A row of `articles`, current."""
    earliest, latest = bounds(article.published)
    return {
        "id": article.id,
        "url": article.url,
        "version": version,
        "current": 1,
        "language": article.language,
        "source": article.source.id,
        "title": article.title,
        "earliest": earliest,
        "latest": latest,
        "raw": to_json(article),
    }


def reading_row(reading: Reading) -> dict[str, Any]:
    """A row of `readings`."""
    rest = {name: getattr(reading, name) for name in _ANNOTATIONS}
    return {
        "article": reading.article.id,
        "made_by": " ".join(reading.made_by),
        "raw": to_json(rest),
        "vector": struct.pack(f"<{len(reading.vector)}f", *reading.vector),
    }


def reading(article: bytes, rest: bytes, vector: bytes) -> Reading:
    """The reading of an article's row and its own. Raises `msgspec.DecodeError` where they hold something else."""
    found = _readings.decode(b'{"article":' + article + b"," + rest[1:])
    if not vector:
        return found
    values = struct.unpack(f"<{len(vector) // 4}f", vector)
    return replace(found, vector=tuple(round(value, DECIMALS) for value in values))


def story_row(story: Story) -> dict[str, Any]:
    """A row of `stories`."""
    raw = to_json(replace(story, members=()))
    return {"id": story.id, "first": story.first, "last": story.last, "size": len(story.members), "raw": raw}


def member_rows(story: Story) -> list[dict[str, Any]]:
    """Rows of `members`, in the story's order."""
    return [
        {"story": story.id, "article": member.article, "place": place, "raw": to_json(member)} for place, member in enumerate(story.members)
    ]


def story(raw: bytes, members: list[bytes]) -> Story:
    """The story of its row and its members' rows."""
    return replace(from_json(raw, Story), members=tuple(from_json(member, Member) for member in members))


def bounds(published: Published) -> tuple[str | None, str | None]:
    """First and last day (ISO) on which the article may have come out."""
    if published.value is None:
        return published.earliest, published.latest
    day = published.value[:10]
    first = published.earliest or (day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day)
    last = published.latest or (day + "-12-31"[len(day) - 4 :] if len(day) < 10 else day)
    return first[:10], last[:10]
