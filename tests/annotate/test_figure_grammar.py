from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import languages
from dragoman.annotate.figure_grammar import quantities


def read(text: str, language: str) -> list[tuple[float | None, float | None, float | None, bool]]:
    return [(one.value, one.low, one.high, one.approximate) for one in quantities(language).find(text.lower())]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("about 100,000 troops", "en", (100_000, 90_000, 110_000, True)), ("more than 10,000 troops", "en", (10_000, 10_000, None, False)),
        ("up to 500 people", "en", (500, None, 500, False)), ("at least five civilians", "en", (5, 5, None, False)),
        ("dozens of soldiers", "en", (None, 24, 99, True)), ("3 to 4 million people", "en", (None, 3e6, 4e6, True)),
        ("2.5 billion", "en", (2.5e9, 2.5e9, 2.5e9, False)), ("约10万士兵", "zh", (100_000, 90_000, 110_000, True)),
        ("超过1万名士兵", "zh", (10_000, 10_000, None, False)), ("25亿美元", "zh", (2.5e9, 2.5e9, 2.5e9, False)),
        ("数十人", "zh", (None, 24, 99, True)), ("около 100 тысяч военных", "ru", (100_000, 90_000, 110_000, True)),
        ("более 10 тыс. военных", "ru", (10_000, 10_000, None, False)), ("2,5 млрд", "ru", (2.5e9, 2.5e9, 2.5e9, False)),
    ],
)  # fmt: skip
def test_a_number_is_read_with_its_bounds(text: str, language: str, wanted: tuple[float | None, float | None, float | None, bool]) -> None:
    assert read(text, language) == [pytest.approx(wanted)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("resolution 2202", "en"), ("the f-16 and the s-400", "en"), ("the 5th fleet", "en"), ("第30届", "zh"), ("苏-27战机", "zh"), ("резолюция 2202", "ru"),
        ("5-й флот", "ru"), ("a 65-year-old man", "en"),
    ],
)  # fmt: skip
def test_names_and_ordinals_are_no_quantities(text: str, language: str) -> None:
    assert read(text, language) == []


def test_a_change_has_two_numbers() -> None:
    text = "it grew from 16 members to 30"
    assert [(text[a:b], text[c:d]) for (a, b), (c, d) in quantities("en").pairs(text)] == [("16", "30")]


@pytest.mark.parametrize("code", [*languages.codes(), "xx", "pl"])
def test_every_language_reads_a_percentage(code: str) -> None:
    assert [one.value for one in quantities(code).find("54 %")] == [54.0]


@given(st.text(max_size=200))
def test_any_text_is_read_in_order_without_failing(text: str) -> None:
    for code in ("en", "zh", "ru"):
        found = list(quantities(code).find(text.lower()))
        assert found == sorted(found, key=lambda one: one.start)
