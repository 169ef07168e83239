"""Stories as chains of events: which event is of which story, and the cores of the events of the last weeks, where further ones look for
their story. The key of a story is the first of the keys of its events."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dragoman.cluster.cores import Core
from dragoman.cluster.nearest import Nearest
from dragoman.cluster.postings import Postings
from dragoman.cluster.windows import RUNNING

NEAREST = 5


class Linked:
    """`chains` maps events to stories, `events` stories to all their events, `cores` holds what events of the last weeks are about;
    `changed` are the events whose story changed since this was last cleared."""

    def __init__(self) -> None:
        self.chains: dict[str, str] = {}
        self.events: dict[str, set[str]] = {}
        self.cores: dict[str, Core] = {}
        self.changed: set[str] = set()
        self._nearest, self._postings = Nearest(), Postings()

    def story_of(self, event: str) -> str:
        """The story of an event."""
        return self.chains[event]

    def begin(self, event: str) -> None:
        """An event that is new is a story of its own."""
        if event not in self.chains:
            self.restore(event, event)
            self.changed.add(event)

    def restore(self, event: str, story: str) -> None:
        """Puts an event into its story, as it was."""
        self.chains[event] = story
        self.events.setdefault(story, set()).add(event)

    def unite(self, events: Iterable[str]) -> str:
        """Makes these events one story, of which they are then all; its key."""
        ones = set(events)
        story = min(ones)
        for event in ones:
            before = self.chains.get(event)
            if before != story:
                self._leave(event)
                self.changed.add(event)
                self.restore(event, story)
        return story

    def forget(self, event: str) -> None:
        """An event that is no more; the others of its story must be united anew where it was the first."""
        self._leave(event)
        self._drop(event)
        self.changed.add(event)

    def _leave(self, event: str) -> None:
        story = self.chains.pop(event, None)
        if story is not None:
            self.events[story].discard(event)
            if not self.events[story]:
                del self.events[story]

    def _drop(self, event: str) -> None:
        if self.cores.pop(event, None) is not None:
            self._nearest.drop(event)
            self._postings.drop(event)

    def put(self, core: Core) -> None:
        """Keeps what an event is about, in place of what was kept before."""
        self._drop(core.event)
        self.cores[core.event] = core
        if core.vector is not None:
            self._nearest.put(core.event, core.vector)
        self._postings.add(core.event, _finders(core))

    def advance(self, day: int) -> None:
        """Drops events that ended too long ago, and stories without any other."""
        over = [event for event, core in self.cores.items() if core.until < day - RUNNING]
        stories = {self.chains[event] for event in over}
        for event in over:
            self._drop(event)
        for story in stories:
            if not any(event in self.cores for event in self.events[story]):
                for event in self.events.pop(story):
                    del self.chains[event]

    def prune(self) -> None:
        """Drops stories that have no event of the last weeks."""
        for story in [story for story, events in self.events.items() if not any(event in self.cores for event in events)]:
            for event in self.events.pop(story):
                del self.chains[event]

    def ask(self, cores: Iterable[Core]) -> None:
        """Announces events whose candidates will be asked for, which then costs less."""
        self._nearest.ask({core.event: core.vector for core in cores if core.vector is not None})

    def candidates(self, core: Core, rarity: Callable[[str], float]) -> list[str]:
        """Stories that an event could be of, by the events nearest to it and by those sharing its rarest names, places and days."""

        def near(event: str) -> bool:
            other = self.cores[event]
            return event != core.event and max(core.first - other.until, other.first - core.until) <= RUNNING

        found = set(self._postings.best(_finders(core), rarity, NEAREST, near))
        if core.vector is not None:
            found.update(self._nearest.best(core.event, core.vector, NEAREST, near))
        return sorted({self.chains[event] for event in found})


def _finders(core: Core) -> list[str]:
    return [
        *(f"n:{key}" for key in core.names),
        *(f"p:{key}" for key in core.places),
        *(f"d:{key}" for key in sorted(core.published | set(core.days))),
    ]
