from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.annotate.times import Times
from dragoman.model.annotations import Sentence, TimeExpression
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
UNKNOWN = Published()


def times(
    text: str, language: str, published: str | None = "2022-01-12", between: tuple[str, str] | None = None
) -> tuple[TimeExpression, ...]:
    when = Published(
        value=published,
        precision="day" if published else "unknown",
        earliest=between[0] if between else None,
        latest=between[1] if between else None,
    )
    article = Article(
        id="a1", url="u", source=SourceRef("s", "S"), title="", text=text, language=language,
        language_evidence=LanguageEvidence("test", 1.0), published=when,
    )  # fmt: skip
    ends = [m.span() for m in re.finditer(r"[^.。！？\n]+[.。！？\n]*", text)]
    return Times().annotate(Reading(article=article, sentences=tuple(Sentence(*span) for span in ends))).times


def values(text: str, language: str, **about: object) -> list[tuple[str, str | None]]:
    return [(item.text, item.value) for item in times(text, language, **about)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Officials are meeting Wednesday.", "en", [("Wednesday", "2022-01-12")]),
        ("They met on Monday and will meet again on Friday.", "en", [("Monday", "2022-01-10"), ("Friday", "2022-01-14")]),
        ("Last month, a list was released.", "en", [("Last month", "2021-12")]),
        ("Talks are scheduled for January 20-21.", "en", [("January 20-21", "2022-01-20/2022-01-21")]),
        ("The summit was held in early December.", "en", [("early December", "2021-12")]),
        ("A 2008 summit agreed; the union fell in 1991.", "en", [("2008", "2008"), ("1991", "1991")]),
        ("It began on Dec. 30, 2021 at 10 p.m.", "en", [("Dec. 30, 2021 at 10 p.m.", "2021-12-30T22:00")]),
        ("计划1月20日至21日举行会谈。", "zh", [("1月20日至21日", "2022-01-20/2022-01-21")]),
        ("双方于去年11月下旬通话。", "zh", [("去年11月下旬", "2021-11")]),
        ("2021年12月30日晚通话，同月7日曾会晤，次日返回。", "zh", [("2021年12月30日晚", "2021-12-30TNI"), ("同月7日", "2021-12-07"), ("次日", "2021-12-08")]),
        ("2020年7月底、9月底各有一轮。", "zh", [("2020年7月底", "2020-07"), ("9月底", "2020-09")]),
        ("他上周五抵达，下周三将离开。", "zh", [("上周五", "2022-01-07"), ("下周三", "2022-01-19")]),
        ("２０２１年３月３１日发布。", "zh", [("２０２１年３月３１日", "2021-03-31")]),
        ("Встреча прошла 30 декабря.", "ru", [("30 декабря", "2021-12-30")]),
        ("Переговоры состоятся с 20 по 21 января.", "ru", [("с 20 по 21 января", "2022-01-20/2022-01-21")]),
        ("В прошлую пятницу стороны договорились.", "ru", [("В прошлую пятницу", "2022-01-07")]),
        ("В конце июля 2021 года подписан договор.", "ru", [("В конце июля 2021 года", "2021-07")]),
        ("Накануне он прибыл.", "ru", [("Накануне", "2022-01-11")]),
    ],
)  # fmt: skip
def test_times_resolve_against_the_article(text: str, language: str, wanted: list[tuple[str, str]]) -> None:
    assert values(text, language) == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Version 20.1.3 scored 3:2 with $2,021 and 1,999 points.", "en"),
        ("He may march with 2021 soldiers.", "en"),
        ("Резолюция 2202 принята 15 голосами.", "ru"),
        ("第2号决议，比分3:2，售价2021元。", "zh"),
    ],
)
def test_other_numbers_are_no_dates(text: str, language: str) -> None:
    assert [item for item in times(text, language) if item.earliest] == []


def test_a_limit_in_days_is_a_duration_and_no_date() -> None:
    (found,) = times("请在30日内联系。", "zh")
    assert (found.type, found.value, found.earliest) == ("duration", "P30D", None)


