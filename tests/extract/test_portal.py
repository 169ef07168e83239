from __future__ import annotations

import pytest

from dragoman.extract.portal import portal_line


def test_a_portal_line_gives_date_outlet_and_section() -> None:
    found = portal_line("2020-05-06 00:00:00.0     示例邮报-科技     原网页")
    assert found is not None
    assert (found.date, found.precision, found.outlet, found.section) == ("2020-05-06", "day", "示例邮报", "科技")


def test_a_time_of_day_that_is_not_midnight_is_kept() -> None:
    found = portal_line("2020-05-06 10:30:00    Example Post | World")
    assert found is not None
    assert (found.date, found.precision, found.outlet, found.section) == ("2020-05-06T10:30", "minute", "Example Post", "World")


@pytest.mark.parametrize(
    "line", ["", "words  and  more", "On 2020-05-06 the bridge opened.", "2020-05-06 来源：示例日报 作者：王小明 编辑：李"]
)
def test_other_lines_are_none(line: str) -> None:
    found = portal_line(line)
    assert found is None or found.outlet is None
