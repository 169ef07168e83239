from __future__ import annotations

from dragoman.actors.records import load, split
from dragoman.actors.territories import countries, country_surfaces, extra, locale, script, territory_name


def test_members_and_others_do_not_overlap() -> None:
    table = load("countries.toml")
    members, others = split(table["members"]), split(table["others"])
    assert not set(members) & set(others)
    assert len(members) == 195


def test_tables_speak_only_of_iso_codes() -> None:
    table = load("countries.toml")
    known = set(countries())
    names = load("country_names.toml")
    assert set(names) == {"name", "short", "abbreviation", "demonym", "genitive"}
    assert all(set(rows) <= known for kinds in names.values() for rows in kinds.values())
    assert set(table["capitals"]) <= known
    assert set(table["wikidata"]) <= known
    assert set(table["parents"]) <= known
    assert set(table["parents"].values()) <= known


def test_our_everyday_name_stands_before_cldrs() -> None:
    assert countries()["RU"].names["zh"][0] == "俄罗斯"
    assert countries()["GB"].names["en"][0] == "United Kingdom"
    assert countries()["CI"].names["zh-Hant"] == ("象牙海岸", "科特迪瓦")


def test_sides_of_talks_are_made_from_short_forms() -> None:
    assert {"俄方", "美方", "中方"} <= {name.text for name in country_surfaces("zh") if name.kind == "metonym"}


def test_at_least_a_hundred_countries_have_demonyms_in_english_and_russian() -> None:
    assert sum(bool(extra(code, "demonym", "en")) for code in countries()) > 150
    assert sum(bool(extra(code, "demonym", "ru")) for code in countries()) > 100


def test_a_language_that_cldr_does_not_know_has_no_names() -> None:
    assert locale("xx") is None
    assert territory_name("RU", "xx") is None


def test_scripts_come_from_cldr() -> None:
    assert [script(code) for code in ("zh", "zh-Hant", "ru", "ar", "de", "xx")] == ["Hans", "Hant", "Cyrl", "Arab", "Latn", "Latn"]
