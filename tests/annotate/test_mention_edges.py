from __future__ import annotations

from dragoman.annotate.mention_edges import echoes, in_brackets, parted, whole_persons
from dragoman.annotate.mention_spans import Span


def span(text: str, surface: str, kind: str = "person", by: str = "tagger") -> Span:
    start = text.index(surface)
    return Span(start, start + len(surface), kind, by=by)


def cut(text: str, spans: list[Span]) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.type) for one in spans]


def test_a_list_is_parted() -> None:
    text = "Голы: Орлов, Зайцев. Приехали: Перу • Чили."
    found = parted(text, [span(text, "Орлов, Зайцев"), span(text, "Перу • Чили", "place")], "ru")
    assert [surface for surface, _ in cut(text, found)] == ["Орлов", "Зайцев", "Перу", "Чили"]


def test_nouns_for_people_in_front_of_a_name_are_no_part_of_it() -> None:
    text = "Прислуга Ковальски молчит, Пилоты Ryanair бастуют."
    found = parted(text, [span(text, "Прислуга Ковальски"), span(text, "Пилоты Ryanair", "organisation")], "ru")
    assert cut(text, found) == [("Ковальски", "person"), ("Ryanair", "organisation")]


def test_a_word_with_the_capital_of_its_sentence_is_no_person() -> None:
    text = "Хакер взломал сайт. Тюрьма пуста. Иванов ушёл."
    found = parted(text, [span(text, "Хакер"), span(text, "Тюрьма"), span(text, "Иванов")], "ru")
    assert cut(text, found) == [("Иванов", "person")]


def test_given_name_and_surname_side_by_side_are_one_person() -> None:
    text = "После ухода Радия Сафина вернулся Олег Иванов."
    found = whole_persons(text, [span(text, "Радия"), span(text, "Сафина"), span(text, "Олег Иванов")], "ru")
    assert [surface for surface, _ in cut(text, found)] == ["Радия Сафина", "Олег Иванов"]


def test_two_people_side_by_side_stay_two() -> None:
    text = "Адвокат Петрова Сергей Иванов пришёл."
    assert len(whole_persons(text, [span(text, "Петрова"), span(text, "Сергей Иванов")], "ru")) == 2


def test_initials_belong_to_the_name() -> None:
    text = "Приказ подписал Д.Орлов, его готовил Зайцев А. П. вчера."
    found = whole_persons(text, [span(text, "Орлов"), span(text, "Зайцев")], "ru")
    assert [surface for surface, _ in cut(text, found)] == ["Д.Орлов", "Зайцев А. П."]


def test_a_foreign_given_name_that_the_tagger_left_belongs_to_the_name() -> None:
    text = "Победила Мукаши Браун."
    assert cut(text, whole_persons(text, [span(text, "Браун")], "ru")) == [("Мукаши Браун", "person")]


def test_names_in_brackets_are_of_the_type_of_the_name_in_front() -> None:
    text = "Билл Коллинз (Bill Collins) и Союз ткачей «Нить» (СТН) спорят."
    found = in_brackets(text, [span(text, "Билл Коллинз"), span(text, "Союз ткачей «Нить»", "organisation")], "ru")
    assert cut(text, found) == [("Bill Collins", "person"), ("СТН", "organisation")]


def test_a_name_found_elsewhere_is_found_again_but_a_word_is_not() -> None:
    text = "Ryanair растёт. Акции Ryanair и «Мира» падают. Мир изменился. Мира нет."
    tagged = [Span(22, 29, "organisation"), span(text, "Мира", "organisation")]
    assert [(one.start, one.type) for one in echoes(text, tagged, "ru")] == [(0, "organisation")]
