from __future__ import annotations

import pytest

from dragoman.annotate.taggers.inflected import Inflected


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Звіт готує Міністерство розвитку громад і сьогодні подасть.", ("Міністерство розвитку громад", "organisation")),
        ("Скаргу подав до суду Вищий суд учора.", ("Вищий суд", "organisation")),
        ("За даними «Сонячної долини», дощу не буде.", ("Сонячної долини", "organisation")),
        ("Минулого року концерн Nord Wind 2 AG збанкрутував.", ("Nord Wind 2 AG", "organisation")),
        ("Тоді все змінив Панасенко.", ("Панасенко", "person")),
        ("Про це розповів Гнат Дзюбенко.", ("Гнат Дзюбенко", "person")),
    ],
)
def test_names_are_found_by_their_words_and_endings(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in [(text[start:end], kind) for start, end, kind, _ in Inflected("uk").tag(text)]


def test_words_of_the_language_at_the_start_of_a_sentence_are_no_names() -> None:
    text = "Економіка зростає. Жителі раді. Навіть Марченко радий."
    assert [text[start:end] for start, end, _, _ in Inflected("uk").tag(text)] == ["Марченко"]


def test_a_run_in_two_scripts_is_two_names() -> None:
    text = "Учора для Skyways Тарас Ткачук підписав угоду."
    found = [(text[start:end], kind) for start, end, kind, _ in Inflected("uk").tag(text)]
    assert found == [("Skyways", "organisation"), ("Тарас Ткачук", "person")]


def test_an_acronym_in_front_of_a_given_name_is_a_body() -> None:
    text = "Очільник МВС Тарас Ткачук вийшов."
    found = [(text[start:end], kind) for start, end, kind, _ in Inflected("uk").tag(text)]
    assert found == [("МВС", "organisation"), ("Тарас Ткачук", "person")]


def test_an_attribute_in_front_of_a_place_is_no_given_name() -> None:
    text = "Дощ ішов там, де Верхня Гава тече."
    assert [(start, end) for start, end, kind, _ in Inflected("uk").tag(text) if kind == "person"] == []
