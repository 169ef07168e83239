from __future__ import annotations

import pytest

from dragoman.extract.titles import of_page, split


@pytest.mark.parametrize(
    ("raw", "sites", "text", "column"),
    [
        ("桥梁观察|新大桥今天通车,市民出行方便了", (), "新大桥今天通车,市民出行方便了", "桥梁观察"),
        ("Analysis | Who pays for the second bridge over the river", (), "Who pays for the second bridge over the river", "Analysis"),
        ("A bridge opens - The Example Times", ("The Example Times",), "A bridge opens", None),
        ("A bridge - a long one - opens", ("The Example Times",), "A bridge - a long one - opens", None),
        ("新大桥今天通车_示例网", ("示例网",), "新大桥今天通车", None),
    ],
)
def test_column_and_site_are_split_off(raw: str, sites: tuple[str, ...], text: str, column: str | None) -> None:
    found = split(raw, sites)
    assert (found.text, found.column) == (text, column)


def test_a_page_title_gives_the_heading_where_it_holds_it() -> None:
    assert of_page("A bridge opens at last | News | Example", "A bridge opens at last").text == "A bridge opens at last"
    assert of_page("新大桥今天正式通车_新闻频道_示例网", None).text == "新大桥今天正式通车"
    assert of_page("Only words", None).text == "Only words"
