from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.definitions import definitions, equalities, with_short_forms
from dragoman.model.annotations import Mention, MentionType


def named(text: str, *names: str, kind: MentionType = "organisation") -> list[Mention]:
    return [Mention(text.index(name), text.index(name) + len(name), name, kind) for name in names]


def found(text: str, *names: str, language: str = "en") -> list[tuple[str, str]]:
    return [(one.short, one.long) for one in definitions(text, named(text, *names), language)]


@pytest.mark.parametrize(
    ("language", "text", "name", "short", "long"),
    [
        ("zh", "联合河流委员会(联河委)昨天开会。", "联合河流委员会", "联河委", "联合河流委员会"),
        ("zh", "联合河流委员会（以下简称：联河委）昨天开会。", "联合河流委员会", "联河委", "联合河流委员会"),
        ("en", "The Joint River Board (JRB) met.", "Joint River Board", "JRB", "Joint River Board"),
        ("ru", "ОРК (Объединённая речная комиссия) собралась.", "ОРК", "ОРК", "Объединённая речная комиссия"),
        ("zh", "联合河流委员会，以下简称“联河委”，昨天开会。", "联合河流委员会", "联河委", "联合河流委员会"),
        ("zh", "联合河流委员会（以下简称联河委）昨天开会。", "联合河流委员会", "联河委", "联合河流委员会"),
        ("zh", "联合河流委员会（JRB）昨天开会。", "联合河流委员会", "JRB", "联合河流委员会"),
        ("en", "The Joint River Board, or JRB, met.", "Joint River Board", "JRB", "Joint River Board"),
        ("en", "The Joint River Board, known as the Board, met.", "Joint River Board", "Board", "Joint River Board"),
        (
            "ru",
            "Объединённая речная комиссия (далее — Комиссия) собралась.",
            "Объединённая речная комиссия",
            "Комиссия",
            "Объединённая речная комиссия",
        ),
        ("ru", "Объединённая речная комиссия, или ОРК, собралась.", "Объединённая речная комиссия", "ОРК", "Объединённая речная комиссия"),
    ],
)
def test_a_bracket_or_a_word_behind_a_name_defines_its_short_form(language: str, text: str, name: str, short: str, long: str) -> None:
    assert found(text, name, language=language) == [(short, long)]


def test_the_long_form_of_an_acronym_is_met_whether_a_tagger_saw_it_or_not() -> None:
    assert found("He joined the Joint Board of River Towns (JBRT) in May.") == [("JBRT", "Joint Board of River Towns")]
    assert found("JBRT (Joint Board of River Towns) met.") == [("JBRT", "Joint Board of River Towns")]


def test_an_inflected_long_form_has_its_base_form() -> None:
    (one,) = definitions("Речь шла об Объединённой речной комиссии (ОРК).", [], "ru")
    assert (one.short, one.long, one.name) == ("ОРК", "Объединённой речной комиссии", "Объединённая речная комиссия")


def test_or_joins_two_names_that_do_not_abbreviate_each_other() -> None:
    assert found("The Joint River Board, or Westmark, will pay.", "Joint River Board") == []


def test_every_later_use_of_a_short_form_becomes_a_mention() -> None:
    text = "The Joint River Board (JRB) met. Later the JRB voted."
    mentions = named(text, "Joint River Board")
    made = with_short_forms(text, mentions, definitions(text, mentions, "en"), "en")
    assert [(one.text, one.type) for one in made] == [
        ("Joint River Board", "organisation"),
        ("JRB", "organisation"),
        ("JRB", "organisation"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "name", "other", "script"),
    [
        ("zh", "库列巴(Dmytro Kuleba)说。", "库列巴", "Dmytro Kuleba", "Latn"),
        ("en", "Sergei Lavrov (拉夫罗夫) spoke.", "Sergei Lavrov", "拉夫罗夫", "Hani"),
        ("en", "Lavrov (Лавров) spoke.", "Lavrov", "Лавров", "Cyrl"),
        ("ru", "Сэм Грин (Sam Greene) считает так.", "Сэм Грин", "Sam Greene", "Latn"),
    ],
)
def test_a_bracket_with_the_name_in_another_script_says_that_both_are_one(
    language: str, text: str, name: str, other: str, script: str
) -> None:
    (one,) = equalities(text, named(text, name, kind="person"), language)
    assert (one.name, one.other, one.script, one.type) == (name, other, script, "person")
    assert text[one.start : one.end].startswith(name)


@pytest.mark.parametrize(("language", "text", "name"), [("ru", "Байден (США) ответил.", "Байден"), ("zh", "拜登（Reuters）说。", "拜登"), ("zh", "拜登（AFP）说。", "拜登"), ("zh", "拜登（左）说。", "拜登"), ("en", "Biden (left) spoke.", "Biden")])  # fmt: skip
def test_countries_and_papers_in_a_bracket_are_no_second_name(language: str, text: str, name: str) -> None:
    assert equalities(text, named(text, name, kind="person"), language) == ()


WORDS = st.lists(st.from_regex(r"[A-Z][a-z]{2,7}", fullmatch=True), min_size=3, max_size=6)


@given(WORDS, st.sampled_from(["{long} ({short}) met.", "The {long} ({short}), met.", "{short} ({long}) met.", "In May {long} ({short})"]))
def test_initials_in_a_bracket_always_find_their_words(words: list[str], frame: str) -> None:
    long, short = " ".join(words), "".join(word[0] for word in words)
    text = frame.format(long=long, short=short)
    for one in definitions(text, [], "en"):
        assert one.short == short
        assert long.endswith(one.long)
        assert text[one.start : one.end].endswith(")")
    assert definitions(text, named(text, long), "en") != ()


@given(st.text(alphabet="AB c(),“”или欧安组织简称：。\n", max_size=60), st.sampled_from(["en", "ru", "zh"]))
def test_no_text_breaks_the_search(text: str, language: str) -> None:
    for one in definitions(text, [], language):
        assert one.short in text
        assert one.long in text
    assert equalities(text, [], language) == ()


def test_a_bracket_that_says_something_else_defines_nothing() -> None:
    assert found("The Joint River Board (founded in 1999) met.", "Joint River Board") == []


def test_a_person_has_no_short_form_in_brackets() -> None:
    text = "Ann Example (AE) spoke."
    assert definitions(text, [Mention(0, 11, "Ann Example", "person")]) == ()
