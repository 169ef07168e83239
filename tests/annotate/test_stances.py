from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate.stances import Stances
from dragoman.annotate.statements import Statements
from dragoman.model.annotations import Stance
from dragoman.model.reading import Reading

PEOPLE = {"Hanna Roos": "EE", "Roos": "EE", "Paul Tan": None}


def taken(reading: Reading) -> tuple[Stance, ...]:
    return Stances().annotate(Statements().annotate(reading)).stances


def brief(stance: Stance) -> tuple[str, str, str]:
    return stance.party, stance.stance, stance.text


ENGLISH = [
    ("Japan demanded that Seoul lift its tariffs.", [("JP", "demand", "Seoul lift its tariffs")]),
    ("The deadlock is over India’s main demand that Nepal close the dam.", [("IN", "demand", "Nepal close the dam")]),
    ("Peru would not accept the border line.", [("PE", "refusal", "would not accept the border line")]),
    ("Peru did not reject the border line.", []),
    ("Kenya is not willing to reopen the talks.", [("KE", "refusal", "is not willing to reopen the talks")]),
    ("Kenya is willing to reopen the talks.", [("KE", "offer", "is willing to reopen the talks")]),
    ("Brazil threatened to close its ports.", [("BR", "threat", "threatened to close its ports")]),
    ("Roos said Estonia would stay only if the ceasefire held.", [("EE", "condition", "would stay only if the ceasefire held")]),
]


