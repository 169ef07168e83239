"""Languages are found by their folder, and the neutral one serves every other."""

from __future__ import annotations

from dragoman import languages


def test_every_folder_with_a_card_is_a_language() -> None:
    assert {"zh", "en", "ru", "uk", "fr", "ar", "ja"} <= set(languages.codes())
    assert languages.NEUTRAL not in languages.codes()


def test_a_region_or_script_does_not_hide_the_language() -> None:
    assert languages.get("zh-Hant").code == "zh"
    assert languages.get("en_GB").name == "English"


def test_an_unknown_language_gets_the_neutral_card_under_its_own_code() -> None:
    card = languages.get("qq")
    assert (card.code, card.direction) == ("qq", "ltr")
    assert card.quotes == languages.get("xx").quotes


def test_a_missing_table_falls_back_to_the_neutral_one_and_then_to_nothing() -> None:
    assert languages.table("qq", "furniture") == languages.table("xx", "furniture")
    assert languages.table("en", "no-such-table") == {}
    assert languages.own_table("qq", "no-such-table") is None
    assert languages.words("qq", "no-such-list") == frozenset()


def test_tables_come_with_the_neutral_one_last() -> None:
    assert list(languages.tables("furniture"))[-1] == "xx"


def test_direction_and_spacing_are_facts_of_the_card() -> None:
    assert languages.get("ar").direction == "rtl"
    assert not languages.get("ja").spaced
