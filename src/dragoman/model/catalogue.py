"""What a desk knows of its holdings, beside the articles themselves."""

from __future__ import annotations

from msgspec import Struct, field


class Version(Struct, frozen=True):
    """One version of an address. `number` counts from 1, `current` is the one that lists show; `seen` is when its page was first fetched
    (ISO 8601) where that was kept. A version that is `superseded` is no edit of the outlet: the desk reads the same page otherwise now."""

    article: str
    number: int
    current: bool
    title: str
    language: str
    seen: str | None = None
    superseded: bool = False


class OutletHeld(Struct, frozen=True):
    """What is held of one source: `title` and `country` (ISO 3166 alpha-2) as its newest article has them, how many articles, how many in
    each language, and the ISO dates (inclusive) between which they came out, as far as that is known."""

    id: str
    title: str
    country: str | None
    articles: int
    languages: dict[str, int] = field(default_factory=dict)
    first: str | None = None
    last: str | None = None


class OutletReport(OutletHeld, frozen=True):
    """The same with its sections and their articles, how many of its articles are copies of another text, and how many articles of others
    are copies of one of its texts (as found in the stories that they stand in)."""

    sections: tuple[tuple[str, int], ...] = ()
    copies: int = 0
    copied: int = 0

    @property
    def independent(self) -> int:
        """Articles that were not found to be copies."""
        return self.articles - self.copies
