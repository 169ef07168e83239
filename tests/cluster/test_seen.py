import pytest

from dragoman.cluster.card import card
from dragoman.cluster.seen import Seen, kinds


def test_a_key_never_seen_is_rare_and_a_common_one_is_not(made):
    seen = Seen()
    for number in range(200):
        seen.add(card(made(f"x{number}", entities=("RU",) if number else ("RU", "NATO"))))
    seen.refresh()
    assert seen.rarity("n:nobody") > seen.rarity("n:NATO") > 0.8 > 0.2 > seen.rarity("n:RU")


def test_what_is_taken_back_was_never_counted(made):
    seen, one = Seen(), card(made("a1", "Talks in Geneva", entities=("RU",)))
    seen.add(one)
    seen.remove(one)
    assert (seen.articles, seen.counts) == (0, {"w": {}, "n": {}, "p": {}, "d": {}, "f": {}})


def test_rarities_stand_still_until_counts_have_changed_enough(made):
    seen = Seen()
    for number in range(40):
        seen.add(card(made(f"x{number}", entities=("RU",))))
    stamp, before = seen.stamp, seen.rarity("n:US")
    seen.add(card(made("y", entities=("US",))))
    assert (seen.stamp, seen.rarity("n:US")) == (stamp, before)
    seen.refresh()
    assert seen.rarity("n:US") < before


def test_keys_name_their_kind(made):
    one = card(made("a1", "Geneva", entities=("RU",), places=("geneva",), days=("2022-01-10",), figures=((12.0, "person"),)))
    assert {kind: len(list(keys)) for kind, keys in kinds(one)} == {"w": 1, "n": 1, "p": 1, "d": 1, "f": 1}


def test_what_is_weighed_is_damped_by_how_common_it_is(made):
    seen = Seen()
    for number in range(40):
        seen.add(card(made(f"x{number}", entities=("RU",))))
    seen.refresh()
    weighed = seen.weigh("n", {"RU": 2.0, "NATO": 3.0})
    assert weighed.of("RU") == 2.0 * seen.rarity("n:RU")
    assert weighed.of("NATO") == 3.0
    assert weighed.total == weighed.of("RU") + weighed.of("NATO")
    assert weighed.norm**2 == pytest.approx(weighed.of("RU") ** 2 + weighed.of("NATO") ** 2)
