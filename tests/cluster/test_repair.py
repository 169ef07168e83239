from msgspec.structs import replace

from dragoman.cluster.card import card
from dragoman.cluster.repair import merge, split
from dragoman.cluster.state import State
from dragoman.cluster.windows import key_of
from dragoman.model.story import Member

TALKS = ("Missile talks in Geneva", "Negotiators met in Geneva to discuss missiles, exercises and the limits of the alliance.")
TENNIS = ("Tennis star loses visa case", "A court rejected the appeal of the tennis player against the loss of his visa.")


def one(made, article, topic, entities, vector):
    found = card(made(article, *topic, day="2022-01-10", entities=entities))
    return replace(found, vector=vector)


def put(state, event, *cards):
    for article in cards:
        state.add(article, event, Member(article.article, 1.0))
    return event


def test_events_that_began_apart_become_one_under_the_first_key_and_so_do_their_stories(made):
    state = State()
    cards = [one(made, f"a{number}", TALKS, ("NATO", "RU", "person:x"), (1.0, 0.0)) for number in range(3)]
    keys = [put(state, key_of(article), article) for article in cards]
    state.linked.unite({keys[1], "0000001 elsewhere x"})
    merge(state)
    assert set(state.groups) == {keys[0]}
    assert sorted(state.members[keys[0]]) == ["a0", "a1", "a2"]
    assert set(state.linked.events) == {"0000001 elsewhere x"}


def test_an_event_of_two_halves_is_parted_and_stays_one_story(made):
    state = State()
    talks = [one(made, f"a{number}", TALKS, ("NATO", "RU", "person:x"), (1.0, 0.0)) for number in range(3)]
    tennis = [one(made, f"b{number}", TENNIS, ("AU", "person:n"), (0.0, 1.0)) for number in range(3)]
    event = put(state, key_of(talks[0]), *talks, *tennis)
    split(state)
    other = key_of(tennis[0])
    assert {key: sorted(members) for key, members in state.members.items()} == {event: ["a0", "a1", "a2"], other: ["b0", "b1", "b2"]}
    assert state.story_of(event) == state.story_of(other) == event


def test_an_event_of_one_piece_stays_whole(made):
    state = State()
    put(state, "0000005 a0 x", *(one(made, f"a{number}", TALKS, ("NATO", "RU"), (1.0, number / 10)) for number in range(8)))
    split(state)
    assert len(state.groups) == 1
