import numpy as np

from dragoman.cluster.cores import Core
from dragoman.cluster.linked import Linked
from dragoman.cluster.windows import RUNNING


def made(day, article, names=(), vector=None):
    event = f"{day:07d} {article} {article}"
    return Core(event, day, day, vector, dict.fromkeys(names, 1.0), {}, {}, {}, frozenset((day,)))


def held(*cores):
    linked = Linked()
    for core in cores:
        linked.begin(core.event)
        linked.put(core)
    return linked


def test_a_new_event_is_a_story_of_its_own_and_united_ones_bear_the_first_key():
    one, two, three = made(1, "a"), made(2, "b"), made(3, "c")
    linked = held(one, two, three)
    assert linked.story_of(two.event) == two.event
    assert linked.unite({two.event, three.event}) == two.event
    assert linked.unite({one.event} | linked.events[two.event]) == one.event
    assert linked.events == {one.event: {one.event, two.event, three.event}}


def test_an_event_that_is_no_more_leaves_its_story():
    one, two = made(1, "a"), made(2, "b")
    linked = held(one, two)
    linked.unite({one.event, two.event})
    linked.changed.clear()
    linked.forget(two.event)
    assert linked.events == {one.event: {one.event}}
    assert linked.changed == {two.event}


def test_candidates_share_a_rare_name_or_a_vector_and_are_no_more_than_weeks_away():
    vector = np.asarray([1.0, 0.0], dtype=np.float32)
    near, alike, late = made(10, "a", ("person:x",)), made(12, "b", vector=vector), made(20 + 2 * RUNNING, "c", ("person:x",), vector)
    linked = held(near, alike, late)
    asked = made(15, "d", ("person:x",), vector)
    assert linked.candidates(asked, lambda key: 1.0) == [near.event, alike.event]
    linked.ask([asked])
    assert linked.candidates(asked, lambda key: 1.0) == [near.event, alike.event]


def test_what_ended_long_ago_is_dropped_with_its_story():
    one, two, three = made(1, "a"), made(20, "b"), made(3, "c")
    linked = held(one, two, three)
    linked.unite({one.event, two.event})
    linked.advance(10 + RUNNING)
    assert set(linked.cores) == {two.event}
    assert linked.chains == {one.event: one.event, two.event: one.event}
