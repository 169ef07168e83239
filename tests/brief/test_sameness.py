"""Evidence for one happening, on mentions made by hand."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.brief.sameness import dates_fit, formats_fit, people, place, sides
from dragoman.model.annotations import Event

MEETING = Event(
    id="e1",
    type="consult",
    label="they meet",
    start="2023-05-03",
    end="2023-05-03",
    precision="day",
    status="held",
    place="Nairobi",
    parties=("ET", "ER"),
    people=("Amina Tesfay",),
    format="telephone",
    evidence=(),
    place_entity="place:nairobi",
    earliest="2023-05-03",
    latest="2023-05-03",
    sure=0.9,
)


def test_two_formats_contradict_and_an_untold_one_does_not() -> None:
    assert formats_fit(MEETING, replace(MEETING, format=None))
    assert not formats_fit(MEETING, replace(MEETING, format="video"))


def test_a_call_may_be_dated_a_day_apart() -> None:
    next_day = replace(MEETING, earliest="2023-05-04", latest="2023-05-04")
    assert dates_fit(MEETING, next_day, [next_day])
    assert not dates_fit(replace(MEETING, format=None), replace(next_day, format=None), [next_day])


def test_sides_people_and_places_speak_for_or_against() -> None:
    assert sides(MEETING, MEETING, False) == 2.0
    assert sides(MEETING, replace(MEETING, parties=("KE", "ET")), False) is None
    assert people(MEETING, replace(MEETING, people=("Omar Said",))) is None
    assert people(MEETING, replace(MEETING, people=("Амина Тесфай",))) == 0.0
    assert place(MEETING, replace(MEETING, place="Geneva", place_entity="place:geneva")) is None
    assert place(MEETING, replace(MEETING, place="Kenya", place_entity="KE")) == 0.5
