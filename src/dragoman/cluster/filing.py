"""Filing: each article into the event and the story it belongs to. One article at a time as they come (`place`), and day by day in
canonical order (`replay`; `refile` for all days at once), so that the stories are a function of the articles and not of the order in which
they arrived."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.cluster.card import Card, card
from dragoman.cluster.changes import gone, homes
from dragoman.cluster.cores import core
from dragoman.cluster.corrected import corrected
from dragoman.cluster.placing import place
from dragoman.cluster.replay import Record, days, run
from dragoman.cluster.running import link
from dragoman.cluster.state import State, first_key
from dragoman.cluster.telling import grown, story
from dragoman.cluster.weighing import running
from dragoman.cluster.weights import Weights, weights
from dragoman.cluster.windows import ACTIVE, RUNNING, canonical, day_of, event_of, story_of, until
from dragoman.model.codec import to_json
from dragoman.model.filing import Placed, Written
from dragoman.model.ids import digest
from dragoman.model.reading import Reading
from dragoman.model.story import UNRULED, Member, Rulings, Story

__all__ = ["Filing", "canonical"]

SHOWN = 20_000
"""Stories kept at hand while articles come in; those that are over go first."""


class Filing:
    """The filer of the line."""

    name = "filing"
    version = "2"

    def __init__(self, by: Weights | None = None, open_ended: bool = False) -> None:
        """By what to weigh, if not as it ships. `open_ended` is for a heap of which some articles have no date: to these, which come last,
        no event is over."""
        self.weights = by
        self.open_ended = open_ended

    def start(self) -> State:
        """A desk without stories."""
        return State(self.weights, self.open_ended)

    def file(self, reading: Reading, state: State) -> tuple[State, tuple[Story, ...]]:
        """Files one reading: the state that follows and the story that changed."""
        return self.place(card(reading), state)

    def place(self, article: Card, state: State) -> tuple[State, tuple[Story, ...]]:
        """Files one card. The state is handed back changed: the old one must not be used again."""
        state.advance(day_of(article))
        state.count(day_of(article), (article,), now=False)
        event = place(article, state, self.by)
        state.linked.put(state.core(event))
        if len(state.groups[event].cards) == 1:
            link([event], state.linked, state.seen)
        state.dirty.clear()
        state.linked.changed.clear()
        changed = _shown(article, event, state)
        if len(state.shown) > SHOWN:
            state.forget()
        return state, (changed,)

    def resume(self, cards: Iterable[Card], stories: Sequence[Story]) -> State:
        """The state of a desk that holds these stories. Only the articles whose cards are given are compared with; the others stay members
        of their stories."""
        state = self.start()
        by_article = {article.article: article for article in cards}
        for day, held in days(by_article.values()):
            state.count(day, held, now=False)
        for told in sorted(stories, key=lambda one: one.id):
            events: dict[str, list[tuple[Card, Member]]] = {}
            for member in told.members:
                if member.article in by_article and not member.roundup:
                    events.setdefault(member.event, []).append((by_article[member.article], member))
            keys = [_restore(pairs, state) for _, pairs in sorted(events.items())]
            if keys:
                state.linked.unite(keys)
                state.shown[told.id] = told
                state.told.update(dict.fromkeys(keys, told.id))
        state.seen.refresh()
        return state

    def refile(
        self, cards: Sequence[Card], old: Sequence[Story] = (), rulings: Rulings = UNRULED
    ) -> tuple[tuple[Story, ...], tuple[tuple[str, str], ...]]:
        """All articles filed anew in canonical order: the stories, and (old id, new id) of every old story that is no more. What people
        said (`rulings`) is obeyed."""
        state, record = self.start(), Record()
        for day, held in days(cards):
            record.changes(state, day, run(state, day, held, self.by))
        stories = tell(record, {article.article: article for article in cards}, rulings)
        return stories, gone(homes(old), homes(stories))

    def restore(self, held: Written, cards: Mapping[str, Card], counted: Iterable[Card], day: int) -> State:
        """The state in which a replay finds itself before `day` (of undated articles: after the last dated day, which is then given).
        `held` is what was in force, `cards` are those of its articles, `counted` those of the week before."""
        state = self.start()
        for filed, ones in days(counted):
            state.count(filed, ones, now=False)
        events: dict[str, list[Placed]] = {}
        for one in held.placed:
            events.setdefault(one.event, []).append(one)
        for chain in held.chained:
            if chain.story:
                state.linked.restore(chain.event, chain.story)
        for event, placed in sorted(events.items()):
            ordered = sorted(placed, key=lambda one: canonical(cards[one.article]))
            last = max(until(cards[one.article]) for one in ordered)
            if last >= day - ACTIVE:
                for one in ordered:
                    state.add(cards[one.article], event, one.member)
            if last >= day - RUNNING:
                state.linked.put(core(event, [cards[one.article] for one in ordered], last))
        state.linked.prune()
        state.dirty.clear()
        state.linked.changed.clear()
        return state

    @property
    def made_by(self) -> str:
        """Names the maker of slips and of what is written down: other weights, or another kind of card, and all is filed anew."""
        numbers = (to_json(self.weights or weights()), to_json(running()), " ".join(Card.__struct_fields__))
        return f"{self.by}+{digest(*numbers)}"

    @property
    def by(self) -> str:
        """What members say of who filed them."""
        return f"{self.name}@{self.version}"


def tell(record: Record, cards: Mapping[str, Card], rulings: Rulings = UNRULED) -> tuple[Story, ...]:
    """The stories of a record, as people corrected them, sorted by id."""
    found, roundups = corrected(record, rulings)
    return tuple(story(name, found[name], cards, roundups.get(name, ())) for name in sorted(found))


def _restore(pairs: Sequence[tuple[Card, Member]], state: State) -> str:
    key = first_key(article for article, _ in pairs)
    for article, member in sorted(pairs, key=lambda pair: canonical(pair[0])):
        state.add(article, key, member)
    state.linked.put(state.core(key))
    return key


def _shown(article: Card, event: str, state: State) -> Story:
    """The story as it is shown now that the article is in it."""
    member = state.members[event][article.article]
    known = next((state.told[one] for one in sorted(state.linked.events[state.story_of(event)]) if one in state.told), None)
    if known is None:
        made = story(story_of(event), [Placed(article.article, 0, event, member)], {article.article: article})
    else:
        made = grown(state.shown[known], Member(member.article, member.score, member.why, member.by, event_of(event)), article)
    state.told[event] = made.id
    state.shown[made.id] = made
    return made
