from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.annotate.speech_scene import scene
from dragoman.annotate.statements import Statements, spoken
from dragoman.model.annotations import Statement
from dragoman.model.reading import Reading

ROOS = {"Hanna Roos": "EE", "Roos": "EE", "Paul Tan": None, "Tan": None}


def said(reading: Reading) -> tuple[Statement, ...]:
    return Statements().annotate(reading).statements


def brief(statement: Statement) -> tuple[str | None, str | None, str, str, str]:
    return (statement.speaker.name if statement.speaker else None, statement.party, statement.act, statement.mode, statement.text)


ENGLISH = [
    ("“We will stay,” Hanna Roos told reporters.", ("Hanna Roos", "EE", "state", "direct", "“We will stay,”")),
    ("Estonian Foreign Minister Hanna Roos said that talks had begun.", ("Hanna Roos", "EE", "state", "indirect", "that talks had begun")),
    (
        "Roos said the plan was “a dead letter from the start” for many.",
        ("Roos", "EE", "state", "mixed", "the plan was “a dead letter from the start” for many"),
    ),
    ("According to Roos, the border will stay open.", ("Roos", "EE", "state", "indirect", "the border will stay open")),
    (
        "The border will stay open, according to Paul Tan, a historian.",
        ("Paul Tan", None, "state", "indirect", "The border will stay open"),
    ),
    (
        "The bridge will open in May, Swedish officials said.",
        ("Swedish officials", "SE", "state", "indirect", "The bridge will open in May"),
    ),
    ("“It is over,” said Roos.", ("Roos", "EE", "state", "direct", "“It is over,”")),
    ("Tokyo warned that prices would rise.", ("Tokyo", "JP", "warn", "indirect", "that prices would rise")),
    ("Roos called the offer a “nonstarter.”", ("Roos", "EE", "reject", "indirect", "the offer a “nonstarter.”")),
    ("The ambassador to Norway, Hanna Roos, said Oslo should reply.", ("Hanna Roos", "EE", "appeal", "indirect", "Oslo should reply")),
    ("Roos denied any link between the two cases.", ("Roos", "EE", "deny", "indirect", "any link between the two cases")),
]


@pytest.mark.parametrize(("text", "wanted"), ENGLISH)
def test_english_frames_give_speaker_party_act_mode_and_words(told, text: str, wanted: tuple[str, ...]) -> None:
    assert brief(said(told("en", text, ROOS))[0]) == wanted


CHINESE = [
    ("韩国总统李明浩在首尔表示，会谈很有成果。", ("李明浩", "KR", "state", "indirect", "会谈很有成果")),
    ("“我们不会让步。”李明浩说。", ("李明浩", "KR", "reject", "direct", "“我们不会让步。”")),
    ("李明浩作出回应，称这种做法不可接受。", ("李明浩", "KR", "reject", "indirect", "这种做法不可接受")),
    ("日方高官给出的评价是：“坦率而深入”。", ("日方高官", "JP", "state", "direct", "“坦率而深入”")),
    ("印度外交部呼吁双方保持克制。", ("印度外交部", "IN", "appeal", "indirect", "双方保持克制")),
    ("白宫警告说，任何袭击都将招致回应。", ("白宫", "US", "warn", "indirect", "任何袭击都将招致回应")),
]


@pytest.mark.parametrize(("text", "wanted"), CHINESE)
def test_chinese_frames_give_speaker_party_act_mode_and_words(told, text: str, wanted: tuple[str, ...]) -> None:
    assert brief(said(told("zh", text, {"李明浩": "KR"}))[0]) == wanted


RUSSIAN = [
    ("«Мы останемся», — заявил министр Олег Дымов.", ("Олег Дымов", "BY", "state", "direct", "«Мы останемся»")),
    ("Дымов заявил, что переговоры начались.", ("Дымов", "BY", "state", "indirect", "что переговоры начались")),
    ("По словам Дымов, граница открыта.", ("Дымов", "BY", "state", "indirect", "граница открыта")),
    ("Китайские чиновники сообщили, что груз прибыл.", ("Китайские чиновники", "CN", "state", "indirect", "что груз прибыл")),
    ("В Кремле отметили, что это неприемлемо.", ("Кремле", "RU", "reject", "indirect", "что это неприемлемо")),
    ("Варшава потребовала вывести войска.", ("Варшава", "PL", "demand", "indirect", "вывести войска")),
]