def test_an_interval_of_publication_and_the_text_itself_settle_the_year() -> None:
    text = "2021年12月30日双方通话。按计划，1月9日至10日将会谈。12月7日曾会晤。"
    found = values(text, "zh", published=None, between=("2021-12-30", "2022-01-09"))
    assert found == [("2021年12月30日", "2021-12-30"), ("1月9日至10日", "2022-01-09/2022-01-10"), ("12月7日", "2021-12-07")]


def test_a_part_of_a_month_says_which_days_it_covers() -> None:
    (found,) = times("11月下旬通话。", "zh")
    assert (found.precision, found.earliest, found.latest) == ("part of month", "2021-11-21", "2021-11-30")


def test_spans_are_the_words_of_the_text() -> None:
    text = "On Monday, Jan. 10, talks began; a week later they ended."
    for found in times(text, "en"):
        assert text[found.start : found.end] == found.text


def _seed(name: str, first: str, last: str) -> str:
    if not SEEDS.is_dir():
        pytest.skip("../shared is not here")
    text = (SEEDS / name).read_text("utf-8")
    body = text[text.index(first) : text.index(last)]
    return "\n\n".join(line.strip() for line in body.splitlines() if line.strip() and "<" not in line)


def test_the_dates_of_the_chinese_capture_are_right() -> None:
    text = _seed("000_48131511dd111f45.txt", "当地时间", "特别声明")
    found = times(text, "zh", published=None, between=("2021-12-30", "2022-01-09"))
    starts = {(item.value or "").split("/")[0][:10] for item in found}
    wanted = "2021-12-30 2021-12-07 2021-06-16 2021-07 2021-09 2021-11-01 2021-11 2022-01-09 2022-01-12 2022-01-13"
    assert set(wanted.split()) <= starts
    assert any(item.value == "2022-01-09/2022-01-10" for item in found)


def test_the_dates_of_the_english_capture_are_right() -> None:
    text = _seed("004_5184e04d2e382097.txt", "BRUSSELS", "Dixon reported")
    found = {(item.text, item.value) for item in times(text, "en")}
    wanted = {("Wednesday", "2022-01-12"), ("Monday", "2022-01-10"), ("Tuesday", "2022-01-11"), ("Last month", "2021-12"), ("2008", "2008")}
    assert wanted <= found


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Зустріч відбулася 30 грудня, переговори відбудуться з 20 по 21 січня.", "uk", ["2021-12-30", "2022-01-20/2022-01-21"]),
        ("La rencontre a eu lieu le 30 décembre ; une autre aura lieu du 20 au 21 janvier.", "fr", ["2021-12-30", "2022-01-20/2022-01-21"]),
        ("Das Treffen fand am 30. Dezember statt, vor zwei Monaten, Ende Juli 2021.", "de", ["2021-12-30", "2021-11", "2021-07"]),
        ("La reunión fue el 30 de diciembre, hace dos meses, a finales de julio de 2021.", "es", ["2021-12-30", "2021-11", "2021-07"]),
        ("会談は12月30日に行われた。翌日、2022年1月9日午前10時30分。", "ja", ["2021-12-30", "2021-12-31", "2022-01-09T10:30"]),
        ("عقد الاجتماع في 30 ديسمبر/كانون الأول. ٩ يناير ٢٠٢٢.", "ar", ["2021-12-30", "2022-01-09"]),
        ("Spotkanie 2021-12-30, 25.10.2021.", "pl", ["2021-12-30", "2021-10-25"]),
    ],
)
def test_other_languages_know_the_common_forms(text: str, language: str, wanted: list[str]) -> None:
    assert [item.value for item in times(text, language)] == wanted


def test_a_date_of_last_month_is_not_taken_for_one_of_next_year() -> None:
    assert values("The offer was extended until Jan. 20.", "en") == [("Jan. 20", "2022-01-20")]
    assert values("It was signed on Dec. 20.", "en") == [("Dec. 20", "2021-12-20")]


def test_an_abbreviation_does_not_cut_a_weekday_from_its_plan() -> None:
    found = values("He cancelled plans to meet U.S. leaders on Friday.", "en", published="2022-01-12")
    assert found == [("Friday", "2022-01-14")]
