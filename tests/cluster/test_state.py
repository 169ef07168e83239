from dragoman.cluster.card import card
from dragoman.cluster.state import NEAREST, State
from dragoman.model.story import Member


def filed(*readings):
    state = State()
    for reading in readings:
        state.add(card(reading), f"s-{reading.article.id}", Member(reading.article.id, 1.0))
    return state


def test_candidates_share_a_vector_or_a_rare_key(made):
    state = filed(
        made("a1", "Missile talks", day="2022-01-10", entities=("person:x",)),
        made("a2", "Football cup", day="2022-01-10", entities=("person:y",)),
    )
    assert state.candidates(card(made("a3", "导弹会谈", "", "zh", day="2022-01-10", entities=("person:x",)))) == ["s-a1"]
    bare = card(made("a4", "", "", day="2022-01-10", entities=("person:x",)))
    assert state.candidates(bare) == ["s-a1"]


def test_stories_that_ended_long_ago_are_no_candidates(made):
    state = filed(made("a1", "Missile talks", day="2022-01-10", entities=("person:x",)))
    assert state.candidates(card(made("a2", "Missile talks", day="2022-06-10", entities=("person:x",)))) == []


def test_there_are_only_so_many_candidates(made):
    state = filed(*(made(f"a{number:03}", "Missile talks", f"number {number}", day="2022-01-10") for number in range(100)))
    assert NEAREST <= len(state.candidates(card(made("b", "Missile talks", day="2022-01-10")))) <= 2 * NEAREST


def test_a_story_taken_out_is_found_no_more(made):
    reading = made("a1", "Missile talks", entities=("person:x",))
    state = filed(reading)
    state.remove("s-a1")
    assert state.candidates(card(reading)) == []
    assert state.groups == {} == state.members
