from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.facts.portal import portal_line


@pytest.mark.parametrize(
    ("line", "date", "precision", "outlet", "section"),
    [
        ("2020-05-06 00:00:00.0     示例邮报-科技     原网页", "2020-05-06", "day", "示例邮报", "科技"),
        ("2020-05-06 00:00:00.0 示例邮报-科技 原网页", "2020-05-06", "day", "示例邮报", "科技"),
        ("2020-05-06 10:30:00    Example Post | World", "2020-05-06T10:30", "minute", "Example Post", "World"),
        ("Source: Example Post - World · 6 May 2020 · Original", "2020-05-06", "day", "Example Post", "World"),
        ("Источник: Пример-Пост | Мир | 06.05.2020 | Оригинал", "2020-05-06", "day", "Пример-Пост", "Мир"),
        ("来源：示例日报 - 国际  2020年5月6日  [查看原文]", "2020-05-06", "day", "示例日报", "国际"),
        ("6. Mai 2020  |  Beispielpost  |  Originalartikel", "2020-05-06", "day", "Beispielpost", None),
    ],
)
def test_date_outlet_and_section_are_read_in_any_order(line: str, date: str, precision: str, outlet: str, section: str | None) -> None:
    found = portal_line(line)
    assert found is not None
    assert (found.date, found.precision, found.outlet, found.section) == (date, precision, outlet, section)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "words  and  more",
        "On 2020-05-06 the bridge opened.",
        "2020-05-06 来源：示例日报 作者：王小明 编辑：李",
        "2020-05-06  来源：示例日报",
        "2020-05-06 Example Post",
        "The bridge | the river | the town",
        "Read the original",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    found = portal_line(line)
    assert found is None or found.outlet is None


def test_a_line_without_date_is_read_where_it_is_asked_for_and_shows_a_section_or_the_original() -> None:
    found = portal_line("Источник: Пример | Мир", dateless=True)
    assert found is not None
    assert (found.date, found.precision, found.outlet, found.section) == ("", "unknown", "Пример", "Мир")
    assert portal_line("Источник: Пример | Мир") is None
    assert portal_line("Источник: Пример", dateless=True) is None
    assert portal_line("Пример | Мир", dateless=True) is None


@given(st.text(alphabet="2020-05 年月日|·: Source原文GaZ\t", max_size=60))
def test_no_line_breaks_the_reader(line: str) -> None:
    assert portal_line(line, dateless=True) == portal_line(line, dateless=True)
