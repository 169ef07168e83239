from __future__ import annotations

import pytest

from dragoman.evaluation.who import fields


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("Лавров", "ru", True),
        ("NATO", "ru", True),
        ("ЧВК «Вагнер»", "ru", True),
        ("Lavrov", "zh", True),
        ("lavrov", "ru", False),
        ("Лавpов", "ru", False),
        ("Лавров", "en", False),
        ("拉夫罗夫", "ru", False),
        ("لافروف", "ar", True),
        ("M23运动", "zh", True),
        ("ラブロフ", "ja", True),
        ("Лавров", "ko", False),
    ],
)
def test_a_surface_is_written_in_the_script_of_its_language(text: str, language: str, right: bool) -> None:
    assert (fields.script_fault(text, language) is None) is right


def test_the_surname_mark_stands_once_before_the_surname() -> None:
    assert fields.mark_fault("Ursula ~von der Leyen") is None
    assert fields.mark_fault("Ursula ~~Leyen") is not None
    assert fields.mark_fault("Ursula ~ Leyen") is not None
    assert fields.mark_fault("Ursula~") is not None


def test_variants_are_parted_by_single_bars() -> None:
    assert not list(fields.surface_list("NATO|North Atlantic Treaty Organization", "en"))
    for broken in ("NATO||Alliance", "NATO| Alliance", "|NATO", ""):
        assert list(fields.surface_list(broken, "en")), broken
    assert list(fields.surface_list(["NATO"], "en"))


@pytest.mark.parametrize(
    ("row", "right"),
    [
        (["president"], True),
        (["president", "2012-05-07"], True),
        (["president", "", "2012"], True),
        (["president", "2012-05", "2012-05-07"], True),
        (["president", "2012-13"], False),
        (["president", "7 May 2012"], False),
        (["president", "2013", "2012-05-07"], False),
        (["president", "2012", "2013", "2014"], False),
        ("president", False),
    ],
)
def test_a_role_is_an_office_with_dates_in_order(row: object, right: bool) -> None:
    assert (not list(fields.row_faults(row))) is right


def test_ids_and_items_are_well_formed() -> None:
    assert not list(fields.slug_fault({"id": "sergey-lavrov"}))
    assert list(fields.slug_fault({"id": "Sergey Lavrov"}))
    assert not list(fields.item_fault({"wikidata": "Q159"}))
    assert not list(fields.item_fault({}))
    for wrong in ("159", "Q0", "q159", 159):
        assert list(fields.item_fault({"wikidata": wrong})), wrong


def test_unknown_keys_are_named() -> None:
    (fault,) = fields.unknown_keys({"id": "x", "colour": "red"}, frozenset({"id"}))
    assert "'colour'" in fault


def test_a_required_name_that_is_missing_is_a_fault() -> None:
    assert list(fields.surfaces_of({"en": "Lavrov"}, ("zh", "en"))) == ["no name in zh"]
