"""Merging of event mentions, on mentions made by hand."""

from __future__ import annotations

from itertools import permutations

from msgspec.structs import replace

from dragoman.brief.timeline import timeline
from dragoman.model.annotations import Event
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading
from dragoman.model.spans import Evidence

MEETING = Event(
    id="e1",
    type="consult",
    label="they meet",
    start="2023-05-03",
    end="2023-05-03",
    precision="day",
    status="announced",
    place=None,
    parties=("ET", "ER"),
    people=(),
    format=None,
    evidence=(),
    earliest="2023-05-03",
    latest="2023-05-03",
    sure=0.9,
)


def event(name: str, **changes: object) -> Event:
    return replace(MEETING, id=name, **changes)


def days(first: str, last: str) -> dict[str, object]:
    return {"start": first, "end": last, "earliest": first, "latest": last}


def month(value: str, last: str) -> dict[str, object]:
    return {"start": value, "end": value, "earliest": value + "-01", "latest": value + "-" + last, "precision": "month"}


def reading(name: str, published: str | None, *events: Event) -> Reading:
    article = Article(
        id=name,
        url=name,
        source=SourceRef(name, name),
        title="",
        text="x" * 100,
        language="en",
        language_evidence=LanguageEvidence("script", 1.0),
        published=Published(published, "day") if published else Published(),
    )
    cited = [replace(one, evidence=(Evidence(name, index, index + 1, "x"),)) for index, one in enumerate(events)]
    return Reading(article, events=tuple(cited))


def test_an_announcement_and_the_report_of_its_last_day_are_one_meeting() -> None:
    before = reading("a", "2023-04-20", event("e1", place="Nairobi", **days("2023-05-03", "2023-05-04")))
    after = reading("b", "2023-05-05", event("e2", people=("Amina",), status="held", **days("2023-05-04", "2023-05-04")))
    held, planned = timeline((before, after))
    assert held == planned
    (entry,) = held
    assert (entry.start, entry.end, entry.status, entry.place, entry.people) == (
        "2023-05-03",
        "2023-05-04",
        "held",
        "Nairobi",
        ("Amina",),
    )
    assert {one.article for one in entry.evidence} == {"a", "b"}


def test_what_is_only_announced_stands_on_the_agenda_alone() -> None:
    held, planned = timeline((reading("a", "2023-04-20", event("e1")),))
    assert held == ()
    assert [entry.id for entry in planned] == ["e1"]


def test_meetings_of_other_sides_on_one_day_stay_apart() -> None:
    both = reading("a", "2023-04-20", event("e1"), event("e2", parties=("ET", "SD")))
    assert len(timeline((both,))[1]) == 2


def test_meetings_of_other_people_or_in_other_places_on_one_day_stay_apart() -> None:
    people = reading("a", "2023-04-20", event("e1", people=("Amina",)), event("e2", people=("Berhane",)))
    places = reading("a", "2023-04-20", event("e1", place="Nairobi"), event("e2", place="Cairo"))
    assert len(timeline((people,))[1]) == len(timeline((places,))[1]) == 2


def test_a_call_and_a_meeting_on_one_day_stay_apart() -> None:
    both = reading("a", "2023-05-09", event("e1", format="telephone", status="held"), event("e2", format="face to face", status="held"))
    assert len(timeline((both,))[0]) == 2


def test_a_call_dated_a_day_apart_in_two_capitals_is_one() -> None:
    one = reading("a", "2023-05-09", event("e1", format="telephone", status="held"))
    other = reading("b", "2023-05-09", event("e2", format="telephone", status="held", **days("2023-05-04", "2023-05-04")))
    assert len(timeline((one, other))[0]) == 1


def test_a_general_mention_joins_the_entry_of_its_day() -> None:
    exact = reading("a", "2023-05-09", event("e1", status="held"))
    general = reading("b", "2023-05-09", event("e2", status="held", parties=("ET",)))
    assert len(timeline((exact, general))[0]) == 1