@pytest.mark.parametrize(("text", "wanted"), ENGLISH)
def test_english_cues_show_stances_under_their_negations(told, text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert [brief(stance) for stance in taken(told("en", text, PEOPLE))] == wanted


def test_a_demand_inside_its_refusal_gives_two_stances_with_two_holders(told) -> None:
    found = taken(told("en", "Hanna Roos told reporters she had rejected Japan’s demand that Finland close the port.", PEOPLE))
    refusal = next(stance for stance in found if stance.stance == "refusal")
    demand = next(stance for stance in found if stance.stance == "demand")
    assert (refusal.party, refusal.toward, refusal.answers, refusal.speaker) == ("EE", "JP", True, "Hanna Roos")
    assert (demand.party, demand.text) == ("JP", "Finland close the port")


def test_a_demand_that_the_other_side_would_not_accept_is_refused_by_the_other_side(told) -> None:
    found = taken(told("en", "Japan has demanded that India halt all flights — a demand that India has said it would not accept."))
    assert [(stance.party, stance.stance) for stance in found] == [("JP", "demand"), ("IN", "refusal")]
    assert (found[1].toward, found[1].answers) == ("JP", True)


def test_a_list_of_demands_keeps_its_members_apart(told) -> None:
    found = taken(told("en", "Japan released a list of demands for trade guarantees, including a call for the removal of all tariffs."))
    assert [stance.text for stance in found] == ["trade guarantees", "the removal of all tariffs"]
    assert {(stance.party, stance.stance) for stance in found} == {("JP", "demand")}


def test_opinions_of_observers_are_no_party_stance(told) -> None:
    assert (
        taken(told("en", "Paul Tan, an analyst, said nobody was willing to negotiate. Experts demanded that talks resume.", PEOPLE)) == ()
    )


def test_scare_quotes_carry_no_threat(told) -> None:
    found = taken(told("en", "Roos said the “will face consequences” talk was unhelpful.", PEOPLE))
    assert [stance for stance in found if stance.stance == "threat" and stance.party != "EE"] == []


CHINESE = [
    (
        "印度划出红线：停止修建大坝、不在边境部署导弹，并签署相关协议。",
        [("red line", "停止修建大坝"), ("red line", "不在边境部署导弹"), ("demand", "签署相关协议")],
    ),
    ("印度要求巴基斯坦停止炮击。", [("demand", "巴基斯坦停止炮击")]),
    ("印度坚持开放边境的政策不变。", [("refusal", "坚持开放边境的政策不变")]),
    ("印度表示，除非停火，否则不会谈判。", [("condition", "除非停火，否则不会谈判")]),
    ("印度愿与各方继续对话。", [("offer", "愿与各方继续对话")]),
]


@pytest.mark.parametrize(("text", "wanted"), CHINESE)
def test_chinese_cues_show_stances_and_lists_are_split(told, text: str, wanted: list[tuple[str, str]]) -> None:
    found = taken(told("zh", text))
    assert {stance.party for stance in found} == {"IN"}
    assert all(pair in [(stance.stance, stance.text) for stance in found] for pair in wanted)


def test_a_chinese_refusal_names_whose_demand_it_answers(told) -> None:
    found = taken(told("zh", "韩国拒绝了日本关于开放大米市场的要求。"))
    assert ("KR", "refusal", "JP", True) in [(s.party, s.stance, s.toward, s.answers) for s in found]
    assert ("JP", "demand", "开放大米市场") in [brief(stance) for stance in found]


RUSSIAN = [
    ("Варшава потребовала вывести войска.", ("PL", "demand", "вывести войска")),
    ("Анкара отвергла предложение Афин.", ("TR", "refusal", "отвергла предложение Афин")),
    ("Пекин не согласится на эти пошлины.", ("CN", "refusal", "не согласится на эти пошлины")),
    ("Каир готов возобновить переговоры.", ("EG", "offer", "готов возобновить переговоры")),
    ("Тегеран пригрозил закрыть пролив.", ("IR", "threat", "пригрозил закрыть пролив")),
]


@pytest.mark.parametrize(("text", "wanted"), RUSSIAN)
def test_russian_cues_show_stances(told, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in [brief(stance) for stance in taken(told("ru", text))]


def test_a_russian_refusal_names_whose_demand_it_answers(told) -> None:
    found = taken(told("ru", "Варшава отвергла требование Анкары о закрытии порта."))
    assert ("PL", "refusal", "TR", True) in [(s.party, s.stance, s.toward, s.answers) for s in found]
    assert ("TR", "demand") in [(s.party, s.stance) for s in found]


def test_since_is_the_day_of_saying_or_of_the_article(told) -> None:
    (dated,) = taken(told("en", "On Monday Japan demanded that Seoul lift tariffs.", days={"Monday": "2024-05-06"}))
    (undated,) = taken(told("en", "Japan demanded that Seoul lift tariffs."))
    assert (dated.since, undated.since) == ("2024-05-06", "2024-05-06")


def test_evidence_holds_the_words_and_the_cue(told) -> None:
    reading = told("en", " ".join(text for text, _ in ENGLISH), PEOPLE)
    found, text = taken(reading), reading.article.text
    assert found
    for stance in found:
        evidence = stance.evidence
        assert text[evidence.start : evidence.end] == evidence.text
        assert stance.text in evidence.text
        assert evidence.cue is not None
        assert evidence.start <= evidence.cue.start < evidence.cue.end <= evidence.end


@settings(max_examples=40, deadline=None)
@given(
    text=st.text(alphabet="“”«»\"',.:—\n 北约说要求он не said demand that Roos’s", max_size=80),
    language=st.sampled_from(["en", "zh", "ru", "ja", "und"]),
)
def test_any_text_is_read_without_an_error_and_with_true_spans(told, text: str, language: str) -> None:
    reading = Stances().annotate(Statements().annotate(told(language, text, PEOPLE)))
    for item in (*reading.statements, *reading.stances):
        assert text[item.evidence.start : item.evidence.end] == item.evidence.text


def test_an_offer_beside_a_refusal_is_a_stance_of_its_own_and_each_has_its_own_issue(told) -> None:
    text = "伊朗外交部发言人表示，伊朗不会放弃浓缩铀，但愿意就制裁问题与美国谈判。"
    held = Stances().annotate(Statements().annotate(told("zh", text))).stances
    assert [(stance.stance, stance.issue) for stance in held] == [("refusal", "nuclear-programme"), ("offer", "sanctions")]


def test_the_right_to_choose_alliances_is_about_enlargement(told) -> None:
    text = "Norway would not accept limits on the right of nations to choose their own alliances."
    (stance,) = Stances().annotate(told("en", text)).stances
    assert (stance.stance, stance.issue) == ("refusal", "bloc-enlargement")


def test_words_that_a_negation_turned_hold_it_wherever_it_stands(told) -> None:
    (refusal,) = taken(told("en", "Hanna Roos said that not a single member of the club is willing to reopen the talks.", PEOPLE))
    assert (refusal.party, refusal.stance) == ("EE", "refusal")
    assert refusal.text.startswith("not a single member")
