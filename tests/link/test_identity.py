"""United entities are shown under one id, and readings stay as they are."""

from __future__ import annotations

from dragoman.link.identity import identities, rank, shown, surfaces
from dragoman.model.identity import Identities, Merge
from link.profiles import reading

MERGES = (
    Merge("person:bekele desta", "person:贝凯莱·德斯塔", 0.99, 3.0, "s1", "merging@1", (), ("ET",)),
    Merge("person:бекеле деста", "person:贝凯莱·德斯塔", 0.95, 2.0, "s1", "merging@1", (), ()),
)


def test_one_id_stands_for_all_and_the_order_of_unions_does_not_matter() -> None:
    found = identities(MERGES)
    assert found.members == {"person:bekele desta": ("person:bekele desta", "person:бекеле деста", "person:贝凯莱·德斯塔")}
    assert found.to == identities(MERGES[::-1]).to
    assert found.of("person:贝凯莱·德斯塔") == "person:bekele desta"
    assert found.of("person:nobody") == "person:nobody"
    assert found.parties == {"person:bekele desta": "ET"}


def test_somebody_known_stands_before_a_name_and_a_full_latin_name_before_others() -> None:
    ids = ["person:拉夫罗夫", "person:lavrov", "person:s. lavrov", "person:sergey-lavrov"]
    assert min(ids, key=rank) == "person:sergey-lavrov"
    assert min(ids[:3], key=rank) == "person:s. lavrov"


def test_a_reading_is_shown_under_the_one_id_with_the_party_that_another_text_tells() -> None:
    known = identities(MERGES)
    plain = reading("a1", "ru", ("Бекеле Деста", "person", None, None))
    one = shown(plain, known)
    assert one.mentions[0].entity == one.statements[0].speaker.entity == "person:bekele desta"
    assert one.mentions[0].party == one.statements[0].party == "ET"
    assert one.mentions[0].text == "Бекеле Деста"
    assert shown(plain, Identities()) is plain
    other = reading("a2", "en", ("Hanna Girma", "person", None, None))
    assert shown(other, known) is other


def test_an_entity_can_be_asked_for_by_any_of_its_names() -> None:
    known = identities(MERGES)
    assert {"贝凯莱·德斯塔", "bekele desta", "бекеле деста"} <= surfaces("person:bekele desta", known)
    assert "拉夫罗夫" in surfaces("person:sergey-lavrov", known)
