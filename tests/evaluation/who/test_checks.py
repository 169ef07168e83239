from __future__ import annotations

from typing import Any

import pytest

from dragoman.actors.records import shipped
from dragoman.evaluation.who.checks import faults


def of(table: dict[str, Any], name: str = "own/file.toml", required: tuple[str, ...] = ("en",)) -> list[str]:
    return [f"{fault.entry}: {fault.text}" for fault in faults({name: table}, required)]


def test_a_sound_file_of_a_party_has_no_fault() -> None:
    person = {
        "id": "ivan-proba",
        "en": "Ivan ~Proba",
        "ru": "Иван Проба",
        "roles": [["deputy-foreign-minister", "2020-01-01"]],
        "wikidata": "Q1",
    }
    office = {"id": "ru-tea-master", "full": "Tea Master of Russia", "organ": "ru-mfa", "en": "tea master"}
    organ = {"id": "ru-tea-house", "en": "Tea House of Russia"}
    metonym = {"of": "ru-tea-house", "ru": "Самовар"}
    assert of({"party": "RU", "organs": ["mfa"], "person": [person], "office": [office], "organ": [organ], "metonym": [metonym]}) == []


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ({"party": "QQ"}, "unknown party 'QQ'"),
        ({"party": "RU", "colour": 1}, "unknown key 'colour'"),
        ({"party": "RU", "organs": ["zoo"]}, "unknown common organ 'zoo'"),
        ({"party": "RU", "person": [{"id": "x", "en": "X", "colour": 1}]}, "person x: unknown key 'colour'"),
        ({"party": "RU", "person": [{"id": "x"}]}, "person x: no name in en"),
        ({"party": "RU", "person": [{"id": "x", "en": "X"}, {"id": "x", "en": "Y"}]}, "stands twice"),
        ({"party": "RU", "person": [{"id": "x", "en": "X", "country": "QQ"}]}, "no such country"),
        ({"party": "RU", "person": [{"id": "x", "en": "X", "roles": [["chief-cook"]]}]}, "unknown office 'chief-cook'"),
        ({"party": "RU", "person": [{"id": "x", "en": "Vladimir Putin"}]}, "the full name of 'vladimir-putin'"),
        ({"party": "RU", "person": [{"id": "x", "en": "X", "roles": [["president", "2020-01-01"]]}]}, "while 'vladimir-putin' holds it"),
        ({"party": "RU", "person": [{"id": "x", "en": "X", "wikidata": "Q159"}]}, "that of 'RU' already"),
        ({"party": "RU", "metonym": [{"of": "ru-zoo", "en": "Zoo"}]}, "no such organ"),
        ({"party": "RU", "office": [{"id": "ru-cook", "en": "cook", "organ": "ru-zoo"}]}, "no such organ"),
        ({"party": "RU", "office": [{"id": "ru-cook", "en": "cook"}]}, "needs `full`"),
        ({"colour": "red"}, "nothing reads it"),
    ],
)
def test_a_fault_is_named_with_its_entry(table: dict[str, Any], expected: str) -> None:
    assert any(expected in fault for fault in of(table)), of(table)


def test_a_person_written_anew_replaces_the_shipped_one() -> None:
    person = {"id": "vladimir-putin", "en": "Vladimir Putin", "roles": [["president", "2012-05-07"]]}
    assert of({"party": "RU", "person": [person]}) == []


def test_a_person_in_two_files_is_named_in_one_of_them() -> None:
    both = {
        "own/RU.toml": {"party": "RU", "person": [{"id": "x", "en": "X", "ru": "Икс"}]},
        "own/UN.toml": {"party": "UN", "person": [{"id": "x", "en": "X", "roles": [["Envoy", "2020"]]}]},
    }
    assert faults(both, ("en", "ru")) == ()


def test_bodies_are_checked_and_may_be_pointed_to() -> None:
    body = {"TEA": {"en": "Tea Council", "party": "UN"}}
    assert of(body, "own/bodies/own.toml") == []
    assert any("unknown party" in fault for fault in of({"TEA": {"en": "Tea Council", "party": "QQ"}}, "own/bodies/own.toml"))
    assert any("kind" in fault for fault in of({"TEA": {"en": "Tea Council", "kind": "club"}}, "own/bodies/own.toml"))
    assert any("a body is a table" in fault for fault in of({"TEA": "Tea Council"}, "own/bodies/own.toml"))
    both = {"own/bodies/own.toml": body, "own/TEA.toml": {"party": "TEA", "person": [{"id": "x", "en": "X"}]}}
    assert faults(both, ("en",)) == ()


def test_places_have_four_columns_and_a_known_country() -> None:
    assert of({"proba": ["RU", "Proba", "普罗巴", "Проба"]}, "own/cities.toml") == []
    assert of({"proba": ["QQ", "Proba", "普罗巴", "Проба"]}, "own/cities.toml")
    assert of({"proba": ["RU", "Proba"]}, "own/regions.toml")
    assert of({"proba": ["RU", "Проба", "普罗巴", "Проба"]}, "own/cities.toml")


def test_the_shipped_tables_are_those_that_are_read() -> None:
    names = set(shipped())
    assert {"parties/RU.toml", "bodies/un.toml", "cities.toml", "regions.toml"} <= names
