from __future__ import annotations

import pytest

from dragoman.annotate.mention_heads import typed
from dragoman.annotate.mention_spans import Span


def told(text: str, surface: str = "", kind: str = "") -> list[tuple[str, str]]:
    spans = [Span(text.index(surface), text.index(surface) + len(surface), kind)] if surface else []
    return [(text[span.start : span.end], span.type) for span in typed(text, spans, "ru")]


@pytest.mark.parametrize(
    ("text", "surface", "kind", "wanted"),
    [
        ("Рейс принял аэропорт «Лесной».", "Лесной", "organisation", ("Лесной", "place")),
        ("Интервью газете «Время» дал мэр.", "Время", "person", ("Время", "organisation")),
        ("Премьера фильма «Ветер» прошла.", "Ветер", "organisation", ("Ветер", "other")),
        ("Он сообщил об этом в Facebook.", "Facebook", "organisation", ("Facebook", "other")),
        ("Концерт во Дворце молодёжи отменён.", "Дворце молодёжи", "organisation", ("Дворце молодёжи", "place")),
        ("Митинг на площади Свободы прошёл.", "Свободы", "person", ("площади Свободы", "place")),
        ("Офис на ул.Лескова закрыт.", "Лескова", "person", ("ул.Лескова", "place")),
    ],
)
def test_the_noun_in_front_tells_the_type(text: str, surface: str, kind: str, wanted: tuple[str, str]) -> None:
    assert told(text, surface, kind) == [wanted]


def test_full_names_and_bodies_that_act_keep_their_type() -> None:
    assert told("Автор книги Иван Лесков ушёл.", "Иван Лесков", "person") == [("Иван Лесков", "person")]
    assert told("Компания Facebook подала иск.", "Facebook", "organisation") == [("Facebook", "organisation")]


def test_quoted_and_foreign_names_behind_a_noun_for_bodies_are_added() -> None:
    assert told("Об этом пишет журнал «Новая сталь».") == [("Новая сталь", "organisation")]
    assert told("Акции компании Nordlicht Tech упали.") == [("Nordlicht Tech", "organisation")]
    assert told("Он сказал: «Новая сталь прочнее».") == []