def test_a_month_joins_a_day_where_place_or_people_agree_or_nothing_else_can_be_meant() -> None:
    day = event("e1", status="held", place="Nairobi")
    vague = event("e2", status="held", place="Nairobi", **month("2023-05", "31"))
    other = event("e3", status="held", **month("2023-05", "31"))
    merged, _ = timeline((reading("a", "2023-06-01", day), reading("b", "2023-06-01", vague)))
    assert [(entry.start, entry.precision) for entry in merged] == [("2023-05-03", "day")]
    assert len(timeline((reading("a", "2023-06-01", day), reading("b", "2023-06-01", other)))[0]) == 1
    later = event("e4", status="held", place="Nairobi", **days("2023-05-20", "2023-05-20"))
    assert len(timeline((reading("a", "2023-06-01", day, later), reading("b", "2023-06-01", other)))[0]) == 3


def test_the_label_is_the_mention_that_says_most() -> None:
    bare = event("e1", status="held", parties=("ET",), label="at the talks", sure=0.6)
    full = event("e2", status="held", place="Nairobi", label="Ethiopia and Eritrea met in Nairobi")
    (entry,), _ = timeline((reading("a", "2023-05-03", bare), reading("b", "2023-05-04", full)))
    assert entry.label == "Ethiopia and Eritrea met in Nairobi"


def test_a_merged_event_keeps_the_place_that_is_linked() -> None:
    bare = event("e1", status="held", place="Найроби")
    known = event("e2", status="held", place="Nairobi", place_entity="place:nairobi")
    (entry,), _ = timeline((reading("a", "2023-05-03", bare), reading("b", "2023-05-04", known)))
    assert (entry.place, entry.place_entity) == ("Nairobi", "place:nairobi")


def test_the_order_of_arrival_does_not_matter() -> None:
    held = [
        reading("a", "2023-04-20", event("e1", place="Nairobi", **days("2023-05-03", "2023-05-04"))),
        reading("b", "2023-05-05", event("e2", status="held", **days("2023-05-04", "2023-05-04"))),
        reading("c", None, event("e3", status="unclear", parties=("ET",)), event("e4", parties=("SD", "KE"))),
    ]
    results = {repr(timeline(order)) for order in permutations(held)}
    assert len(results) == 1


def test_a_new_date_closes_the_old_one_wherever_it_was_announced() -> None:
    first = reading("a", "2023-04-01", event("e1", place="Nairobi"))
    later = reading("b", "2023-04-20", event("e2", supersedes="", **days("2023-05-20", "2023-05-20")))
    held, planned = timeline((first, later))
    assert held == ()
    assert [(entry.status, entry.supersedes) for entry in planned] == [("moved", None), ("announced", "e1")]


def test_a_cancelled_meeting_stays_on_the_agenda_as_cancelled() -> None:
    first = reading("a", "2023-04-01", event("e1"))
    later = reading("b", "2023-05-02", event("e2", status="cancelled"))
    held, planned = timeline((first, later))
    assert [entry.status for entry in planned] == ["cancelled"]
    assert [entry.status for entry in held] == ["cancelled"]


def test_today_settles_what_an_article_leaves_open() -> None:
    unclear = reading("a", None, event("e1", status="unclear"))
    assert timeline((unclear,))[1] == ()
    assert timeline((unclear,), today="2023-04-01")[1][0].status == "announced"


def test_a_region_does_not_contradict_a_town_and_two_towns_do() -> None:
    town = event("e1", place="Geneva", place_entity="place:geneva")
    country = event("e2", place="Switzerland", place_entity="CH")
    other = event("e3", place="Vienna", place_entity="place:vienna")
    assert len(timeline((reading("a", "2023-04-20", town), reading("b", "2023-04-20", country)))[1]) == 1
    assert len(timeline((reading("a", "2023-04-20", town), reading("b", "2023-04-20", other)))[1]) == 2
