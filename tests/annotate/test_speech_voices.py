from __future__ import annotations

from dragoman.annotate.speech_scene import scene


def heard(told, language: str, text: str, people: dict[str, str | None] | None = None) -> list[tuple[str, str, str | None]]:
    laid = scene(told(language, text, people or {}))
    return [(text[voice.start : voice.end], voice.kind, voice.party) for voice in laid.voices]


def test_a_person_takes_the_title_words_in_front(told) -> None:
    assert heard(told, "en", "Estonian Foreign Minister Hanna Roos left.", {"Hanna Roos": None}) == [
        ("Estonian Foreign Minister Hanna Roos", "person", "EE")
    ]
    assert heard(told, "zh", "韩国总统李明浩访问", {"李明浩": "KR"}) == [("韩国总统李明浩", "person", "KR")]


def test_unnamed_voices_speak_for_the_party_that_modifies_them(told) -> None:
    assert ("Swedish officials", "group", "SE") in heard(told, "en", "Swedish officials left.")
    assert ("日方高官", "group", "JP") in heard(told, "zh", "日方高官离开了。")
    assert ("Китайские чиновники", "group", "CN") in heard(told, "ru", "Китайские чиновники уехали.")


def test_observers_speak_for_no_party(told) -> None:
    assert ("Russian analysts", "observer", None) in heard(told, "en", "Russian analysts left.")


def test_pronouns_are_voices_of_their_kind(told) -> None:
    assert ("He", "pronoun:person", None) in heard(told, "en", "He left.")
    assert ("后者", "pronoun:latter", None) in heard(told, "zh", "后者离开了。")


def test_voices_do_not_overlap(told) -> None:
    laid = scene(
        told(
            "en",
            "U.S. Deputy Secretary of State Hanna Roos met Russian officials from the Ministry of Defence in Japan.",
            {"Hanna Roos": "US"},
        )
    )
    assert all(left.end <= right.start for left, right in zip(laid.voices, laid.voices[1:], strict=False))


def test_an_office_beside_the_name_gives_its_party_also_where_the_name_comes_again(told) -> None:
    found = heard(told, "en", "Norway’s fisheries minister, Kari Moe, left. Kari Moe came back.", {"Kari Moe": None})
    assert [party for _, kind, party in found if kind == "person"] == ["NO", "NO"]


def test_an_office_in_an_institute_that_bears_a_country_s_name_gives_none(told) -> None:
    found = heard(told, "en", "Kari Moe, director of the Norway Institute in Leeds, left.", {"Kari Moe": None})
    assert [party for _, kind, party in found if kind == "person"] == [None]


def test_officials_of_two_countries_and_both_sides_speak_for_neither_alone(told) -> None:
    assert [party for _, kind, party in heard(told, "en", "Dutch and Belgian officials left.") if kind == "group"] == [None]
    assert ("美俄双方", "group", None) in heard(told, "zh", "美俄双方离开了。")


def test_unions_and_rebels_do_not_speak_for_their_country(told) -> None:
    assert ("Peruvian unions", "group", None) in heard(told, "en", "Peruvian unions left.")
