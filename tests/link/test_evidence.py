"""Reasons that two names are one: each shown, and some things that no likeness outweighs."""

from __future__ import annotations

from dragoman.link import evidence
from link.profiles import profile


def odds(one, other, alike: float | None = None) -> float | None:
    why = evidence.reasons(one, other, alike)
    return evidence.total(why) if why else None


def features(one, other) -> set[str]:
    return {why.feature for why in evidence.reasons(one, other)}


def test_whole_names_that_sound_alike_are_good_evidence() -> None:
    found = odds(profile("Bekele Desta", "en"), profile("Бекеле Деста", "ru"))
    assert found is not None
    assert evidence.probability(found) > 0.95


def test_office_and_party_speak_for_a_pair_and_another_office_against_it() -> None:
    one = profile("Nurlan Karimov", "en", "mayor", "KZ")
    plain, told = odds(one, profile("努尔兰·卡里莫夫", "zh")), odds(one, profile("努尔兰·卡里莫夫", "zh", "市长", "KZ"))
    against = odds(one, profile("努尔兰·卡里莫夫", "zh", "法官"))
    assert plain is not None
    assert told is not None
    assert against is not None
    assert against < plain < told
    assert {"office", "party"} <= features(one, profile("努尔兰·卡里莫夫", "zh", "市长", "KZ"))


def test_roles_alike_in_meaning_count_where_no_office_is_known() -> None:
    one, other = profile("Karimov", "en", "keeper of keys"), profile("卡里莫夫", "zh", "钥匙管理")
    assert odds(one, other, 0.9) is not None
    assert odds(one, other, 0.1) is None


def test_a_short_name_needs_more_than_its_sound() -> None:
    assert odds(profile("Mora", "en"), profile("莫拉", "zh")) is None
    assert odds(profile("Mora", "en", party="ES"), profile("莫拉", "zh", party="ES")) is None
    assert odds(profile("Mora", "en", "envoy"), profile("莫拉", "zh", "特使")) is not None


def test_a_bare_name_needs_an_office_or_a_party_that_agrees() -> None:
    assert odds(profile("Stoyan Georgiev", "en"), profile("格奥尔基耶夫", "zh")) is None
    assert odds(profile("Stoyan Georgiev", "en", party="BG"), profile("格奥尔基耶夫", "zh", party="BG")) is not None


def test_a_given_name_in_doubt_needs_the_office() -> None:
    assert odds(profile("Marina Petrova", "en", party="RU"), profile("Мария Петрова", "ru", party="RU")) is None
    assert odds(profile("Marina Petrova", "en", "judge"), profile("Мария Петрова", "ru", "судья")) is not None


def test_several_forms_of_a_name_are_compared_by_the_closest() -> None:
    one, other = profile("Изабель Маршаны", "ru", other=("Изабель Маршан",)), profile("Isabelle Marchand", "en")
    assert evidence.closest(one, other) == (("Изабель Маршан", "ru"), ("Isabelle Marchand", "en"))


def test_nothing_outweighs_other_countries_other_given_names_or_one_article() -> None:
    whole = profile("Pavel Moroz", "en", "minister", "BY", article="a1")
    assert odds(whole, profile("Павел Мороз", "ru", "министр", "UA")) is None
    assert odds(whole, profile("Степан Мороз", "ru", "министр", "BY")) is None
    assert odds(whole, profile("Павел Мороз", "ru", "министр", "BY", article="a1")) is None
    assert odds(profile("Pavel Moroz", "en", own=False), profile("Павел Мороз", "ru", own=False)) is None


def test_a_chinese_name_is_known_by_its_reading() -> None:
    assert "reading" in features(profile("何志刚", "zh"), profile("He Zhigang", "en"))


def test_what_a_text_states_counts_even_within_one_article() -> None:
    one = profile("莫拉", "zh", article="a1", stated=("Enrique Mora",))
    other = profile("Enrique Mora", "en", article="a1")
    assert "stated" in features(one, other)
    assert evidence.probability(odds(one, other)) > 0.99


def test_organisations_are_known_by_an_acronym_that_both_bear_or_that_spells_one() -> None:
    one = profile("全球谷物组织", "zh", kind="organisation", other=("GGO",))
    assert evidence.acronym(one, profile("Global Grain Organization", "en", kind="organisation", other=("GGO",)))
    assert evidence.acronym(one, profile("Global Grain Organization", "en", kind="organisation"))
    assert evidence.acronym(one, profile("Global Rice Council", "en", kind="organisation")) is None


def test_the_other_stories_of_a_desk_speak_for_and_against() -> None:
    assert evidence.desk_wide(1, 1, 1.0, 1) == []
    assert sum(why.score for why in evidence.desk_wide(5, 5, 1.0, 5)) > 0 > sum(why.score for why in evidence.desk_wide(1, 5, 0.2, 5))
