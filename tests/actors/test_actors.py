from __future__ import annotations

import itertools
import re
from collections import Counter

import pytest
from wordfreq import zipf_frequency

from dragoman import actors
from dragoman.actors.people import tenures
from dragoman.actors.records import LANGUAGES

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def surfaces(language: str, entity: str) -> set[str]:
    return {name.text for name in actors.names(language) if name.entity == entity}


def test_every_id_is_there_once_and_finds_its_actor() -> None:
    ids = Counter(actor.id for actor in actors.all_actors())
    assert max(ids.values()) == 1
    assert all(actors.get(actor.id) is actor for actor in actors.all_actors())


def test_every_party_and_country_is_an_actor() -> None:
    for actor in actors.all_actors():
        assert actor.party is None or actors.get(actor.party) is not None, actor
        assert actor.country is None or actors.get(actor.country) is not None, actor
        assert all(role.party is None or actors.get(role.party) is not None for role in actor.roles), actor


def test_every_actor_has_a_chinese_english_and_russian_name() -> None:
    for actor in actors.all_actors():
        assert {"zh", "en", "ru"} <= {code for code, names in actor.names.items() if names}, actor.id
        assert set(actor.names) <= set(LANGUAGES), actor.id
        assert all(text == text.strip() and text for names in actor.names.values() for text in names), actor.id


def test_every_name_is_written_in_its_script() -> None:
    for actor in actors.all_actors():
        for text in actor.names["zh"]:
            assert re.search(r"[\u4e00-\u9fff]", text), (actor.id, text)
        for code in ("ru", "uk"):
            for text in actor.names.get(code, ()):
                assert re.search(r"[\u0400-\u04ff]", text) or text.isascii(), (actor.id, text)
                mixed = [word for word in re.findall(r"\w+", text) if re.search(r"[a-zA-Z]", word) and re.search(r"[\u0400-\u04ff]", word)]
                assert not mixed, (actor.id, text)
        assert not any(re.search(r"[\u0400-\u04ff\u4e00-\u9fff]", text) for text in actor.names["en"]), actor.id


def test_wikidata_items_are_well_formed_and_name_one_actor_each() -> None:
    items = Counter(actor.wikidata for actor in actors.all_actors() if actor.wikidata)
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in items)
    assert [item for item, times in items.items() if times > 1] == []
    assert actors.get("UA").wikidata == "Q212"  # type: ignore[union-attr]


def test_terms_of_office_are_dates_in_order() -> None:
    for actor in actors.all_actors():
        for role in actor.roles:
            assert all(DATE.fullmatch(day) for day in (role.since, role.until) if day), actor.id
            assert role.until is None or role.since is None or role.since <= role.until, actor.id
        assert list(actor.roles) == sorted(actor.roles, key=lambda role: role.since or ""), actor.id


def test_no_office_of_one_has_two_holders_but_on_a_day_of_handover() -> None:
    for office in actors.offices():
        rows = [one for one in tenures() if one.office == office.id and not office.several]
        for before, after in itertools.pairwise(rows):
            ended, began = before.until or "", after.since or ""
            shown = min(len(ended), len(began))
            assert shown, (office.id, before.person, after.person)
            assert ended[:shown] <= began[:shown], (office.id, before, after)


def test_every_office_has_titles_and_an_organ_that_exists() -> None:
    for office in actors.offices():
        assert {"zh", "en", "ru"} <= set(office.titles), office.id
        assert office.organ is None or actors.get(office.organ) is not None, office.id
        assert actors.office(office.id) is office


def test_no_english_surface_of_a_person_or_body_is_an_everyday_word() -> None:
    for name in actors.names("en"):
        if " " not in name.text and name.type != "place" and not name.text.isupper():
            assert zipf_frequency(name.text.lower(), "en") < 5, name


def test_single_letters_are_only_short_forms_of_countries() -> None:
    for language in ("zh", "en", "ru", "fr", "ja"):
        assert {name.kind for name in actors.names(language) if len(name.text) == 1} <= {"short"}


