from __future__ import annotations

import pytest

from dragoman.actors.people import offices, organs, people, surname_of, surnames, tenures
from dragoman.actors.places import bodies
from dragoman.actors.records import entries


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Vladimir Putin", "Putin"),
        ("Ursula ~von der Leyen", "von der Leyen"),
        ("~Xi Jinping", "Xi"),
        ("让-伊夫·勒德里昂", "勒德里昂"),
        ("ジョー・バイデン", "バイデン"),
        ("习近平", None),
        ("Naruhito", None),
    ],
)
def test_the_surname_is_the_last_part_unless_marked(name: str, surname: str | None) -> None:
    assert surname_of(name) == surname


def test_no_mark_is_left_in_a_name() -> None:
    assert not any("~" in text for person in people().values() for names in person.names.values() for text in names)


def test_surnames_belong_to_people() -> None:
    assert all(person in people() and surname for person, _, surname in surnames())


def test_every_role_that_looks_like_a_key_is_an_office() -> None:
    for party, entry in entries("person"):
        for kind, *_ in entry.get("roles", ()):
            assert kind != kind.lower() or any(office in offices() for office in (f"office:{kind}", f"office:{party.lower()}-{kind}")), kind


def test_metonyms_stand_for_organs_that_exist() -> None:

    for party, entry in entries("metonym"):
        assert "of" not in entry or f"org:{entry['of']}" in {**organs(), **bodies()}, (party, entry)


def test_an_organ_by_pattern_is_named_in_three_languages() -> None:
    found = organs()["org:ua-mfa"]
    assert "乌外交部" in found.names["zh"]
    assert "Ukrainian Foreign Ministry" in found.names["en"]
    assert "МИД Украины" in found.names["ru"]
    assert "МЗС України" in found.names["uk"]


def test_tenures_name_offices_and_people_that_exist() -> None:
    assert all(one.office in offices() and one.person in people() for one in tenures())


def test_one_person_in_two_party_files_keeps_both_careers() -> None:
    assert {role.party for role in people()["person:donald-tusk"].roles} == {"EU", "PL"}


def test_a_family_name_that_stands_first_does_so_in_every_language() -> None:
    own = {(language, surname) for person, language, surname in surnames() if person == "person:xi-jinping"}
    assert own == {("en", "Xi"), ("ru", "Си"), ("uk", "Сі"), ("ar", "شي")}
