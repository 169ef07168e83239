"""The cast of a story hangs on its articles only, in any order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.link.cast import cast, gathered, pairs, profiles, same_name, seal
from link.profiles import profile, reading

READINGS = (
    reading("a1", "zh", ("贝凯莱·德斯塔", "person", "水利部长", "ET"), ("扎尔诺沃", "place", None, None)),
    reading("a2", "en", ("Bekele Desta", "person", "water minister", "ET"), ("Hanna Girma", "person", "economist", None)),
    reading("a3", "ru", ("Бекеле Деста", "person", None, None), ("Зарново", "place", None, None)),
)


def test_an_entity_has_a_profile_in_each_language() -> None:
    found = {(one.id, one.language): one for one in profiles(READINGS)}
    desta = found["person:bekele desta", "en"]
    assert (desta.names, desta.roles, desta.parties, desta.articles, desta.days) == (
        ("Bekele Desta",),
        ("water minister",),
        ("ET",),
        ("a2",),
        ("2023-05-11",),
    )
    assert "minister" in desta.offices
    assert desta.own


def test_pairs_are_of_one_type_and_different_ids() -> None:
    found = cast("s1", READINGS)
    ids = {frozenset((pair.one, pair.other)) for pair in found.pairs}
    assert frozenset(("person:bekele desta", "person:贝凯莱·德斯塔")) in ids
    assert all(pair.one != pair.other and pair.one.split(":")[0] == pair.other.split(":")[0] for pair in found.pairs)
    assert found.languages == ("en", "ru", "zh")


@settings(deadline=None)  # the first call loads the spellings
@given(st.permutations(READINGS))
def test_the_order_of_arrival_does_not_matter(order) -> None:
    assert cast("s1", order) == cast("s1", READINGS)


def test_the_seal_changes_with_articles_and_makers_only() -> None:
    rows = [("a1", ("x@1",)), ("a2", ("x@1",))]
    assert seal(rows) == seal(reversed(rows))
    assert len({seal(rows), seal(rows[:1]), seal([("a1", ("x@2",)), ("a2", ("x@1",))])}) == 3


def test_nobody_is_compared_with_himself_or_two_known_ones_with_each_other() -> None:
    known = [profile("Sergey Lavrov", "en", own=False, id="person:sergey-lavrov"), profile("拉夫罗夫", "zh", own=False, id="person:x")]
    assert pairs(known, {}) == ()
    assert pairs([profile("Ann Lee", "en"), profile("Ann Lee", "fr")], {}) == ()


def test_profiles_of_several_stories_are_gathered() -> None:
    one = gathered([profile("Desta", "en", party="ET", article="a1"), profile("Bekele Desta", "en", article="a2", id="person:desta")])
    assert one.names[0] == "Bekele Desta"
    assert (one.parties, one.articles) == (("ET",), ("a1", "a2"))


def test_spellings_of_one_name_share_their_parts() -> None:
    assert same_name(profile("Sam Greene", "en"), profile("Sam A. Greene", "en"))
    assert not same_name(profile("Sam Greene", "en"), profile("Ann Greene", "en"))


def test_a_name_that_a_text_gives_twice_is_stated() -> None:
    text = "库列巴(Enrique Mora)说。"
    made = reading("a1", "zh", ("x", "person", None, None))
    mention = replace(made.mentions[0], start=0, end=3, text="库列巴", normal=None, name="库列巴", entity="person:库列巴")
    (found,) = profiles([replace(made, article=replace(made.article, text=text), mentions=(mention,))])
    assert found.stated == ("Enrique Mora",)
