from __future__ import annotations

from dragoman.annotate.mention_bodies import grown
from dragoman.annotate.mention_gazetteer import prepared
from dragoman.annotate.mention_spans import Span


def bodies(text: str, *marked: tuple[str, str, str | None]) -> list[tuple[str, str, str | None]]:
    """What `grown` makes of (surface, type, entity), as (surface, type, party)."""
    spans = [Span(text.index(surface), text.index(surface) + len(surface), kind, entity=entity) for surface, kind, entity in marked]
    return [(text[span.start : span.end], span.type, span.party) for span in grown(prepared(text, "ru"), spans)]


def test_a_body_takes_in_the_country_behind_it_and_knows_it() -> None:
    text = "В среду Верховный суд Чили отклонил жалобу."
    assert bodies(text, ("Верховный суд", "organisation", None), ("Чили", "place", "CL")) == [("Верховный суд Чили", "organisation", "CL")]


def test_an_acronym_takes_in_the_country_behind_it() -> None:
    text = "Глава МИД Перу прилетел."
    assert bodies(text, ("МИД", "organisation", None), ("Перу", "place", "PE")) == [("МИД Перу", "organisation", "PE")]


def test_a_country_in_another_case_is_its_own_name() -> None:
    text = "В комитете Румыния осталась в меньшинстве, а университет Франция закрыла."
    assert len(bodies(text, ("университет", "organisation", None), ("Франция", "place", "FR"))) == 2


def test_a_company_does_not_take_in_a_place() -> None:
    text = "Завтра «Спартак» Италии не увидит."
    assert len(bodies(text, ("Спартак", "organisation", None), ("Италии", "place", "IT"))) == 2


def test_a_body_word_in_small_letters_with_a_capitalised_genitive_is_a_body() -> None:
    text = "Иск принял верховный суд Кении, об этом сообщило министерство юстиции Ганы."
    found = bodies(text, ("Кении", "place", "KE"), ("Ганы", "place", "GH"))
    assert found == [("верховный суд Кении", "organisation", "KE"), ("министерство юстиции Ганы", "organisation", "GH")]


def test_words_with_a_preposition_between_do_not_make_a_body() -> None:
    text = "Дело рассмотрит суд в Осло."
    assert bodies(text, ("Осло", "place", None)) == [("Осло", "place", None)]


def test_a_body_named_after_a_person_is_one_name() -> None:
    text = "Институт физики имени Лебедева открыл музей."
    assert bodies(text, ("Институт физики", "organisation", None), ("Лебедева", "person", None)) == [
        ("Институт физики имени Лебедева", "organisation", None)
    ]


def test_a_body_that_ends_in_an_attribute_goes_on_to_its_noun() -> None:
    text = "Центр химической, биологической защиты закрыт."
    assert bodies(text, ("Центр химической", "organisation", None)) == [("Центр химической, биологической защиты", "organisation", None)]


def test_a_place_belongs_to_a_body_by_its_preposition() -> None:
    text = "УВД по Самаре ищет свидетелей."
    assert bodies(text, ("УВД", "organisation", None), ("Самаре", "place", None)) == [("УВД по Самаре", "organisation", None)]


def test_languages_without_the_tables_keep_their_spans() -> None:
    text = "the High Court of Kenya"
    spans = [Span(4, 14, "organisation"), Span(18, 23, "place")]
    assert grown(prepared(text, "en"), spans) == spans


def test_without_a_dictionary_the_endings_tell_the_genitive() -> None:
    text = "Міністерство оборони Перуанії мовчить."
    spans = [Span(0, 20, "organisation"), Span(21, 29, "place", entity="PE")]
    assert [(text[span.start : span.end], span.party) for span in grown(prepared(text, "uk"), spans)] == [
        ("Міністерство оборони Перуанії", "PE")
    ]
