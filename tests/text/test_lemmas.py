from __future__ import annotations

import pymorphy3
import pytest

from dragoman.text.lemmas import (
    agree,
    gender,
    genitive,
    is_given_name,
    is_person_noun,
    is_word,
    lemma,
    lemmas,
    mostly_word,
    nominative,
)


def test_russian_and_ukrainian_words_go_back_to_their_base_form() -> None:
    assert lemma("переговоров", "ru") == "переговоры"
    assert lemma("України", "uk") == "україна"


def test_an_unknown_language_keeps_the_word() -> None:
    assert lemmas("Foo", "tlh") == ("foo",)


@pytest.mark.parametrize(
    ("phrase", "person", "base"),
    [
        ("Сергеем Лавровым", True, "Сергей Лавров"),
        ("Марии Захаровой", True, "Мария Захарова"),
        ("Анналеной Бербок", True, "Анналена Бербок"),
        ("Министерством иностранных дел", False, "Министерство иностранных дел"),
        ("Северной Кореей", False, "Северная Корея"),
        ("НАТО", False, "НАТО"),
    ],
)
def test_a_name_is_put_into_the_nominative(phrase: str, person: bool, base: str) -> None:
    assert nominative(phrase.split(), "ru", person) == base


def test_languages_without_inflection_tables_give_no_nominative() -> None:
    assert nominative(["Angela", "Merkel"], "de", True) is None


def test_a_surname_stays_as_written_behind_a_given_name_in_the_nominative() -> None:
    assert nominative(["Бола", "Тинубу"], "ru", True) == "Бола Тинубу"
    assert nominative(["Алассан", "Уаттара"], "ru", True) == "Алассан Уаттара"
    assert nominative(["Дональда", "Трампа"], "ru", True) == "Дональд Трамп"
    assert nominative(["Джо", "Байдена"], "ru", True) == "Джо Байден"


def test_the_dictionary_tells_words_from_names() -> None:
    assert is_word("тюрьма", "ru")
    assert not is_word("Иванов", "ru")
    assert not is_word("Фрчжк", "ru")
    assert is_person_noun("Прислуга", "ru")
    assert not is_person_noun("Тюрьма", "ru")
    assert is_given_name("Сергеем", "ru")
    assert not is_given_name("столом", "ru")
    assert mostly_word("Тем", "ru")
    assert not mostly_word("Москва", "ru")
    assert is_word("уряд", "uk")
    assert not is_word("Зеленський", "uk")
    assert not is_word("house", "tlh")


def test_cases_of_words() -> None:
    assert genitive("Франции", "ru")
    assert not genitive("Франция", "ru")
    assert agree("Радия", "Сафина", "ru")
    assert not agree("Петрова", "Сергеем", "ru")


def test_parses_stand_in_the_order_of_pymorphy3() -> None:
    plain = pymorphy3.MorphAnalyzer(lang="ru")  # type: ignore[attr-defined, no-untyped-call]
    for word in ("стали", "россии", "берег", "быстрее", "захаровой", "тинубу", "и", "вашингтоне", "xyz"):
        found = list(dict.fromkeys(parse.normal_form.replace("ё", "е") for parse in plain.parse(word)))
        assert list(lemmas(word, "ru")) == found


def test_a_given_name_in_front_or_a_patronymic_tells_the_gender_and_a_surname_does_not() -> None:
    assert gender(["Мария", "Захарова"], "ru") == "femn"
    assert gender(["Дмитрий", "Песков"], "ru") == "masc"
    assert gender(["Сергей", "Викторович", "Лавров"], "ru") == "masc"
    assert gender(["Юха", "Лайне"], "ru") is None
    assert gender(["Лайне"], "ru") is None
    assert gender(["Maria", "Weber"], "en") is None