def test_latin_abbreviations_stand_in_texts_of_every_language() -> None:
    for language in ("zh", "ru", "ar", "pl", "xx"):
        assert {"NATO", "OSCE", "IAEA"} <= {name.text for name in actors.names(language) if name.kind == "abbreviation"}, language


def test_there_are_at_least_250_bodies_and_every_country() -> None:
    kinds = Counter(actor.kind for actor in actors.all_actors())
    assert kinds["country"] == 195
    assert kinds["territory"] == 55
    assert kinds["body"] + kinds["group"] >= 250


@pytest.mark.parametrize(
    ("language", "entity", "expected"),
    [
        ("zh", "RU", {"俄罗斯", "俄", "俄方", "俄羅斯"}),
        ("zh", "person:vladimir-putin", {"普京", "普丁", "弗拉基米尔·普京"}),
        ("zh", "person:donald-trump", {"特朗普", "川普"}),
        ("zh", "NATO", {"北约", "北約", "NATO"}),
        ("en", "US", {"U.S.", "US", "United States", "American"}),
        ("en", "org:ru-presidency", {"Kremlin"}),
        ("ru", "org:ru-mfa", {"МИД России", "Смоленская площадь"}),
        ("uk", "OSCE", {"ОБСЄ", "OSCE"}),
        ("fr", "person:vladimir-putin", {"Vladimir Poutine", "Poutine"}),
        ("de", "person:emmanuel-macron", {"Emmanuel Macron", "Macron"}),
    ],
)
def test_surfaces_of_well_known_actors(language: str, entity: str, expected: set[str]) -> None:
    assert expected <= surfaces(language, entity)


@pytest.mark.parametrize(
    ("office", "day", "holder"),
    [
        ("office:us-secretary-of-state", "2022-01-12", "person:antony-blinken"),
        ("office:ru-foreign-minister", "2022-01-12", "person:sergey-lavrov"),
        ("office:nato-secretary-general", "2022-01-12", "person:jens-stoltenberg"),
        ("office:nato-secretary-general", "2025-01-12", "person:mark-rutte"),
        ("office:osce-chairman", "2022-01-13", "person:zbigniew-rau"),
        ("office:gb-prime-minister", "2022-10-01", "person:liz-truss"),
        ("office:cn-foreign-minister", "2023-03-01", "person:qin-gang"),
    ],
)
def test_who_held_an_office_on_a_day(office: str, day: str, holder: str) -> None:
    assert actors.holders(office, day) == (holder,)
    assert office in actors.held(holder, day)


def test_the_party_of_a_person_follows_the_day() -> None:
    assert actors.party("person:mark-rutte", "2020-01-01") == "NL"
    assert actors.party("person:mark-rutte", "2024-12-01") == "NATO"
    assert actors.party("person:zbigniew-rau", "2021-06-01") == "PL"
    assert actors.party("person:zbigniew-rau", "2022-01-13") == "OSCE"
    assert actors.party("person:alexei-navalny") is None
    assert actors.party("nobody") is None


def test_a_town_belongs_to_its_country_and_a_forum_to_nobody() -> None:
    assert actors.party("place:geneva") == "CH"
    assert actors.party("org:nato-russia-council") is None
    assert actors.party("UNSC") == "UN"
    assert actors.capital("US") == "place:washington"


def test_every_capital_is_a_city_of_the_tables() -> None:
    for actor in actors.all_actors():
        if actor.kind == "country" and actors.capital(actor.id) is not None:
            assert actors.get(actors.capital(actor.id) or "") is not None, actor.id


def test_display_falls_back_to_english_and_then_to_the_id() -> None:
    assert actors.display("RU", "zh") == "俄罗斯"
    assert actors.display("org:hamas", "pl") == "Hamas"
    assert actors.display("nobody", "en") == "nobody"


def test_an_unknown_language_gets_what_it_can() -> None:
    assert len(actors.names("xx")) > 50
    assert {"Rosja"} <= surfaces("pl", "RU")


def test_names_are_made_once_a_language() -> None:
    assert actors.names("zh") is actors.names("zh")