@pytest.mark.parametrize(("text", "wanted"), RUSSIAN)
def test_russian_frames_give_speaker_party_act_mode_and_words(told, text: str, wanted: tuple[str, ...]) -> None:
    assert brief(said(told("ru", text, {"Олег Дымов": "BY", "Дымов": "BY"}))[0]) == wanted


LIGHT = [
    ("fr", "« Nous restons », a déclaré la ministre Hanna Roos.", "Hanna Roos", "« Nous restons »"),
    ("de", "„Wir bleiben hier“, sagte Ministerin Hanna Roos.", "Hanna Roos", "„Wir bleiben hier“"),
    ("es", "«Nos quedamos aquí», afirmó Hanna Roos.", "Hanna Roos", "«Nos quedamos aquí»"),
    ("uk", "«Ми залишаємось», — сказала Hanna Roos.", "Hanna Roos", "«Ми залишаємось»"),
    ("ar", "وقالت Hanna Roos: «نحن باقون هنا».", "Hanna Roos", "«نحن باقون هنا»"),
    ("ja", "ロース外相は「残る」と述べた。", "ロース", "「残る」"),
    ("pl", "Hanna Roos: „Zostajemy tutaj”.", "Hanna Roos", "„Zostajemy tutaj”"),
]


@pytest.mark.parametrize(("language", "text", "speaker", "words"), LIGHT)
def test_direct_words_are_found_in_every_language(told, language: str, text: str, speaker: str, words: str) -> None:
    (statement, *_) = said(told(language, text, {**ROOS, "ロース": "EE"}))
    assert (statement.speaker.name, statement.text, statement.mode) == (speaker, words, "direct")


def test_pronouns_and_bare_titles_stand_for_the_last_compatible_speaker(told) -> None:
    found = said(told("en", "Hanna Roos said the port was safe. She said Finland had agreed. “Enough,” the minister added.", ROOS))
    assert [statement.party for statement in found[:2]] == ["EE", "EE"]
    assert found[1].speaker.entity == found[0].speaker.entity


def test_the_latter_is_the_second_of_two(told) -> None:
    (first, second) = said(told("zh", "印度指责巴基斯坦破坏停火，后者则宣称从未开火。"))
    assert (first.party, second.party) == ("IN", "PK")


def test_quotations_that_go_on_without_a_source_keep_the_speaker(told) -> None:
    found = said(told("en", "“We go,” Roos said. “We go today.”\n\n“Nobody can stop us now.”", ROOS))
    assert [statement.text for statement in found] == ["“We go,”", "“We go today.”", "“Nobody can stop us now.”"]
    assert {statement.party for statement in found} == {"EE"}


def test_scare_quotes_alone_are_no_statement(told) -> None:
    assert said(told("en", "The “open door” policy has a long history.")) == ()


def test_a_negated_cue_says_nothing(told) -> None:
    assert said(told("en", "Roos did not say when the talks would begin.", ROOS)) == ()
    assert said(told("zh", "李明浩没有表示何时会谈。", {"李明浩": "KR"})) == ()


def test_a_relay_stays_as_via(told) -> None:
    (statement,) = said(told("zh", "据新华社报道，印度外交部表示，谈判将继续。"))
    assert (statement.party, statement.via) == ("IN", ("新华社",))
    (other,) = said(told("ru", "Варшава потребовала вывести войска, сообщает ТАСС."))
    assert (other.party, other.via) == ("PL", ("ТАСС",))


def test_the_day_of_saying_is_read_in_the_frame_only(told) -> None:
    (statement,) = said(
        told("en", "Roos said Tuesday that talks begin on Friday.", ROOS, {"Tuesday": "2024-05-07", "Friday": "2024-05-10"})
    )
    assert statement.date == "2024-05-07"


def test_every_span_cuts_its_words_from_the_text(told) -> None:
    reading = told("en", " ".join(text for text, _ in ENGLISH), ROOS)
    text = reading.article.text
    found = said(reading)
    assert len(found) >= len(ENGLISH) - 1
    for statement in found:
        evidence = statement.evidence
        assert text[statement.start : statement.end] == statement.text
        assert text[evidence.start : evidence.end] == evidence.text
        assert evidence.start <= statement.start < statement.end <= evidence.end


