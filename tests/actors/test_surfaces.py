from __future__ import annotations

import pytest

from dragoman.actors.surfaces import office_named, plain, surfaces_of


def test_surfaces_are_sorted_and_never_twice() -> None:
    for language in ("zh", "en", "ru"):
        names = surfaces_of(language)
        assert len(names) == len(set(names))
        assert list(names) == sorted(names, key=lambda name: (name.text, name.entity, name.kind))
        assert {name.language for name in names} == {language}


def test_traditional_forms_come_with_the_simplified_ones() -> None:
    texts = {name.text for name in surfaces_of("zh")}
    assert {"歐盟", "白宮", "聯合國", "布魯塞爾"} <= texts


def test_kinds_tell_what_a_surface_is() -> None:
    kinds = {(name.text, name.kind) for name in surfaces_of("en")}
    assert {("NATO", "abbreviation"), ("Kremlin", "metonym"), ("Moscow", "capital"), ("Putin", "surname"), ("Russian", "demonym")} <= kinds
    chinese = {(name.text, name.kind) for name in surfaces_of("zh")}
    assert {("俄", "short"), ("普京", "surname"), ("习近平", "name")} <= chinese


def test_people_without_a_form_of_their_own_keep_the_english_one_in_latin_script() -> None:
    assert "Joe Biden" in {name.text for name in surfaces_of("it")}
    assert "Joe Biden" not in {name.text for name in surfaces_of("ar")}


@pytest.mark.parametrize(
    ("role", "party", "language", "office"),
    [
        ("Russian foreign minister", "RU", "en", "office:ru-foreign-minister"),
        ("US secretary of state", "US", "en", "office:us-secretary-of-state"),
        ("главой МИД России", "RU", "ru", "office:ru-foreign-minister"),
        ("俄外长", "RU", "zh", "office:ru-foreign-minister"),
        ("俄外長", "RU", "zh", "office:ru-foreign-minister"),
    ],
)
def test_the_words_of_a_role_name_an_office(role: str, party: str, language: str, office: str) -> None:
    found = office_named(role, party, language)
    assert found is not None
    assert found.id == office


@pytest.mark.parametrize(
    ("role", "party", "language"),
    [
        ("spokesman for the Russian foreign minister", "RU", "en"),
        ("former Russian foreign minister", "RU", "en"),
        ("前俄外长", "RU", "zh"),
        ("советник президента России", "RU", "ru"),
        ("Norwegian gardener", "NO", "en"),
    ],
)
def test_another_office_made_of_a_title_is_not_that_office(role: str, party: str, language: str) -> None:
    assert office_named(role, party, language) is None


def test_titles_are_compared_in_base_forms() -> None:
    assert plain("главой МИД", "ru") == plain("Глава МИД", "ru")
