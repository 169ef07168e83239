from dragoman.cluster.corrected import corrected
from dragoman.cluster.replay import Record
from dragoman.cluster.windows import story_of
from dragoman.model.filing import Chained, Placed
from dragoman.model.story import UNRULED, Member, Rulings

ONE, TWO = "0000001 a1 a1", "0000001 b1 b1"


def record():
    placed = [Placed(name, 1, ONE if name[0] == "a" else TWO, Member(name, 0.8)) for name in ("a1", "a2", "a3", "b1", "b2", "b3")]
    return Record(placed, [Chained(ONE, 1, ONE), Chained(TWO, 1, TWO)])


def parted(rulings):
    found, _ = corrected(record(), rulings)
    return {story: sorted(one.article for one in placed) for story, placed in found.items()}


def test_nothing_is_corrected_where_nobody_spoke():
    assert parted(UNRULED) == {story_of(ONE): ["a1", "a2", "a3"], story_of(TWO): ["b1", "b2", "b3"]}


def test_what_was_named_moves_and_says_who_moved_it():
    words = Rulings((("a1", "b1"), ("a1", "a2")), (), {"b1": "judgement 4"})
    found, _ = corrected(record(), words)
    moved = next(one.member for one in found[story_of(ONE)] if one.article == "b1")
    assert (moved.by, moved.score, moved.why[0].feature) == ("judgement 4", 1.0, "judgement")
    assert parted(words) == {story_of(ONE): ["a1", "a2", "a3", "b1"], story_of(TWO): ["b2", "b3"]}


def test_what_came_later_goes_along_with_most_of_its_event():
    words = Rulings((("a1", "a2"), ("a1", "a3"), ("a1", "b1"), ("a1", "b2")))
    assert parted(words) == {story_of(ONE): ["a1", "a2", "a3", "b1", "b2", "b3"]}


def test_what_was_set_apart_is_apart():
    assert parted(Rulings((), (("a1", "a3"), ("a2", "a3"))))[story_of(ONE)] == ["a1", "a2"]
