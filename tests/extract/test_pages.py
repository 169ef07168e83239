from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.pages import Row, paragraphs, unshaped


def rows(*lines: str, page: int = 0, x: float = 50, top: float = 700, size: float = 11) -> list[Row]:
    return [Row(line, x, top - 14 * number, size, page) for number, line in enumerate(lines)]


def texts(given_rows: list[Row], known=lambda word: True) -> list[str]:
    return [text for text, _ in paragraphs(given_rows, known).paragraphs]


def test_lines_of_a_paragraph_become_one_line() -> None:
    assert texts(rows("The harbour reopened on Monday after the", "storm, and ships set out again before the", "dawn of the day.")) == [
        "The harbour reopened on Monday after the storm, and ships set out again before the dawn of the day."
    ]


def test_scripts_without_spaces_are_joined_without() -> None:
    assert texts(rows("马恩港星期三重新开放，此前一场风暴使所有船", "只在港内滞留了六天。")) == [
        "马恩港星期三重新开放，此前一场风暴使所有船只在港内滞留了六天。"
    ]


@pytest.mark.parametrize(
    ("lines", "words", "joined"),
    [
        (("The govern-", "ment met"), {"government"}, "The government met"),
        (("a well-", "known report"), {"well", "known"}, "a well-known report"),
        (("Прави-", "тельство сообщило"), {"правительство"}, "Правительство сообщило"),
        (("the govern\u00ad", "ment met"), set(), "the government met"),
        (("Saint-", "Malo is a port"), {"saint", "malo"}, "Saint-Malo is a port"),
        (("from 2008-", "2010 he was"), set(), "from 2008-2010 he was"),
        (("he came -", "and went"), set(), "he came -and went"),
    ],
)
def test_a_hyphen_that_only_broke_a_word_goes(lines: tuple[str, ...], words: set[str], joined: str) -> None:
    assert texts(rows(*lines), words.__contains__) == [joined]


def test_gaps_indents_sizes_and_short_lines_part_paragraphs() -> None:
    full = "x" * 60
    gap = [*rows(f"{full} one", "and the end."), *rows(f"{full} two", "and more.", top=640)]
    assert len(texts([*rows(full, full, full, top=760), *gap])) == 3
    indented = [*rows(full, f"{full}."), Row("Begins here " + full, 62, 672, 11, 0), *rows(full, top=658)]
    assert len(texts(indented)) == 2
    heading = [Row("A heading", 50, 720, 18, 0), *rows(full, full)]
    assert texts(heading)[0] == "A heading"
    assert len(texts(rows(full, "It ended.", full, full))) == 2


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    first = rows("The harbour of Marn reopened on a day in", "the middle of the week, when nobody had")
    column = rows("thought of it, and every ship set out at", "once to", x=300)
    page = rows("make up for the days that were lost.", page=1)
    assert len(texts([*first, *column, *page])) == 1


def test_heads_feet_and_page_numbers_are_furniture_with_their_reason() -> None:
    body = ["The harbour of Marn reopened on Wednesday", "after a storm had kept every ship in port", "for six days on end"]
    pages = [
        row for page in range(3) for row in rows(f"The Herald, page {page + 1}", *body, f"more {page}", "fish", str(page + 7), page=page)
    ]
    found = paragraphs([*pages], lambda word: True)
    removed = [row.text for row, _, _ in found.furniture]
    assert "The Herald, page 1" in removed
    assert all("Herald" not in text for text, _ in found.paragraphs)
    assert any("of 3 pages" in why for _, _, why in found.furniture)


def test_a_number_at_the_foot_of_a_single_page_is_none_of_the_text() -> None:
    found = paragraphs(
        [*rows("One line of words that goes on", "and on until it ends.", "and more of it.", "yes"), Row("- 12 -", 290, 40, 9, 0)], bool
    )
    assert [(row.text, why) for row, _, why in found.furniture] == [("- 12 -", "a page number")]


def test_glyphs_become_the_letters_they_draw() -> None:
    assert unshaped("⻢恩港⽇报 ﬁne ﬂow") == "马恩港日报 fine flow"


@given(
    st.lists(
        st.builds(Row, st.text(min_size=1, max_size=30), st.floats(0, 600), st.floats(-50, 900), st.floats(0, 40), st.integers(0, 3)),
        max_size=30,
    )
)
def test_no_row_is_lost(given_rows: list[Row]) -> None:
    found = paragraphs(given_rows, bool)
    letters = sorted(c for row in given_rows for c in row.text if c.isalnum())
    kept = sorted(
        c for text in [*(t for t, _ in found.paragraphs), *(row.text for row, _, _ in found.furniture)] for c in text if c.isalnum()
    )
    assert letters == kept
