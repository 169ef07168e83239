"""Two accounts side by side: the desk's use cases around comparison. No model is loaded."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman import copying
from dragoman.brief.contrast import contrast
from dragoman.cluster import STAGES as FILING
from dragoman.errors import DragomanError, NotFoundError
from dragoman.model.contrast import Compared
from dragoman.model.reading import Reading
from dragoman.model.story import Copy, Sources
from dragoman.ports import Store
from dragoman.whois import WhoIs

MOST = 60
"""Articles of an account that are read, those that stand first in the story."""


class Comparing:
    """What a desk says of two accounts."""

    def store(self, write: bool = False) -> Store:
        """The desk's store."""
        raise NotImplementedError

    def whois(self) -> WhoIs:
        """Who is who on the desk."""
        raise NotImplementedError

    def compare(self, one: str, other: str) -> Compared:
        """Two articles, of one story or not. Raises `NotFoundError`, `DragomanError`."""
        if one == other:
            raise DragomanError("an article cannot be compared with itself")
        held = {reading.article.id: reading for reading in self._read([one, other])}
        for name in (one, other):
            if name not in held:
                raise NotFoundError(f"there is no article {name!r} on this desk")
        story = self._shared(one, other)
        return self._compared([held[one]], [held[other]], self._copies(story, (one, other)), story)

    def compare_languages(self, story: str, one: str, other: str) -> Compared:
        """What a story's articles in one language say, and those in another. Raises `NotFoundError`, `DragomanError`."""
        if one == other:
            raise DragomanError("a language cannot be compared with itself")
        held = self.store().story(story)
        readings = {reading.article.id: reading for reading in self._read([member.article for member in held.members])}
        sides: dict[str, list[Reading]] = {one: [], other: []}
        for member in held.members:
            reading = readings.get(member.article)
            if reading is not None and reading.article.language in sides and len(sides[reading.article.language]) < MOST:
                sides[reading.article.language].append(reading)
        for language, found in sides.items():
            if not found:
                raise NotFoundError(f"the story {held.id} has no article in {language!r}")
        articles = tuple(reading.article.id for found in sides.values() for reading in found)
        return self._compared(sides[one], sides[other], self._copies(held.id, articles), held.id)

    def _read(self, ids: Sequence[str]) -> list[Reading]:
        return list(self.whois().shown(self.store().readings(ids=list(ids))))

    def _shared(self, one: str, other: str) -> str | None:
        """The story that both articles stand in."""
        try:
            held = self.store().story(one)
        except NotFoundError:
            return None
        return held.id if any(member.article == other for member in held.members) else None

    def _copies(self, story: str | None, articles: Sequence[str]) -> tuple[Copy, ...]:
        if story is None:
            return ()
        known = copying.of_story(self.store(), self.store().story(story), self._read(articles))
        return tuple(copy for copy in known if copy.article in articles and copy.of in articles)

    def _compared(self, ones: Sequence[Reading], others: Sequence[Reading], copies: Sequence[Copy], story: str | None) -> Compared:
        count = FILING.load("independent")
        breadth: tuple[Sources, Sources] = (count(ones, copies), count(others, copies))
        found = contrast(ones, others, copies, self.whois().known())
        return Compared(tuple(one.article for one in ones), tuple(one.article for one in others), found, story, breadth)
