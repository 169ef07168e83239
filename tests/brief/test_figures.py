from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.brief.figures import agree, slots
from dragoman.model.annotations import Figure
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading
from dragoman.model.spans import Evidence
from dragoman.model.story import Copy


def figure(article: str, low: float | None, high: float | None, **about: Any) -> Figure:
    fields: dict[str, Any] = {
        "slot": "troops:RU#border", "value": low, "unit": None, "approximate": False, "as_of": None, "party": "RU", "label": "troops",
        "evidence": Evidence(article, 0, 1, "x"), **about,
    }  # fmt: skip
    return Figure(low=low, high=high, **fields)


def share(article: str, value: float) -> Figure:
    return figure(article, value, value, slot="percent:votes", unit="percent", party=None)


def reading(name: str, *figures: Figure) -> Reading:
    article = Article(name, "u", SourceRef("s", "S"), "", "text", "en", LanguageEvidence("test", 1.0))
    return Reading(article=article, figures=figures)


def test_one_text_alone_neither_agrees_nor_disagrees() -> None:
    (slot,) = slots([reading("a", figure("a", 16, 16), figure("a", 30, 30))])
    assert slot.agree is None
    assert len(slot.values) == 2


def test_figures_of_two_texts_share_a_slot_and_agree_where_they_overlap() -> None:
    (slot,) = slots([reading("b", figure("b", 90_000, 110_000)), reading("a", figure("a", 100_000, None))])
    assert slot.agree is True
    assert [value.evidence.article for value in slot.values] == ["a", "b"]


def test_figures_that_exclude_each_other_are_a_conflict() -> None:
    (slot,) = slots([reading("a", figure("a", 90_000, 110_000)), reading("b", figure("b", 175_000, 175_000))])
    assert slot.agree is False


def test_a_later_figure_is_an_update_and_no_conflict() -> None:
    assert agree([figure("a", 12, 12, as_of="2022-01-09"), figure("b", 20, 20, as_of="2022-01-12")]) is None
    assert agree([figure("a", 12, 12, as_of="2022-01-09"), figure("b", 20, 20, as_of="2022-01-10")]) is False
    assert agree([figure("a", 12, 12, as_of="2022-01"), figure("b", 20, 20, as_of="2022-01-10")]) is False
    assert agree([figure("a", 12, 12), figure("b", 20, 20, as_of="2022-01-10")]) is None


def test_other_things_counted_stay_apart() -> None:
    made = slots([reading("a", figure("a", 1, 1)), reading("b", figure("b", 2, 2, slot="troops:RU#exercise"))])
    assert [slot.slot for slot in made] == ["troops:RU#border", "troops:RU#exercise"]
    assert all(slot.agree is None for slot in made)


def test_units_that_convert_are_compared_and_others_kept_apart() -> None:
    (slot,) = slots([reading("a", figure("a", 60, 60, unit="minute")), reading("b", figure("b", 1, 1, unit="hour"))])
    assert slot.agree is True
    assert len(slots([reading("a", figure("a", 5, 5, unit="USD")), reading("b", figure("b", 5, 5, unit="EUR"))])) == 2


def test_a_text_that_repeats_a_figure_gives_it_once() -> None:
    (slot,) = slots([reading("a", figure("a", 7, 7), figure("a", 7, 7))])
    assert len(slot.values) == 1


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_arrival_does_not_matter(order: tuple[int, ...]) -> None:
    readings = [reading(name, figure(name, at, at)) for at, name in enumerate("abc")]
    assert slots([readings[at] for at in order]) == slots(readings)


def test_texts_that_each_give_several_shares_agree_where_one_fits() -> None:
    (slot,) = slots([reading("a", share("a", 52), share("a", 48)), reading("b", share("b", 52))])
    assert slot.agree is True


def test_two_tolls_of_one_text_do_not_hide_that_the_other_text_has_a_third() -> None:
    tolls = reading("a", figure("a", 16, 16, slot="dead"), figure("a", 9, 9, slot="dead"))
    (slot,) = slots([tolls, reading("b", figure("b", 10, None, slot="dead"))])
    assert slot.agree is False


def test_undated_figures_of_articles_weeks_apart_are_not_compared() -> None:
    early, late = reading("a", figure("a", 88.9, 88.9)), reading("b", figure("b", 84.2, 84.2))
    early = replace(early, article=replace(early.article, published=Published("2019-05-15", "day")))
    late = replace(late, article=replace(late.article, published=Published("2019-05-29", "day")))
    (slot,) = slots([early, late])
    assert slot.agree is None


def test_a_copy_agrees_with_nothing_and_repeats_no_figure() -> None:
    readings = [reading("b", figure("b", 12, 12)), reading("a", figure("a", 12, 12))]
    (slot,) = slots(readings, [Copy("a", "b", "exact", 1.0, None)])
    assert slot.agree is None
    assert [value.evidence.article for value in slot.values] == ["b"]
    (three,) = slots([*readings, reading("c", figure("c", 12, 12))], [Copy("a", "b", "exact", 1.0, None)])
    assert three.agree is True
    assert [value.evidence.article for value in three.values] == ["b", "c"]
