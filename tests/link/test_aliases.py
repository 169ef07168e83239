from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from dragoman.link import PARTS
from dragoman.link.aliases import Aliases, local_id
from dragoman.model.annotations import Mention
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading
from dragoman.ports import Annotator

SHARED = Path(__file__).parents[2].parent / "shared"


def linked(
    text: str, names: Sequence[tuple[str, str]], language: str = "en", date: str | None = "2022-01-12", **more: str
) -> dict[str, Mention]:
    mentions = [Mention(text.index(name), text.index(name) + len(name), name, kind, **more) for name, kind in names]  # type: ignore[arg-type]
    published = Published(date, "day") if date else Published()
    article = Article("a1", "capture:1", SourceRef("x", "X"), "", text, language, LanguageEvidence("script", 1.0), published=published)
    reading = Aliases().annotate(Reading(article=article, mentions=tuple(mentions)))
    return {mention.text: mention for mention in reading.mentions}


def test_the_part_is_an_annotator_by_its_table() -> None:
    part = PARTS.make("aliases")
    assert isinstance(part, Annotator)
    assert part.gives == ("mentions", "entities")


def test_a_known_name_gets_its_entity_display_name_and_party() -> None:
    found = linked("俄方称，北约不应东扩。", [("俄方", "place"), ("北约", "organisation")], "zh")
    assert (found["俄方"].entity, found["俄方"].party) == ("RU", "RU")
    assert (found["北约"].entity, found["北约"].name) == ("NATO", "北约")


def test_names_in_three_languages_meet_in_one_entity() -> None:
    rows = [
        ("欧安组织开会。", "欧安组织", "zh"),
        ("The OSCE met.", "OSCE", "en"),
        ("ОБСЕ собралась.", "ОБСЕ", "ru"),
        ("ОБСЄ зібралася.", "ОБСЄ", "uk"),
    ]
    assert {linked(text, [(name, "organisation")], language)[name].entity for text, name, language in rows} == {"OSCE"}


def test_a_short_form_defined_in_the_text_is_the_long_one() -> None:
    found = linked("The Joint River Board (JRB) met. JRB said so.", [("Joint River Board", "organisation"), ("JRB", "organisation")])
    assert found["JRB"].entity == found["Joint River Board"].entity == "organisation:joint river board"
    known = linked("Лига рек (ЛАГ) и Лига арабских государств (ЛАГЦ).", [("ЛАГЦ", "organisation")], "ru")
    assert known["ЛАГЦ"].entity == "organisation:лагц"


def test_later_uses_of_a_defined_short_form_are_linked_whether_a_tagger_saw_them_or_not() -> None:
    for language, text, name, short in (
        ("zh", "联合河流委员会(联河委)开会。联河委表示同意。", "联合河流委员会", "联河委"),
        ("en", "The Joint River Board (JRB) met. The JRB agreed.", "Joint River Board", "JRB"),
        ("ru", "Заседание Объединённой речной комиссии (ОРК) прошло. ОРК согласилась.", "Объединённой речной комиссии", "ОРК"),
    ):
        found = linked(text, [(name, "organisation")], language)
        assert found[short].entity == found[name].entity is not None, language


def test_an_unknown_long_form_of_a_known_short_one_is_known() -> None:
    text = "The Organisation on Security and Cooperation for Europe (OSCE) met."
    found = linked(text, [("Organisation on Security and Cooperation for Europe", "organisation"), ("OSCE", "organisation")])
    assert found["Organisation on Security and Cooperation for Europe"].entity == "OSCE"


def test_the_capital_speaks_for_its_country_but_stays_a_town() -> None:
    found = linked("Moscow answered.", [("Moscow", "place")])
    assert (found["Moscow"].entity, found["Moscow"].party) == ("place:moscow", "RU")


def test_who_is_unknown_gets_a_local_id_from_the_full_name() -> None:
    found = linked("Ann B. Example spoke. Later Example left.", [("Ann B. Example", "person"), ("Example left", "other")])
    assert found["Ann B. Example"].entity == local_id("person", "Ann B. Example") == "person:ann b. example"


