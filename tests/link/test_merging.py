"""What is united is a function of the articles and of people's words; nothing that is forbidden is ever united."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import ContradictionError
from dragoman.link.cast import cast
from dragoman.link.identity import identities
from dragoman.link.merging import merges
from dragoman.model.identity import Judgement
from link.namesakes import APART, PLAIN
from link.profiles import reading

DAM = (
    reading("a1", "zh", ("贝凯莱·德斯塔", "person", "水利部长", "ET"), ("奥马尔·哈尔凡", "person", "首席谈判代表", "SD")),
    reading(
        "a2",
        "en",
        ("Bekele Desta", "person", "water minister", "ET"),
        ("Omar Khalfan", "person", "chief negotiator", "SD"),
        ("Hanna Girma", "person", "economist", None),
    ),
    reading("a3", "ru", ("Бекеле Деста", "person", "министр", "ET"), ("Омар Хальфан", "person", "глава делегации", "SD")),
)
FERRY = (
    reading("b1", "zh", ("拉尔斯·奥拉夫森", "person", "船长", None)),
    reading("b2", "en", ("Lars Olafsen", "person", "captain", None), ("Bekele Desta", "person", "minister", "ET")),
)
CASTS = (cast("s1", DAM), cast("s2", FERRY))
IDS = sorted({profile.id for one in CASTS for profile in one.profiles})


def said(n: int, kind: str, one: str, other: str, undone: str | None = None) -> Judgement:
    return Judgement(n, kind, one, other, "2023-05-12T00:00:00+00:00", "ann", undone)  # type: ignore[arg-type]


def groups(casts=CASTS, judgements=()) -> set[frozenset[str]]:
    return {frozenset(ids) for ids in identities(merges(casts, judgements)).members.values()}


def test_one_person_is_one_entity_in_every_language_and_nobody_else_is() -> None:
    assert groups() == {
        frozenset({"person:贝凯莱·德斯塔", "person:bekele desta", "person:бекеле деста"}),
        frozenset({"person:奥马尔·哈尔凡", "person:omar khalfan", "person:омар хальфан"}),
        frozenset({"person:拉尔斯·奥拉夫森", "person:lars olafsen"}),
    }


@given(st.permutations(CASTS), st.permutations(DAM))
@settings(deadline=None, max_examples=20)
def test_the_order_of_arrival_does_not_matter(casts, readings) -> None:
    assert merges(casts) == merges(CASTS)
    assert merges([cast("s1", readings), CASTS[1]]) == merges(CASTS)


def test_every_union_keeps_its_evidence() -> None:
    for merge in merges(CASTS):
        assert merge.why
        assert 0.9 <= merge.score <= 1
        assert merge.lead >= 1
        assert merge.story in ("s1", "s2")
    assert {party for merge in merges(CASTS) for party in merge.parties} == {"ET", "SD"}


@given(st.lists(st.tuples(st.sampled_from(["same", "different"]), st.sampled_from(IDS), st.sampled_from(IDS)), max_size=6))
@settings(deadline=None, max_examples=60)
def test_people_are_always_obeyed_and_undoing_restores(rows) -> None:
    judgements = [said(n, kind, one, other) for n, (kind, one, other) in enumerate(rows, 1) if one != other]
    try:
        found = identities(merges(CASTS, judgements))
    except ContradictionError:
        return
    for one in judgements:
        assert (found.of(one.one) == found.of(one.other)) == (one.kind == "same")
    undone = [said(one.n, one.kind, one.one, one.other, "2023-05-13") for one in judgements]
    assert merges(CASTS, undone) == merges(CASTS)


@given(st.data())
@settings(deadline=None, max_examples=40)
def test_two_people_of_one_article_and_two_known_ones_are_never_united(data) -> None:
    names = ("Ivan Petrov", "Ivan Petrovsky", "Irina Petrova", "Sergey Lavrov")
    zh = ("伊万·彼得罗夫", "伊万·彼得罗夫斯基", "伊琳娜·彼得罗娃", "拉夫罗夫")
    ru = ("Иван Петров", "Иван Петровский", "Ирина Петрова", "Сергей Лавров")
    roles = st.sampled_from([None, "mayor", "judge"])
    readings = [
        reading(f"r{place}", code, *((name, "person", data.draw(roles), None) for name in chosen))
        for place, (code, table) in enumerate((("en", names), ("zh", zh), ("ru", ru), ("en", names)))
        for chosen in [sorted(data.draw(st.sets(st.sampled_from(table), max_size=4)))]
    ]
    found = identities(merges([cast("s1", readings)]))
    for one in readings:
        ids = [found.of(mention.entity) for mention in one.mentions]
        assert len(ids) == len(set(ids))


def test_a_judgement_that_contradicts_others_is_refused_with_their_numbers() -> None:
    rows = [said(1, "same", "person:a", "person:b"), said(2, "same", "person:b", "person:c"), said(3, "different", "person:a", "person:c")]
    with pytest.raises(ContradictionError, match="judgement 3 keeps person:a and person:c apart"):
        merges((), rows)


def test_a_person_may_unite_what_nothing_speaks_for() -> None:
    found = groups(judgements=[said(1, "same", "person:hanna girma", "person:lars olafsen")])
    assert frozenset({"person:hanna girma", "person:lars olafsen", "person:拉尔斯·奥拉夫森"}) in found


def test_without_stories_nobody_is_united() -> None:
    assert merges(()) == ()


def told(story) -> list:
    return [reading(f"a-{code}", code, *((name, "person", role, party) for _, name, role, party in rows)) for code, rows in story.items()]


def ids(story, readings) -> dict[tuple[int, str], str]:
    known = identities(merges([cast("s", readings)]))
    return {(person, code): known.of(f"person:{name.lower()}") for code, rows in story.items() for person, name, _, _ in rows}


@pytest.mark.parametrize("name", [*APART, *PLAIN])
def test_no_two_people_are_made_one(name: str) -> None:
    found = ids({**APART, **PLAIN}[name], told({**APART, **PLAIN}[name]))
    wrong = {(one, other) for one in found for other in found if one[0] != other[0] and found[one] == found[other]}
    assert not wrong


@pytest.mark.parametrize("name", PLAIN)
def test_names_of_one_person_are_made_one(name: str) -> None:
    found = ids(PLAIN[name], told(PLAIN[name]))
    assert all(found[one] == found[other] for one in found for other in found if one[0] == other[0])


@pytest.mark.parametrize("name", [*APART, *PLAIN])
def test_shuffling_articles_changes_nothing(name: str) -> None:
    made = told({**APART, **PLAIN}[name])
    assert len({merges([cast("s", order)]) for order in permutations(made)}) == 1


def test_most_of_those_who_are_easily_confused_are_still_known() -> None:
    pairs = [
        found[one] == found[other]
        for story in APART.values()
        for found in [ids(story, told(story))]
        for one in found
        for other in found
        if one < other and one[0] == other[0]
    ]
    assert sum(pairs) >= 0.8 * len(pairs)