def test_the_same_reading_gives_the_same_statements(told) -> None:
    reading = told("ru", " ".join(text for text, _ in RUSSIAN), {"Олег Дымов": "BY", "Дымов": "BY"})
    assert said(reading) == said(reading)


def test_spoken_keeps_frames_in_the_order_of_the_text(told) -> None:
    frames = [one.frame for one in spoken(scene(told("en", "Roos said yes to it. Tokyo said no to it.", ROOS)))]
    assert [frame.start for frame in frames] == sorted(frame.start for frame in frames)
    assert len(frames) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "No one said that the talks had failed."),
        ("en", "Hanna Roos did not say when the talks would begin."),
        ("en", "Hanna Roos could say that the talks had failed."),
        ("en", "No Swedish official said so."),
        ("zh", "李明浩没有说会谈何时举行。"),
        ("zh", "李明浩没有明确表示是否参加。"),
        ("ru", "Никто не сказал, когда начнутся переговоры."),
        ("ru", "Дымов мог бы сказать, что переговоры провалились."),
    ],
)
def test_what_nobody_said_or_somebody_might_say_is_no_statement(told, language: str, text: str) -> None:
    assert said(told(language, text, {**ROOS, "李明浩": "KR", "Дымов": "BY"})) == ()


def test_what_a_country_does_in_narration_is_no_statement_and_what_it_is_told_to_say_is(told) -> None:
    assert said(told("en", "Norway rejected the offer.")) == ()
    assert said(told("zh", "挪威要求瑞典撤军。")) == ()
    assert len(said(told("en", "Norway demanded that Sweden withdraw."))) == 1
    assert len(said(told("en", "Hanna Roos rejected the offer.", ROOS))) == 1


@pytest.mark.parametrize(
    ("language", "text", "lead", "words"),
    [
        ("en", "Roos accused Tan of hiding the report.", "accused ", "Tan of hiding the report"),
        ("en", "Roos warned of a long winter.", "warned ", "of a long winter"),
        ("en", "Roos denied any link between the two cases.", "denied ", "any link between the two cases"),
        ("en", "Roos said the talks had begun.", "", "the talks had begun"),
        ("en", "Roos warned that prices would rise.", "", "that prices would rise"),
        ("en", "“It is over,” said Roos.", "", "“It is over,”"),
    ],
)
def test_the_cue_leads_where_the_words_hang_on_it(told, language: str, text: str, lead: str, words: str) -> None:
    (statement,) = said(told(language, text, ROOS))
    assert (statement.lead, statement.text) == (lead, words)


def test_a_heading_between_paragraphs_says_nothing(told) -> None:
    text = "The talks began.\n\nWhat Norway wants from Sweden, explained\n\nThe talks ended."
    assert said(told("en", text)) == ()


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ru", "Дымов заявил, что встреча прошла. По его словам, граница открыта.", "Дымов"),
        ("uk", "Лис заявив, що зустріч відбулася. За його словами, кордон відкрито.", "Лис"),
        ("fr", "Brun a affirmé que la réunion était utile. Selon lui, la frontière reste ouverte.", "Brun"),
        ("zh", "李明浩表示，会谈很有成果。他还说，边境已经开放。", "李明浩"),
    ],
)
def test_according_to_him_is_the_last_speaker(told, language: str, text: str, speaker: str) -> None:
    people = {"Дымов": "BY", "Лис": "UA", "Brun": "FR", "李明浩": "KR"}
    assert [statement.speaker.name for statement in said(told(language, text, people)) if statement.speaker] == [speaker, speaker]


def test_a_frame_that_closes_the_sentence_is_no_part_of_the_words(told) -> None:
    (statement,) = said(told("en", "Peruvian unions have rejected the offer of a pay rise, their leaders said."))
    assert statement.text == "the offer of a pay rise"


def test_the_name_of_an_institute_makes_nobody_speak_for_a_country(told) -> None:
    reading = told(
        "en",
        "War can be avoided, according to Ann Field, director of the Norway Institute at a college in Leeds. Field said so.",
        {"Ann Field": None, "Field": None},
    )
    office = "director of the Norway Institute at a college in Leeds"
    linked = replace(reading, mentions=tuple(replace(mention, role=office) for mention in reading.mentions))
    said = Statements().annotate(linked).statements
    assert said
    assert {statement.party for statement in said} == {None}
