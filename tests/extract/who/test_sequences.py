from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.who import sequences


@pytest.mark.parametrize(
    ("line", "who", "outlet"),
    [
        ("海港日报记者 林晓舟 通讯员 何远帆", [("林晓舟", "author", None), ("何远帆", "author", None)], "海港日报"),
        ("（记者林晓舟）", [("林晓舟", "author", None)], None),
        ("本报记者 林晓舟 摄影 唐一诺", [("林晓舟", "author", None), ("唐一诺", "photographer", None)], None),
        ("海港报记者 林晓舟 河口县报道", [("林晓舟", "author", "河口县")], "海港报"),
        ("本报实习生 林晓舟 发自河口", [("林晓舟", "author", "河口")], None),
    ],
)
def test_words_and_names_in_turn_are_read(line: str, who: list[tuple[str, str, str | None]], outlet: str | None) -> None:
    found = sequences.read(line)
    assert found is not None
    assert list(found.who) == who
    assert found.outlet == outlet


@pytest.mark.parametrize(
    "line", ["记者从会上了解到，大桥将于明年通车。", "文章分类", "作者须知", "林晓舟", "记者会", "海港日报", "编辑推荐", "江西 广东"]
)
def test_other_lines_are_none(line: str) -> None:
    assert sequences.read(line) is None


@given(st.text(alphabet="本报记者林晓舟编辑摄影文图（） 、/报道发自A1", max_size=60))
def test_any_line_is_read_or_not_without_a_crash(line: str) -> None:
    found = sequences.read(line)
    assert found is None or (len(found.who) > 0 and all(name in line for name, _, _ in found.who))
