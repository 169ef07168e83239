from __future__ import annotations

from typing import Any

from dragoman.evaluation.who.terms import doubles, overlaps


def table(*people: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {"parties/XX.toml": {"party": "XX", "person": list(people)}}


def person(identity: str, *roles: list[str], en: str = "") -> dict[str, Any]:
    return {"id": identity, "en": en or identity, "roles": list(roles)}


def found(*people: dict[str, Any]) -> list[str]:
    return [text for _, _, text in overlaps(table(*people), lambda party, kind, card: kind == "president")]


def test_two_people_may_not_bear_one_full_name() -> None:
    assert list(doubles(table(person("a", en="Ivan Petrov"), person("b", en="Ivan ~Petrov"))))
    assert not list(doubles(table(person("a", en="Petrov"), person("b", en="Petrov"))))
    assert not list(doubles({**table(person("a", en="Ivan Petrov")), "parties/YY.toml": {"person": [person("a", en="Ivan Petrov")]}}))


def test_a_single_holder_office_has_one_holder_at_a_time() -> None:
    assert found(person("a", ["president", "2000", "2004-05-01"]), person("b", ["president", "2004-04-01"]))
    assert found(person("a", ["president", "2000"]), person("b", ["president", "2004"]))


def test_the_day_of_handover_belongs_to_both() -> None:
    assert not found(person("a", ["president", "2000-01-01", "2004-05-01"]), person("b", ["president", "2004-05-01"]))
    assert not found(person("a", ["president", "2000-01-01", "2004"]), person("b", ["president", "2004-05-01"]))


def test_offices_of_several_and_terms_without_dates_are_not_compared() -> None:
    assert not found(person("a", ["minister", "2000"]), person("b", ["minister", "2001"]))
    assert not found(person("a", ["president"]), person("b", ["president", "2001"]))
    assert not found(person("a", ["president", "2000", "2004"], ["president", "2002"]))
