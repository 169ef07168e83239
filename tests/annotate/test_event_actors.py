from __future__ import annotations

import re

from dragoman.annotate.event_actors import Cast, cast, compounds, is_topic, merge, parts
from dragoman.annotate.event_clauses import Clause
from dragoman.annotate.event_lexicon import lexicon, triggers
from dragoman.model.annotations import Mention

NAMES = {"Chad": "TD", "Niger": "NE", "Mali": "ML", "Accra": "place:accra", "Ghana": "GH"}


def mentions(text: str) -> list[Mention]:
    return [
        Mention(hit.start(), hit.end(), name, "place", entity=entity, party=entity if len(entity) == 2 else "GH")
        for name, entity in NAMES.items()
        for hit in re.finditer(name, text)
    ]


def of(text: str) -> Cast:
    book = lexicon("en")
    words = triggers(text, book)
    found = parts(text, Clause(0, len(text), 0), book, mentions(text), [], [(one.start, one.end) for one in words])
    return cast(text, found, words[0], book)


def test_company_takes_part_and_topics_and_places_do_not() -> None:
    assert of("Chad held talks with Niger on Mali in Accra") == Cast(("TD", "NE"), (), "Accra", "place:accra")


def test_those_listed_behind_a_topic_word_are_topics_too() -> None:
    assert of("Chad hosted talks on Mali, Niger and Ghana").parties == ("TD",)


def test_where_envoys_come_from_is_who_they_are() -> None:
    assert of("Envoys from Chad and Niger met").parties == ("TD", "NE")


def test_a_town_beside_the_event_word_is_its_place() -> None:
    assert of("the Accra summit").place == "Accra"
    assert of("Chad visited Accra").place == "Accra"


def test_of_a_town_and_its_country_the_town_is_the_place() -> None:
    assert of("Chad met Niger in Accra, Ghana").place == "Accra"


def test_a_place_far_behind_in_a_subordinate_phrase_is_none_of_the_events() -> None:
    assert of("Chad met Niger amid mounting pressure to end a long and bitter war in Mali").place is None


def test_short_country_names_count_in_company_only() -> None:
    book = lexicon("zh")
    text = "中美两国领导人将举行会谈"
    assert [one.party for one in compounds(text, (0, len(text)), book, [])] == ["CN", "US"]
    assert compounds("他在中学学习", (0, 6), book, []) == []
    assert compounds("US", (0, 2), lexicon("en"), []) == []


def test_merging_keeps_the_first_place() -> None:
    assert merge(Cast(("A",), (), "x", None), Cast(("B", "A"), ("p",), "y", "e")) == Cast(("A", "B"), ("p",), "x", None)


def test_topics_are_told_by_the_word_before() -> None:
    assert is_topic("talks on the ", 0, 13, lexicon("en"))
    assert not is_topic("talks with the ", 0, 15, lexicon("en"))
