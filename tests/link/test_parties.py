from __future__ import annotations

import pytest

from dragoman import languages
from dragoman.link.parties import observes, of_organisation, party_in, sent_by


@pytest.mark.parametrize(
    ("text", "language", "party"),
    [
        ("Russian ambassador to Washington", "en", "RU"),
        ("U.S. Deputy Secretary of State", "en", "US"),
        ("deputy foreign minister of the Czech Republic", "en", "CZ"),
        ("俄外长", "zh", "RU"),
        ("乌克兰外交部发言人", "zh", "UA"),
        ("глава МИД России", "ru", "RU"),
        ("посол Украины в Германии", "ru", "UA"),
        ("官员", "zh", None),
        ("an official", "en", None),
        ("let us go", "en", None),
    ],
)
def test_the_first_country_of_an_office_is_its_party(text: str, language: str, party: str | None) -> None:
    assert party_in(text, language) == party


@pytest.mark.parametrize(
    ("name", "language", "party"),
    [
        ("Ukrainian Border Guard", "en", "UA"),
        ("Russia College London", "en", None),
        ("South China Morning Post", "en", None),
        ("北约代表团", "zh", "NATO"),
        ("Министерство юстиции Казахстана", "ru", "KZ"),
    ],
)
def test_only_organs_of_state_speak_for_the_country_in_their_name(name: str, language: str, party: str | None) -> None:
    assert of_organisation(name, language) == party


@pytest.mark.parametrize(("role", "language"), [("military analyst", "en"), ("政治学者", "zh"), ("профессор МГУ", "ru")])
def test_observers_speak_for_nobody(role: str, language: str) -> None:
    assert observes(role, language)


def test_every_language_says_who_speaks_for_a_state() -> None:
    for code in languages.codes():
        assert languages.own_table(code, "link") is not None, code


@pytest.mark.parametrize(
    ("office", "language", "party"),
    [
        ("ambassador to Libya", "en", None),
        ("伊朗问题特使", "zh", None),
        ("美国驻利比亚大使", "zh", "US"),
        ("посол США в Ливии", "ru", "US"),
        ("спецпосланник по Сирии", "ru", None),
    ],
)
def test_the_country_that_an_envoy_is_sent_to_is_not_his_party(office: str, language: str, party: str | None) -> None:
    assert party_in(office, language) == party


def test_the_sender_may_stand_in_front_of_the_role() -> None:
    assert sent_by("利比亚大使", 11, "昨天，美国驻利比亚大使某某说。", "zh") == "美国驻利比亚大使"
    assert sent_by("外长", 4, "德国外长某某说。", "zh") == "外长"
