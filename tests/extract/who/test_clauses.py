from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.who import clauses


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("来源：海港日报 作者：林晓舟 编辑：赵之桥", [("outlet", "海港日报"), ("author", "林晓舟"), ("editor", "赵之桥")]),
        ("文|林晓舟", [("author", "林晓舟")]),
        ("Автор: Мария Вершинская, фото: Глеб Осокин", [("author", "Мария Вершинская,"), ("photographer", "Глеб Осокин")]),
        ("(Reporting by Ada Quill; Editing by Rhys Calder)", [("author", "Ada Quill"), ("editor", "Rhys Calder")]),
        ("作者：林晓舟 浏览：122", [("author", "林晓舟"), ("other", "122")]),
        ("Source: Northbank Gazette | Phone: 12", [("outlet", "Northbank Gazette")]),
        ("English: a language", []),
        ("The committee met on Wednesday.", []),
    ],
)
def test_clauses_are_a_role_and_its_words(line: str, found: list[tuple[str, str]]) -> None:
    assert [(clause.role, line[clause.value : clause.end].strip()) for clause in clauses.read(line)] == found


@given(st.text(alphabet="作者：:文|/ .;,By byeditdAaи—（）()", max_size=120))
def test_clauses_of_any_line_stand_in_order_within_it(line: str) -> None:
    found = clauses.read(line)
    assert all(0 <= clause.start <= clause.value <= clause.end <= len(line) for clause in found)
    assert [clause.start for clause in found] == sorted(clause.start for clause in found)
