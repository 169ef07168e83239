from __future__ import annotations

from dragoman.annotate.mention_called import addressed, completed, dotted, touching
from dragoman.annotate.mention_glued_rules import rules_of
from dragoman.annotate.mention_rules import names_of
from dragoman.annotate.mention_spans import Span

RULES = rules_of("zh")


def cut(text: str, spans: list[Span]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def test_a_stray_character_between_a_name_and_a_mark_belongs_to_the_name() -> None:
    text = "出席的有王立连、陈光。"
    words = [(4, 6, "PER", 0.9), (6, 7, "p", 0.9), (7, 8, "w", 0.9)]
    assert cut(text, completed(text, [Span(4, 6, "person")], words, RULES)) == ["王立连"]


def test_a_verb_after_a_name_stays_outside() -> None:
    text = "王立说，会谈结束了。"
    words = [(0, 2, "PER", 0.9), (2, 3, "v", 0.9)]
    assert cut(text, completed(text, [Span(0, 2, "person")], words, RULES)) == ["王立"]


def test_a_surname_cut_off_its_given_name_is_joined_to_it() -> None:
    text = "编辑楼小雨校对"
    spans = [Span(2, 3, "person"), Span(3, 5, "person")]
    assert cut(text, touching(text, spans, RULES, names_of("zh").foreign)) == ["楼小雨"]


def test_a_dotted_foreign_name_is_one_person() -> None:
    text = "演员西德尼·波拉克出席"
    spans = [Span(2, 4, "place"), Span(6, 9, "person")]
    found = dotted(text, spans, "zh")
    assert [(text[span.start : span.end], span.type) for span in found] == [("西德尼·波拉克", "person")]


def test_a_dotted_name_is_whole_with_rare_characters_and_hyphens_and_without_the_office_in_front() -> None:
    text = "总理维斯久斯·卡齐泽-拉夫猜说。"
    spans = [Span(4, 8, "person"), Span(9, 11, "person")]
    assert cut(text, dotted(text, spans, "zh")) == ["维斯久斯·卡齐泽-拉夫猜"]


def test_a_country_before_a_dotted_name_stays_a_place() -> None:
    text = "法国卡特琳·马尔尚"
    spans = [Span(0, 2, "place"), Span(2, 5, "person"), Span(6, 9, "person")]
    assert cut(text, dotted(text, spans, "zh")) == ["法国", "卡特琳·马尔尚"]


def test_a_surname_is_a_mention_beside_an_office_and_not_beside_a_mere_courtesy() -> None:
    office, courtesy, pet = "胡主席到访", "胡女士到访", "小胡到访"
    assert cut(office, list(addressed(office, Span(0, 1, "person"), [], RULES))) == ["胡"]
    assert list(addressed(courtesy, Span(0, 3, "person"), [], RULES)) == []
    assert list(addressed(pet, Span(0, 2, "person"), [], RULES)) == []


def test_a_courtesy_is_enough_where_the_bearer_is_named_in_full() -> None:
    text = "胡春梅到访。胡女士说"
    full, short = Span(0, 3, "person"), Span(6, 9, "person")
    assert cut(text, list(addressed(text, short, [full, short], RULES))) == ["胡"]
