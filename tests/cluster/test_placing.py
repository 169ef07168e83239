from dragoman.cluster.card import card
from dragoman.cluster.join import Group
from dragoman.cluster.placing import QUORUM_FROM, place, quorum
from dragoman.cluster.state import State
from dragoman.cluster.windows import event_of, key_of


def test_an_article_joins_the_event_it_is_about_and_another_starts_one(made):
    state = State()
    facts = {"day": "2022-01-10", "entities": ("NATO", "RU", "person:x")}
    first = card(made("a1", "Missile talks in Geneva", "Negotiators met in Geneva to discuss missiles.", **facts))
    event = place(first, state, "me")
    assert event == key_of(first)
    assert (
        place(card(made("a2", "Missile talks in Geneva", "In Geneva negotiators met to discuss missiles.", **facts)), state, "me") == event
    )
    other = place(card(made("a3", "Tennis star loses case", "A court rejected the appeal.", day="2022-01-10")), state, "me")
    assert other != event
    (why,) = state.members[other]["a3"].why
    assert (why.feature, state.members[other]["a3"].by) == ("first", "me")
    assert event_of(event) in why.detail or why.detail == "no story like it"


def test_a_larger_event_asks_its_members_one_by_one(made):
    group = Group("e")
    for number in range(QUORUM_FROM):
        group.add(
            card(made(f"a{number}", f"Subject {number}", f"entirely different matter number {number}", entities=(f"person:{number}",)))
        )
    stranger = card(made("b", "Weather", "Rain is coming to the hills", entities=("person:z",)))
    assert not quorum(stranger, group, State().seen)
    small = Group("s")
    small.add(stranger)
    assert quorum(stranger, small, State().seen)
