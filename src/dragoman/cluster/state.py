"""State: the events and stories that filing has before it, and the indexes that find candidates. Passed in and handed out; nothing else
remembers. It holds a window of time and no more: what is over is dropped, so that it does not grow with the archive."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from dragoman.cluster.card import Card
from dragoman.cluster.cores import Core, core
from dragoman.cluster.join import Group, Seen, apart
from dragoman.cluster.linked import Linked
from dragoman.cluster.nearest import Nearest
from dragoman.cluster.postings import Postings
from dragoman.cluster.weights import Weights
from dragoman.cluster.windows import ACTIVE, UNDATED, key_of, until
from dragoman.model.story import Member, Story

NEAREST = 6
"""Candidates by vector, and as many again by shared keys."""

RAREST_WORDS = 25

KEPT = 16_384
"""Articles whose keys are kept at hand."""


class State:
    """`groups` are the events that may still take something in, by key (see `windows.key_of`), `members` who is in them; `linked` the
    stories, with the events of the last weeks; `seen` tells what is common on this desk; `dirty` are the events that changed since this was
    last cleared. While articles come in one by one, `shown` are the stories as they were told, by id, and `told` maps events to them. An
    `open_ended` state drops nothing."""

    def __init__(self, by: Weights | None = None, open_ended: bool = False) -> None:
        self.open_ended = open_ended
        self.groups: dict[str, Group] = {}
        self.members: dict[str, dict[str, Member]] = {}
        self.linked = Linked()
        self.seen = Seen(by)
        self.dirty: set[str] = set()
        self.now: int | None = None
        self.shown: dict[str, Story] = {}
        self.told: dict[str, str] = {}
        self._until: dict[str, int] = {}
        self._counted: deque[tuple[int, tuple[Card, ...]]] = deque()
        self._found: dict[str, list[str]] = {}
        self._nearest, self._postings = Nearest(), Postings()

    # Time

    def advance(self, day: int) -> None:
        """Goes on to a day: drops what is over by then, and stops counting what left the window. Undated articles come last of all and
        move no time."""
        if self.open_ended or day == UNDATED or (self.now is not None and day <= self.now):
            return
        self.now = day
        self._found.clear()
        for event in [event for event, last in self._until.items() if last < day - ACTIVE]:
            self._close(event)
        self.linked.advance(day)
        while self._counted and self._counted[0][0] < day - ACTIVE:
            for card in self._counted.popleft()[1]:
                self.seen.remove(card)

    def count(self, day: int, cards: Iterable[Card], now: bool = True) -> None:
        """Counts what stands in the articles of a day, before they are filed; it tells at once, or (`now` false) when there is more."""
        counted = tuple(cards)
        for card in counted:
            self.seen.add(card)
        if day != UNDATED:
            self._counted.append((day, counted))
        if now:
            self.seen.refresh()

    def forget(self) -> None:
        """Lets go of stories as they were told whose events are over."""
        self.told = {event: story for event, story in self.told.items() if event in self.linked.chains}
        self.shown = {story: self.shown[story] for story in sorted(set(self.told.values()))}

    # Events

    def add(self, card: Card, event: str, member: Member) -> None:
        """Puts an article into an event, which is made where it is new, with a story of its own."""
        group = self.groups.get(event)
        if group is None:
            group = self.groups[event] = Group(event)
        group.add(card)
        self.members.setdefault(event, {})[card.article] = member
        self._until[event] = max(self._until.get(event, 0), until(card))
        self._postings.add(event, self._finders(card))
        centroid = group.centroid()
        if centroid is not None:
            self._nearest.put(event, centroid)
        self.linked.begin(event)
        self.dirty.add(event)

    def remove(self, event: str) -> list[tuple[Card, Member]]:
        """Takes an event out, and hands out its articles, which must be added elsewhere."""
        group, members = self.groups[event], self.members[event]
        self._close(event)
        self.linked.forget(event)
        self.dirty.discard(event)
        return [(card, members[card.article]) for card in group.cards]

    def _close(self, event: str) -> None:
        del self.groups[event], self.members[event], self._until[event]
        self._nearest.drop(event)
        self._postings.drop(event)

    def core(self, event: str) -> Core:
        """What the event is about, for the stories."""
        group = self.groups[event]
        return core(event, group.cards, self._until[event], group.centroid())

    # Candidates

    def ask(self, cards: Iterable[Card]) -> None:
        """Announces articles whose candidates will be asked for, which then costs less."""
        self._nearest.ask({card.article: card.vector for card in cards if card.vector})

    def candidates(self, card: Card) -> list[str]:
        """Events that the article could belong to: nearest by vector, and those sharing the rarest keys, none more than a week away."""

        def near(event: str) -> bool:
            group = self.groups[event]
            gap = apart(card.earliest, card.latest, group.first, group.last)
            return gap is None or gap <= ACTIVE

        found = set(self._postings.best(self._finders(card), self.seen.rarity, NEAREST, near))
        if card.vector:
            found.update(self._nearest.best(card.article, card.vector, NEAREST, near))
        return sorted(found)

    def _finders(self, card: Card) -> list[str]:
        """Kept for the articles that are asked for again and again within a day."""
        if card.article not in self._found:
            if len(self._found) >= KEPT:
                self._found.clear()
            self._found[card.article] = finders(card)
        return self._found[card.article]

    # Stories

    def story_of(self, event: str) -> str:
        """The key of the story of an event."""
        return self.linked.story_of(event)


def first_key(cards: Iterable[Card]) -> str:
    """The key of an event of these articles."""
    return min(map(key_of, cards))


def finders(card: Card) -> list[str]:
    """Keys that find candidates: names, places, days, figures and the weightiest words."""
    heaviest = sorted([(-weight, word) for word, weight in card.terms.items()])[:RAREST_WORDS]
    return [
        *(f"n:{key}" for key in sorted(card.entities)),
        *(f"p:{key}" for key in sorted(card.places)),
        *(f"d:{key}" for key in sorted(card.days)),
        *(f"f:{key}" for key in card.figures),
        *(f"w:{word}" for _, word in heaviest),
    ]
