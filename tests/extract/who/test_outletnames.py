from __future__ import annotations

import pytest

from dragoman.extract.who.outletnames import ends_as_one, is_legal_form, is_no_person, without_legal_form


@pytest.mark.parametrize("name", ["Example News", "示例网", "Beispielzeitung Nachrichten", "Пример Новости"])
def test_names_of_outlets_are_known_by_their_end(name: str) -> None:
    assert ends_as_one(name)


def test_a_name_that_a_person_can_have_is_no_proof() -> None:
    assert ends_as_one("The Example Post")
    assert not is_no_person("Emily Post")
    assert is_no_person("The Example Gazette")
    assert not is_no_person("Jane Example")


def test_the_form_of_a_company_is_no_part_of_its_name() -> None:
    assert without_legal_form("Example Media GmbH & Co. KG") == "Example Media"
    assert without_legal_form("Example, Inc.") == "Example"
    assert is_legal_form("Inc.")
    assert not is_legal_form("Example Inc.")
