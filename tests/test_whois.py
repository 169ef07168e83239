"""Who is who on a desk: names found by any of their forms, people's words obeyed and undone."""

from __future__ import annotations

import pytest

from dragoman.errors import DragomanError, NotFoundError
from dragoman.model.ids import story_id
from dragoman.model.query import Query
from dragoman.model.story import Member, Story
from dragoman.store.memory import Memory
from dragoman.whois import WhoIs
from link.profiles import reading

AT = "2023-05-12T00:00:00+00:00"
READINGS = (
    reading("a1", "zh", ("贝凯莱·德斯塔", "person", "水利部长", "ET"), ("莫拉", "person", None, None)),
    reading("a2", "en", ("Bekele Desta", "person", "water minister", "ET"), ("Enrique Mora", "person", "envoy", "EU")),
    reading("a3", "ru", ("Бекеле Деста", "person", None, None)),
)
OTHER = reading("b1", "en", ("Bekele Desta", "person", "minister", "ET"), ("Ann Desta", "person", None, None))
MADE = {one.article.id: one.made_by for one in (*READINGS, OTHER)}


def story(*members) -> Story:
    ids = [member.article.id for member in members]
    return Story(story_id(ids[0]), tuple(Member(name, 1.0) for name in ids), "T", {"en": "T"}, ("en",), "2023-05-11", "2023-05-11")


@pytest.fixture
def store() -> Memory:
    made = Memory()
    for one in READINGS:
        made.save(one.article.url, "d", one, [story(*READINGS[: READINGS.index(one) + 1])])
    made.save(OTHER.article.url, "d", OTHER, [story(OTHER)])
    return made


@pytest.fixture
def who(store: Memory) -> WhoIs:
    made = WhoIs(store)
    made.settle(made=MADE)
    return made


def test_names_of_one_person_are_one_entity_on_the_whole_desk(who: WhoIs, store: Memory) -> None:
    found = who.dossier("Бекеле Деста")
    assert found.id == "person:bekele desta"
    assert set(found.names) == {"en", "zh", "ru"}
    assert set(found.articles) == {"a1", "a2", "a3", "b1"}
    assert {statement.evidence.article for statement in found.said} == set(found.articles)
    assert len(found.stories) == 2
    assert {merged.entity for merged in found.merged if merged.why} == {"person:贝凯莱·德斯塔", "person:бекеле деста"}
    for named in found.named:
        for words in named.evidence:
            (held,) = store.readings(ids=[words.article])
            assert held.article.text[words.start : words.end] == words.text


def test_only_stories_that_changed_are_looked_at_again(who: WhoIs, store: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    recast = []
    monkeypatch.setattr(store, "recast", lambda casts, gone: recast.extend(cast.story for cast in casts))
    who.settle(made=MADE)
    assert recast == []
    who.settle(made={**MADE, "b1": ("other@2",)})
    assert recast == [story(OTHER).id]


def test_a_name_is_found_by_id_by_letters_and_by_part(who: WhoIs) -> None:
    for asked in ("person:bekele desta", "bekele desta", "Bekele"):
        assert who.find(asked) == "person:bekele desta"
    assert who.find("贝凯莱·德斯塔") == "person:贝凯莱·德斯塔"
    with pytest.raises(DragomanError, match="may be person:ann desta, person:bekele desta"):
        who.find("Desta")
    with pytest.raises(NotFoundError):
        who.find("Nobody At All")


def test_people_unite_and_part_and_take_it_back(who: WhoIs) -> None:
    before = who.known()
    said = who.judge("same", "莫拉", "Enrique Mora", AT, "ann")
    assert (said.n, said.one, said.other) == (1, "person:莫拉", "person:enrique mora")
    assert who.known().of("person:莫拉") == "person:enrique mora"
    who.judge("different", "Бекеле Деста", "Bekele Desta", AT)
    assert who.known().of("person:бекеле деста") != who.known().of("person:bekele desta")
    assert who.undo(None, AT).n == 2
    assert who.undo(1, AT).n == 1
    assert who.known() == before
    assert [one.undone for one in who.judgements()] == [AT, AT]
    with pytest.raises(NotFoundError):
        who.undo(None, AT)


def test_a_word_survives_that_everything_is_filed_again(who: WhoIs) -> None:
    who.judge("different", "贝凯莱·德斯塔", "Bekele Desta", AT)
    who.settle(made={**MADE, "a1": ("other@2",)})
    assert who.known().of("person:贝凯莱·德斯塔") != "person:bekele desta"


def test_a_contradiction_is_refused_and_nothing_is_kept(who: WhoIs) -> None:
    who.judge("same", "莫拉", "Enrique Mora", AT)
    with pytest.raises(DragomanError, match="contradicts judgement 1"):
        who.judge("different", "莫拉", "Enrique Mora", AT)
    with pytest.raises(DragomanError, match="against itself"):
        who.judge("same", "莫拉", "person:莫拉", AT)
    assert len(who.judgements()) == 1


def test_lists_take_letters_in_any_language_types_and_parties(who: WhoIs) -> None:
    assert [one.id for one in who.entities(Query(text="德斯塔"), READINGS).items] == ["person:bekele desta"]
    assert [one.id for one in who.entities(Query(party="EU"), READINGS).items] == ["person:enrique mora"]
    assert who.entities(Query(type="place"), READINGS).items == ()


def test_a_speaker_is_known_by_any_name(who: WhoIs) -> None:
    assert "贝凯莱·德斯塔" in who.surfaces()("person:bekele desta")


def test_a_desk_of_an_older_version_is_looked_at_when_somebody_judges(store: Memory) -> None:
    fresh = WhoIs(store)
    assert fresh.known().to == {}
    fresh.judge("same", "莫拉", "Enrique Mora", AT)
    assert fresh.known().of("person:бекеле деста") == "person:bekele desta"
