"""Every annotator and linker keeps the promises of the port, in every language that has a folder."""

from __future__ import annotations

import msgspec
import pytest

from dragoman import languages
from dragoman.annotate import PARTS, order, run
from dragoman.errors import PartError
from dragoman.link import PARTS as LINKERS
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading
from dragoman.ports import Annotator

MADE = [table.make(name) for table in (PARTS, LINKERS) for name in table]
ORDERED = order(MADE)
FIELDS = {field.name for field in msgspec.structs.fields(Reading)} - {"article", "vector", "made_by"}
VIRTUAL = {"entities"}
TEXTS = {
    "zh": "外交部发言人毛宁5月6日在北京表示，“中方反对单边制裁”。\n\n双方将于5月20日至21日在日内瓦举行第二轮会谈，约300名代表出席。",
    "en": "Talks resume.\n\n“We will not accept new tariffs,” minister Anna Keller said on Tuesday. Some 2,500 people marched in Vienna.",
    "ru": "Министр Сергей Петров заявил во вторник, что «новых пошлин не будет».\n\nПереговоры состоятся 20 мая в Женеве.",
    "uk": "Міністр Олена Коваль заявила у вівторок: «Ми готові до переговорів». Зустріч відбудеться 20 травня у Женеві.",
    "fr": "La ministre Anne Morel a déclaré mardi : « Nous refusons ces taxes ». La réunion aura lieu le 20 mai à Genève.",
    "ar": "قال الوزير سامي حداد يوم الثلاثاء: «نحن مستعدون للحوار». ستعقد الجولة في جنيف يوم 20 مايو.",
    "ja": "田中外相は5月6日、「交渉を続ける」と述べた。次の会合は5月20日にジュネーブで開かれる。",
    "xx": "Zorbal ta 2022-05-20 venu “kala sero mita” Genf 300.",
}


def article(language: str, text: str) -> Article:
    return Article(
        "a1", "capture:1", SourceRef("s", "S"), "", text, language, LanguageEvidence("test", 1.0), published=Published("2022-05-07", "day")
    )


def test_the_order_is_sound_whatever_order_is_given() -> None:
    for arrangement in (ORDERED, order(MADE[::-1])):
        seen: set[str] = set()
        for part in arrangement:
            assert set(part.needs) <= seen, part.name
            seen |= set(part.gives)


def test_a_need_that_nobody_gives_is_an_error() -> None:
    class Lonely:
        name, version, needs, gives = "lonely", "1", ("vectors",), ("topics",)

        def annotate(self, reading: Reading) -> Reading:
            return reading

    with pytest.raises(PartError, match="vectors"):
        order([*MADE, Lonely()])


@pytest.mark.parametrize("part", MADE, ids=lambda part: part.name)
def test_it_fits_the_port(part) -> None:
    assert isinstance(part, Annotator)
    assert part.version
    assert set(part.needs) | set(part.gives) <= FIELDS | VIRTUAL


@pytest.mark.parametrize("language", sorted({*TEXTS, *languages.codes()}))
def test_spans_cut_their_text_and_the_same_text_reads_the_same(language: str) -> None:
    text = TEXTS.get(language, TEXTS["xx"])
    first, second = (run(article(language, text), ORDERED) for _ in range(2))
    assert first == second
    for mention in first.mentions:
        assert text[mention.start : mention.end] == mention.text
    for time in first.times:
        assert text[time.start : time.end] == time.text
    for statement in first.statements:
        assert text[statement.start : statement.end] == statement.text
    evidence = [item.evidence for item in (*first.statements, *first.stances, *first.figures)]
    evidence += [one for event in first.events for one in event.evidence]
    for one in evidence:
        assert one.article == "a1"
        assert text[one.start : one.end] == one.text
    for sentence in first.sentences:
        assert 0 <= sentence.start < sentence.end <= len(text)


@pytest.mark.parametrize("part", ORDERED, ids=lambda part: part.name)
def test_it_changes_only_what_it_gives(part) -> None:
    reading = Reading(article=article("en", TEXTS["en"]))
    for earlier in ORDERED:
        if earlier is part:
            break
        reading = earlier.annotate(reading)
    after = part.annotate(reading)
    changed = {name for name in FIELDS if getattr(after, name) != getattr(reading, name)}
    assert changed <= set(part.gives)
    assert after.article == reading.article


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?", "“", "«»", "1", "”。“", "A" * 5000, "。" * 400, "\u200f\u202e", "𝒜😀👩‍👩‍👧"])
@pytest.mark.parametrize("language", ["zh", "en", "ru", "ar", "qq"])
def test_odd_texts_break_nothing(language: str, text: str) -> None:
    assert run(article(language, text), ORDERED).article.text == text
