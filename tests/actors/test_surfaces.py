from __future__ import annotations

from dragoman.actors.surfaces import surfaces_of


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
