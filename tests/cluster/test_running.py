from dragoman.cluster.cores import Core
from dragoman.cluster.join import Seen
from dragoman.cluster.linked import Linked
from dragoman.cluster.running import continues, foretold, link

CASE = ("person:judge", "person:accused", "body:firm")


def made(day, article, names=CASE, days=(), words=("trial", "fraud", "court")):
    event = f"{day:07d} {article} {article}"
    spoken = dict.fromkeys(days, 2.0)
    return Core(event, day, day, None, dict.fromkeys(names, 2.0), {}, {"en": dict.fromkeys(words, 1.0)}, spoken, frozenset((day,)))


def linked(*cores):
    held = Linked()
    for core in cores:
        held.begin(core.event)
        held.put(core)
    return held


def test_an_event_continues_a_story_of_the_same_people_and_says_why():
    charge, verdict = made(1, "a"), made(20, "b")
    held = linked(charge, verdict)
    told = link([verdict.event], held, Seen())
    assert held.story_of(verdict.event) == charge.event
    assert {why.feature for why in told[verdict.event]} >= {"story names", "story apart"}


def test_a_country_in_common_is_not_enough():
    one, other = made(1, "a", ("RU", "person:a"), words=("gas",)), made(5, "b", ("RU", "person:b"), words=("ballet",))
    held = linked(one, other)
    assert link([other.event], held, Seen()) == {}
    assert held.story_of(other.event) == other.event


def test_a_day_that_was_announced_speaks_for_one_story():
    announced, held = made(1, "a", days=(12,)), made(12, "b")
    assert foretold(announced, held) == foretold(held, announced) == [12]
    assert foretold(made(1, "a", days=(13,)), held) == []
    plain = made(1, "a")
    assert continues(announced, held, Seen())[0] > continues(plain, held, Seen())[0]
    assert continues(announced, held, Seen()) == continues(held, announced, Seen())


def test_one_likeness_is_not_enough_where_the_story_as_a_whole_is_another():
    story = [made(day, f"a{day}", (f"person:{day}",), words=(f"word{day}",)) for day in range(1, 9)]
    odd, last = made(9, "odd"), made(12, "last")
    held = linked(*story, odd, last)
    held.unite({core.event for core in (*story, odd)})
    assert link([last.event], held, Seen()) == {}
