"""People's words on stories: transitive, the latest counts, undone ones do not, and any partition can be made to obey them."""

import random

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.cluster.rulings import Overruled, obeyed, rulings
from dragoman.model.identity import Judgement
from dragoman.model.ids import story_id
from dragoman.model.story import Rulings

AT = "2022-01-12T00:00:00+00:00"
NAMES = "abcdefgh"


def said(n, kind, ones, others, undone=None):
    ones, others = tuple(ones), tuple(others)
    return Judgement(n, kind, ones[0], others[0], AT, "ann", undone, ones, others)


def test_what_is_joined_is_joined_for_all():
    ruled, overruled = rulings([said(1, "merge", "a", "bc"), said(2, "merge", "d", "c")])
    assert ruled.together == (("a", "b"), ("a", "c"), ("a", "d"))
    assert (ruled.apart, overruled) == ((), ())
    assert ruled.by == {"a": "judgement 1", "b": "judgement 1", "c": "judgement 2", "d": "judgement 2"}


def test_what_leaves_stays_together_and_is_parted_from_all_that_it_left():
    ruled, _ = rulings([said(1, "split", "ab", "cd")])
    assert ruled.together == (("a", "b"),)
    assert ruled.apart == (("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"))


def test_of_contradicting_words_the_latest_counts_and_it_is_told():
    merged = said(1, "merge", "abc", "de")
    ruled, overruled = rulings([merged, said(2, "split", "c", "abde")])
    assert ruled.together == (("a", "b"), ("a", "d"), ("a", "e"))
    assert overruled == (Overruled(1, 2, ("c",)),)
    ruled, overruled = rulings([said(1, "split", "ax", "bcd"), said(2, "merge", "a", "b")])
    assert ruled.together == (("a", "b"),)
    assert ruled.apart == (("b", "x"), ("c", "x"), ("d", "x"))
    assert overruled == (Overruled(1, 2, ("a",)),)


def test_an_undone_word_and_words_on_names_do_not_count():
    words = [said(1, "split", "a", "b", undone=AT), Judgement(2, "same", "person:a", "person:b", AT)]
    assert rulings(words) == (Rulings(), ())


def test_a_word_goes_over_to_the_version_that_took_an_article_s_place():
    ruled, _ = rulings([said(1, "merge", "a", "b")], {"a": "z", "b": "b"})
    assert ruled.together == (("b", "z"),)


def test_what_belongs_together_goes_where_most_of_it_is():
    home = dict.fromkeys("abc", "s1") | dict.fromkeys("de", "s2")
    assert obeyed(home, Rulings((("a", "b"), ("a", "d")))) == {"d": "s1"}
    assert obeyed(home, Rulings()) == {}
    assert obeyed(home, Rulings((("a", "gone"),), (("b", "gone"),))) == {}


def test_what_must_leave_is_what_disagrees_with_most():
    home = dict.fromkeys("abcd", story_id("a"))
    assert obeyed(home, Rulings((), (("a", "b"), ("a", "c"), ("a", "d")))) == {"a": story_id("a#2")}
    assert obeyed(home, Rulings((), (("a", "d"),))) == {"d": story_id("d")}
    pair = obeyed(home, Rulings((("c", "d"),), (("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"))))
    assert pair == {"c": story_id("c"), "d": story_id("c")}


@st.composite
def words(draw):
    made = []
    for n in range(1, draw(st.integers(1, 6)) + 1):
        names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=5, unique=True))
        cut = draw(st.integers(1, len(names) - 1))
        made.append(said(n, draw(st.sampled_from(("merge", "split"))), names[:cut], names[cut:]))
    return made


@given(words(), st.lists(st.sampled_from(("s1", "s2", "s3")), min_size=len(NAMES), max_size=len(NAMES)), st.integers(0, 9))
def test_every_partition_can_obey_any_words(spoken, stories, seed):
    ruled, overruled = rulings(spoken)
    assert rulings(random.Random(seed).sample(spoken, len(spoken))) == (ruled, overruled)
    home = dict(zip(NAMES, stories, strict=True))
    after = {**home, **obeyed(home, ruled)}
    assert all(after[one] == after[other] for one, other in ruled.together)
    assert all(after[one] != after[other] for one, other in ruled.apart)
    assert obeyed(after, ruled) == {}
    last = spoken[-1]
    assert not [one for one in overruled if one.n == last.n]
    sides = {after[name] for name in last.ones}, {after[name] for name in last.others}
    assert len(sides[0]) == 1
    assert sides[0] == sides[1] if last.kind == "merge" else not sides[0] & sides[1]


def test_nothing_said_of_an_article_twice_changes_its_last_word():
    first = said(1, "merge", "a", "b")
    ruled, _ = rulings([first, replace(first, n=2)])
    assert ruled.by == {"a": "judgement 2", "b": "judgement 2"}
