"""Source and Lead: where pages come from."""

from __future__ import annotations

from msgspec import Struct, field


class Expectation(Struct, frozen=True):
    """What a healthy source looks like; counted after each collection."""

    per_day_min: int | None = None
    per_day_max: int | None = None
    dated_share: float | None = None
    shortest_text: int | None = None


class Source(Struct, frozen=True):
    """An outlet or place that pages come from. `country` is ISO 3166 alpha-2, `languages` are BCP 47."""

    id: str
    kind: str
    url: str
    title: str = ""
    home: str | None = None
    country: str | None = None
    languages: tuple[str, ...] = ()
    owner: str | None = None
    rights: str | None = None
    every: int = 3600
    options: dict[str, str] = field(default_factory=dict)
    expect: Expectation | None = None
    enabled: bool = True


class Lead(Struct, frozen=True):
    """Something that may be an article: an address and what the source said about it."""

    url: str
    source: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    found: str | None = None
    via: str | None = None