def test_an_office_gives_somebody_unknown_a_party() -> None:
    text = "Estonian Deputy Foreign Minister Ann Example spoke."
    found = linked(text, [("Ann Example", "person")], role="Estonian Deputy Foreign Minister")
    assert found["Ann Example"].party == "EE"


def test_an_observer_speaks_for_no_party() -> None:
    found = linked(
        "Russian political analyst Ann Example spoke.", [("Ann Example", "person")], role="Russian political analyst", party="RU"
    )
    assert found["Ann Example"].party is None


def test_the_country_in_the_name_of_an_institute_is_no_party() -> None:
    text = "Ann Example, director of the Russia Centre, spoke."
    article = Article("a1", "capture:1", SourceRef("x", "X"), "", text, "en", LanguageEvidence("script", 1.0))
    person = Mention(0, 11, "Ann Example", "person", role="director of the Russia Centre", party="RU")
    reading = Aliases().annotate(Reading(article=article, mentions=(person, Mention(29, 42, "Russia Centre", "organisation"))))
    assert [mention.party for mention in reading.mentions] == [None, None]


def test_the_party_of_a_person_depends_on_the_day() -> None:
    text = "Mark Rutte spoke."
    assert linked(text, [("Mark Rutte", "person")], date="2025-03-01")["Mark Rutte"].party == "NATO"
    assert linked(text, [("Mark Rutte", "person")], date="2022-01-12")["Mark Rutte"].party == "NL"


def test_the_role_of_the_first_mention_holds_for_the_later_ones() -> None:
    text = "Envoy Ann Example spoke. Example left."
    article = Article("a1", "capture:1", SourceRef("x", "X"), "", text, "en", LanguageEvidence("script", 1.0))
    mentions = (Mention(6, 17, "Ann Example", "person", role="Envoy"), Mention(25, 32, "Example", "person"))
    reading = Aliases().annotate(Reading(article=article, mentions=mentions))
    assert [mention.role for mention in reading.mentions] == ["Envoy", "Envoy"]
    assert len({mention.entity for mention in reading.mentions}) == 1


def test_linking_twice_changes_nothing() -> None:
    article = Article("a1", "capture:1", SourceRef("x", "X"), "", "Putin met Biden in Russia.", "en", LanguageEvidence("script", 1.0))
    mentions = (Mention(0, 5, "Putin", "person"), Mention(10, 15, "Biden", "person"), Mention(19, 25, "Russia", "place"))
    once = Aliases().annotate(Reading(article=article, mentions=mentions))
    assert Aliases().annotate(once) == once


def test_an_empty_article_has_nobody() -> None:
    article = Article("a1", "capture:1", SourceRef("x", "X"), "", "", "xx", LanguageEvidence("script", 0.0))
    assert Aliases().annotate(Reading(article=article)).mentions == ()


@pytest.mark.parametrize("name", ["普京", "拜登", "北约", "欧安组织"])
def test_the_names_of_the_captures_are_known_in_chinese(name: str) -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    capture = next(path.read_text("utf-8") for path in sorted((SHARED / "seeds").glob("*.txt")) if name in path.read_text("utf-8"))
    kind = "person" if name in ("普京", "拜登") else "organisation"
    found = linked(
        capture[capture.index(name) : capture.index(name) + 50] + " 俄罗斯 美国",
        [(name, kind), ("俄罗斯", "place"), ("美国", "place")],
        "zh",
    )
    assert found[name].entity in {"person:vladimir-putin", "person:joe-biden", "NATO", "OSCE"}


def test_an_organ_and_the_country_beside_it_are_one_name() -> None:
    text = "Министерство обороны Украины ответило."
    found = linked(text, [("Министерство обороны", "organisation"), ("Украины", "place")], "ru")
    assert found["Министерство обороны"].entity == "org:ua-mod"
    assert found["Министерство обороны"].text == "Министерство обороны"
