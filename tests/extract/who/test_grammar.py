from __future__ import annotations

import re

import pytest

from dragoman.extract.who import grammar

SECTIONS = {
    "byline": ("patterns", "inside"),
    "contributor": ("patterns", "last", "trailing"),
    "dateline": ("patterns",),
    "origin": ("patterns", "text"),
}


def test_parts_are_put_in_and_quantifiers_left() -> None:
    table = {"parts": {"surname": "[ab]", "name": "{surname}c{1,2}"}}
    assert re.fullmatch(grammar.filled("{name}-{surname}{2}", table), "acc-ba")
    assert not re.fullmatch(grammar.filled("{name}", table), "ccc")


def test_a_part_that_no_table_has_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        grammar.filled("{nobody}", {})


def test_every_pattern_of_every_language_compiles() -> None:
    count = sum(len(grammar.forms(section, key)) for section, keys in SECTIONS.items() for key in keys)
    assert count > 60


def test_labels_mean_roles_that_exist() -> None:
    roles = {"author", "contributor", "editor", "translator", "photographer", "outlet", "other"}
    assert set(grammar.labels("marked").values()) | set(grammar.labels("plain").values()) <= roles


@pytest.mark.parametrize("name", ["Reuters", "dpa/AFP", "EFE y Europa Press", "新华社", "ТАСС", "رويترز", "共同", "연합뉴스"])
def test_agencies_are_told_from_outlets(name: str) -> None:
    assert grammar.is_agency(name)


@pytest.mark.parametrize("name", ["The Harbour Review", "海港日报", "", "Reuters and friends of the press"])
def test_outlets_are_no_agencies(name: str) -> None:
    assert not grammar.is_agency(name)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("Agência Serrana", True), ("港湾通信社", True), ("وكالة الأفق", True), ("agência de viagens", False), ("Northbank Agency", False)],
)
def test_agencies_are_told_by_the_form_of_their_names(name: str, is_one: bool) -> None:
    assert grammar.is_agency(name) is is_one


def test_an_agency_stands_before_the_signs_of_editors() -> None:
    assert grammar.signed_agency("dpa/abc") == "dpa"
    assert grammar.signed_agency("dpa/AFP") is None
    assert grammar.signed_agency("Gazette/abc") is None
