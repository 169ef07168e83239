from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.annotate.figures import Figures
from dragoman.annotate.times import Times
from dragoman.model.annotations import Figure, Mention, Sentence
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
PARTIES = {
    "Russia": "RU",
    "NATO": "NATO",
    "北约": "NATO",
    "俄罗斯": "RU",
    "Россия": "RU",
    "НАТО": "NATO",
    "United States": "US",
    "США": "US",
}


def figures(text: str, language: str, published: str | None = "2022-01-12") -> tuple[Figure, ...]:
    when = Published(value=published, precision="day" if published else "unknown", earliest=None if published else "2021-12-30")
    article = Article("a1", "u", SourceRef("s", "S"), "", text, language, LanguageEvidence("test", 1.0), published=when)
    sentences = tuple(Sentence(*m.span()) for m in re.finditer(r"(?:[^.。！？\n]|\.(?!\s|$))+[.。！？\n]*\s*", text))
    mentions = tuple(
        Mention(m.start(), m.end(), m.group(), "place", entity=PARTIES[m.group()])
        for m in re.finditer("|".join(map(re.escape, PARTIES)), text)
    )
    reading = Times().annotate(Reading(article=article, sentences=sentences, mentions=mentions))
    return Figures().annotate(reading).figures


@pytest.mark.parametrize(
    ("text", "language", "slot", "value", "unit"),
    [
        ("Russia deployed about 100,000 troops to the border.", "en", "troops:RU#border", 100_000, None),
        ("More than 10,000 Russian troops began exercises.", "en", "troops:RU#exercise", 10_000, None),
        ("The call lasted about 50 minutes.", "en", "duration#call", 50, "minute"),
        ("The 50-minute call went well.", "en", "duration#call", 50, "minute"),
        ("The United States gave $2.5 billion in aid.", "en", "money:aid:US", 2.5e9, "USD"),
        ("Inflation rose to 7.5 percent.", "en", "percent:inflation", 7.5, "percent"),
        ("对于这次大约50分钟的通话，双方满意。", "zh", "duration#call", 50, "minute"),
        ("俄罗斯在边境部署约10万士兵。", "zh", "troops:RU#deployment", 100_000, None),
        ("Россия разместила у границы около 100 тысяч военных.", "ru", "troops:RU#border", 100_000, None),
        ("Разговор длился 50 минут.", "ru", "duration#call", 50, "minute"),
        ("США выделили 2,5 млрд долларов военной помощи.", "ru", "money:aid:US", 2.5e9, "USD"),
    ],
)
def test_a_figure_says_what_it_counts(text: str, language: str, slot: str, value: float, unit: str | None) -> None:
    (found,) = figures(text, language)
    assert (found.slot, found.value, found.unit) == (slot, value, unit)
    assert found.label


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("NATO expanded from 16 to 30 members.", "en"),
        ("北约成员国数量从冷战时的16个增至30个。", "zh"),
        ("Число членов НАТО выросло с 16 до 30.", "ru"),
    ],
)
def test_a_change_gives_two_figures_in_two_slots(text: str, language: str) -> None:
    assert [(one.slot, one.value) for one in figures(text, language)] == [("members:NATO~before", 16), ("members:NATO", 30)]


def test_counts_of_other_things_never_share_a_slot() -> None:
    text = "Russia has 100,000 troops at the border. Some 10,000 Russian troops are in exercises."
    one, other = figures(text, "en")
    assert one.slot != other.slot


def test_the_dead_are_not_counted_for_those_who_struck() -> None:
    (found,) = figures("Russia fired missiles, killing 12 people.", "en")
    assert found.slot.startswith("dead")
    assert found.party is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On January 9, 2022, at 10:30, Article 5 and Resolution 2202 were read.", "en"),
        ("The 5th round, the F-16 and the S-400, version 2.0.1, score 3:2.", "en"),
        ("Two weeks ago they met for the third time.", "en"),
        ("第30届会议于1月9日10时30分举行，第2号决议。", "zh"),
        ("请在30日内联系。", "zh"),
        ("Статья 5 и резолюция 2202 приняты 9 января 2022 года в 10:30.", "ru"),
    ],
)
def test_dates_names_and_ordinals_are_no_figures(text: str, language: str) -> None:
    assert figures(text, language) == ()


def test_evidence_is_the_clause_and_holds_number_and_noun() -> None:
    text = "Talks went on; Russia keeps about 100,000 troops at the border, officials say."
    (found,) = figures(text, "en")
    assert text[found.evidence.start : found.evidence.end] == found.evidence.text
    assert found.evidence.text == "Russia keeps about 100,000 troops at the border"


def test_a_figure_holds_as_of_the_date_beside_it() -> None:
    (found,) = figures("As of January 9, 12 people were killed.", "en")
    assert found.as_of == "2022-01-09"


def _seed(name: str, first: str, last: str) -> str:
    if not SEEDS.is_dir():
        pytest.skip("../shared is not here")
    text = (SEEDS / name).read_text("utf-8")
    body = text[text.index(first) : text.index(last)]
    return "\n\n".join(line.strip() for line in body.splitlines() if line.strip() and "<" not in line)


def test_the_figures_of_the_chinese_capture_are_found() -> None:
    found = {
        (one.slot, one.value, one.approximate) for one in figures(_seed("000_48131511dd111f45.txt", "当地时间", "特别声明"), "zh", None)
    }
    assert {("duration#call", 50, True), ("members:NATO~before", 16, False), ("members:NATO", 30, False)} <= found


def test_the_figures_of_the_english_capture_stay_apart() -> None:
    found = figures(_seed("004_5184e04d2e382097.txt", "BRUSSELS", "Dixon reported"), "en")
    by_value = {one.value: one for one in found}
    assert by_value[100_000].approximate
    assert (by_value[10_000].low, by_value[10_000].high) == (10_000, None)
    assert by_value[100_000].slot != by_value[10_000].slot


@pytest.mark.parametrize(
    ("text", "language", "slot", "low"),
    [
        ("Росія стягнула до кордону близько 100 тисяч військових.", "uk", "troops#border", 90_000),
        ("Au moins 12 personnes ont été tuées.", "fr", "dead", 12),
        ("An der Grenze stehen rund 100.000 Soldaten.", "de", "troops#border", 90_000),
        ("Al menos 12 personas murieron.", "es", "dead", 12),
        ("少なくとも12人が死亡した。", "ja", "dead", 12),
        ("会談は50分間続いた。", "ja", "duration#talks", 50),
        ("نشرت نحو 100 ألف جندي على الحدود.", "ar", "troops#border", 90_000),
    ],
)
def test_other_languages_know_the_common_counts(text: str, language: str, slot: str, low: float) -> None:
    (found,) = figures(text, language)
    assert (found.slot, found.low) == (slot, pytest.approx(low))


def test_the_end_of_a_name_makes_no_number_approximate() -> None:
    (members,) = figures("乌克兰能否加入由北约30个成员国决定。", "zh")
    assert (members.value, members.approximate) == (30, False)
