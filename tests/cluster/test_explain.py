"""Why an article is in its story, and why not in another."""

import pytest
from msgspec.structs import replace

from dragoman.cluster.card import card
from dragoman.cluster.explain import beside, counted, explained, fit, parts
from dragoman.cluster.filing import Filing
from dragoman.model.story import Member, Rulings, Story

TALKS = (
    "Missile talks in Geneva",
    "Negotiators met in Geneva to discuss missiles, exercises and the limits of the alliance.",
    ("NATO", "RU"),
)
VOLCANO = ("Volcano erupts near the islands", "A volcano under the sea erupted and sent waves to the coast of the islands.", ("TO", "NZ"))


@pytest.fixture
def desk(made):
    """Five reports of talks, two of a volcano, filed; stories, cards by article."""
    readings = [made(f"t{n}", TALKS[0], f"{TALKS[1]} Report {n}.", day="2022-01-10", entities=TALKS[2]) for n in range(5)]
    readings += [made(f"v{n}", VOLCANO[0], f"{VOLCANO[1]} Report {n}.", day="2022-01-11", entities=VOLCANO[2]) for n in range(2)]
    cards = {reading.article.id: card(reading) for reading in readings}
    stories, _ = Filing().refile(list(cards.values()))
    homes = {member.article: story for story in stories for member in story.members}
    return stories, cards, homes


def test_a_member_is_set_against_the_others_of_its_event(desk):
    stories, cards, homes = desk
    found = explained(cards["t0"], homes["t0"], parts(stories, cards), counted(cards.values()))
    assert (found.article, found.title, found.story) == ("t0", TALKS[0], homes["t0"].id)
    (own,) = found.fits
    assert (own.inside, own.ground, own.asked, own.agree) == (True, "fits", 4, 4)
    assert own.score > found.least
    assert {near.article for near in own.nearest} < {"t1", "t2", "t3", "t4"}
    assert all(reason.feature and reason.detail for reason in own.why)


def test_a_stranger_is_told_what_it_lacks(desk):
    stories, cards, homes = desk
    found = explained(cards["v0"], homes["v0"], parts(stories, cards), counted(cards.values()))
    (other,) = found.rejected
    assert (other.story, other.home, other.inside, other.ground) == (homes["t0"].id, homes["v0"].id, False, "score")
    assert other.score < found.least
    (near,) = beside(homes["t0"], parts(stories, cards), counted(cards.values()))
    assert near.home == homes["v0"].id
    assert near.story == homes["t0"].id


def test_vetoes_judgements_and_a_missing_quorum_are_named(desk):
    stories, cards, homes = desk
    seen, among = counted(cards.values()), parts(stories, cards)
    talks = next(part for part in among if part.story == homes["t0"].id)
    stranger = replace(cards["t0"], article="x")
    assert fit(stranger, talks, "s-other", seen).ground == "nearer"
    late = replace(stranger, earliest=cards["t0"].earliest + 90, latest=cards["t0"].latest + 90)
    assert fit(late, talks, "s-other", seen).ground == "veto"
    apart = Rulings((), (("t1", "x"),), {"x": "judgement 7"})
    assert (fit(stranger, talks, "s-other", seen, apart).ground, fit(stranger, talks, "s-other", seen, apart).judgement) == (
        "judgement",
        "judgement 7",
    )
    together = Rulings((("t0", "v0"), ("t0", "v1")), (), {"v1": "judgement 8"})
    event = homes["t0"].members[0].event
    joined = replace(homes["t0"], members=(*homes["t0"].members, Member("v0", 1.0, event=event), Member("v1", 1.0, event=event)))
    (part,) = parts([joined], cards)
    assert fit(cards["v1"], part, joined.id, seen, together).judgement == "judgement 8"


def test_round_ups_and_cards_that_are_not_at_hand_are_left_out(desk):
    stories, cards, _ = desk
    first = replace(stories[0], members=tuple(replace(member, roundup=True) for member in stories[0].members))
    assert parts([first], cards) == ()
    assert parts(stories, {}) == ()
    lone = Story("s1", (Member("v0", 1.0),), "T")
    (part,) = parts([lone], cards)
    assert fit(cards["v0"], part, "s1", counted(cards.values())) is None
