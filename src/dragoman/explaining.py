"""Why articles are where they are: the desk's use cases around explanation. Everything comes from the store; no model is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from dragoman.cluster import STAGES as FILING
from dragoman.errors import NotFoundError
from dragoman.judging import Judging
from dragoman.keeping import Kept, seal
from dragoman.model.explained import Explained, Fit
from dragoman.model.query import Query
from dragoman.model.story import Filed, Rulings, Story
from dragoman.ports import Logbook

AROUND = timedelta(days=7)
"""Stories that ended so long before an article, or began so long after it, could not have taken it in."""

NEAR = 150
"""Stories for which it is kept what stands beside them."""

MOST = 300
"""Stories that an article is set against, the latest of that time."""


class Explaining(Judging):
    """What a desk says of its own filing. What was found beside stories is kept until they or those around them change."""

    def __init__(self) -> None:
        super().__init__()
        self._near = Kept(NEAR)

    def why(self, article: str, story: str | None = None) -> Explained:
        """Why an article is in its story, and why it is not in `story`, or in those that come nearest to it. Raises `NotFoundError`."""
        store = self.store()
        name = self._roster().versions([article]).get(article, article)
        own = store.story(name)
        if all(member.article != name for member in own.members):
            raise NotFoundError(f"{article!r} is no article that stands in a story")
        others = [store.story(story)] if story is not None else self._around(own)
        cards = self._cards([own, *others])
        among = FILING.load("parts")([own, *(other for other in others if other.id != own.id)], cards)
        found: Explained = FILING.load("explained")(cards[name], own, among, FILING.load("counted")(cards.values()), self.rulings())
        return found

    def beside(self, story: str) -> tuple[Fit, ...]:
        """The articles of other stories that come nearest to a story, and why they are not in it. Raises `NotFoundError`."""
        return self._near.get(story, self.version(), lambda: seal(*self._set_against(story)), lambda _: self._rejected(story))

    def version(self) -> tuple[int, int] | None:
        """Another one whenever anything on the desk changed; None where that is not known."""
        return None

    def _set_against(self, story: str) -> tuple[list[Story], Rulings]:
        """A story with those around it, and what people said."""
        own = self.store().story(story)
        return [own, *self._around(own)], self.rulings()

    def _rejected(self, story: str) -> tuple[Fit, ...]:
        stories, ruled = self._set_against(story)
        cards = self._cards(stories)
        among = FILING.load("parts")(stories, cards)
        found: tuple[Fit, ...] = FILING.load("beside")(stories[0], among, FILING.load("counted")(cards.values()), ruled)
        return found

    def filed(self, story: str) -> tuple[Filed, ...]:
        """What filing did with a story and its articles, in order; empty where the store keeps no log. Raises `NotFoundError`."""
        store = self.store()
        return store.filed(store.story(story).id) if isinstance(store, Logbook) else ()

    def _around(self, story: Story) -> list[Story]:
        """The other stories of its time."""
        since = (date.fromisoformat(story.first) - AROUND).isoformat() if story.first else None
        until = (date.fromisoformat(story.last) + AROUND).isoformat() if story.last else None
        return [one for one in self.store().stories(Query(since=since, until=until, limit=MOST)).items if one.id != story.id]

    def _cards(self, stories: Iterable[Story]) -> dict[str, Any]:
        """Cards of the stories' articles: those that filing keeps, else made of the readings."""
        store, ids = self.store(), sorted({member.article for story in stories for member in story.members})
        cards: dict[str, Any] = {}
        if isinstance(store, Logbook):
            made_by, unpack = FILING.make("filing").made_by, FILING.load("unpack")
            cards = {slip.article: unpack(slip) for slip in store.slips_of(ids) if slip.made_by == made_by}
        card, missing = FILING.load("card"), [article for article in ids if article not in cards]
        return cards | {reading.article.id: card(reading) for reading in (store.readings(ids=missing) if missing else ())}
