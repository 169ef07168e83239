from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.annotations import Mention, Statement
from dragoman.model.spans import Evidence
from dragoman.web.marks import Span, paragraphs, span

TEXT = "Ada met Bo.\n\nBo said that all was well.\nA second line."


def mention(start: int, end: int, kind: str = "person") -> Mention:
    return Mention(start, end, TEXT[start:end], kind)


def said(start: int, end: int) -> Statement:
    return Statement(None, None, "state", "indirect", None, TEXT[start:end], start, end, None, Evidence("a", start, end, TEXT[start:end]))


def flat(listed) -> list[str]:
    return ["".join(run.text for stretch in one.stretches for part in stretch.parts for run in part.runs) for one in listed]


def test_text_without_marks_is_its_paragraphs_with_their_offsets():
    listed = paragraphs(TEXT)
    assert flat(listed) == ["Ada met Bo.", "Bo said that all was well.\nA second line."]
    assert [one.start for one in listed] == [0, 13]


def test_a_name_is_a_run_of_its_own():
    runs = [run for stretch in paragraphs(TEXT, [mention(0, 3)])[0].stretches for part in stretch.parts for run in part.runs]
    assert [(run.text, run.mention is not None) for run in runs] == [("Ada", True), (" met Bo.", False)]


def test_of_overlapping_names_the_longer_earlier_one_wins():
    runs = [
        run for stretch in paragraphs(TEXT, [mention(4, 10), mention(0, 7)])[0].stretches for part in stretch.parts for run in part.runs
    ]
    assert [run.mention.text for run in runs if run.mention] == ["Ada met"]


def test_the_mark_begins_once_even_across_paragraphs():
    stretches = [stretch for one in paragraphs(TEXT, mark=Span(4, 20)) for stretch in one.stretches]
    assert sum(stretch.first for stretch in stretches) == 1
    marked = "".join(run.text for stretch in stretches if stretch.marked for part in stretch.parts for run in part.runs)
    assert marked == TEXT[4:11] + TEXT[13:20]


def test_a_mark_that_starts_between_paragraphs_begins_with_the_next_one():
    stretches = [stretch for one in paragraphs(TEXT, mark=Span(11, 15)) for stretch in one.stretches]
    assert [stretch.first for stretch in stretches if stretch.marked] == [True]


def test_of_nested_statements_the_inner_one_is_marked():
    parts = [part for stretch in paragraphs(TEXT, statements=[said(13, 39), said(26, 38)])[1].stretches for part in stretch.parts]
    assert ["".join(run.text for run in part.runs) for part in parts if part.statement and part.statement.start == 26] == ["all was well"]


def test_an_address_names_a_span_or_none():
    assert span("3-7", 10) == Span(3, 7)
    assert span("3-70", 10) == Span(3, 10)
    assert [span(value, 10) for value in ("7-3", "3", "-1-3", "a-b", "", None, "20-30", "٣-٧x")] == [None] * 8


@given(
    st.text(alphabet="ab \n北", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4),
    st.tuples(st.integers(0, 60), st.integers(0, 60)),
)
def test_whatever_is_marked_no_letter_is_lost_or_doubled(text, names, statements, mark):
    listed = paragraphs(
        text,
        [Mention(start, end, "", "other") for start, end in names],
        [Statement(None, None, "state", "direct", None, "", start, end, None, Evidence("a", 0, 0, "")) for start, end in statements],
        Span(*mark) if mark[0] < mark[1] else None,
    )
    for one, shown in zip(listed, flat(listed), strict=True):
        assert text[one.start : one.start + len(shown)] == shown
    assert "".join("".join(flat(listed)).split()) == "".join(text.split())
    assert sum(stretch.first for one in listed for stretch in one.stretches) <= 1
