from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.event_clauses import asides, clause_at, clauses, trim
from dragoman.annotate.event_lexicon import lexicon


def cut(text: str, language: str = "en", **spans: list[tuple[int, int]]) -> list[str]:
    return [text[one.start : one.end].strip() for one in clauses(text, (0, len(text)), lexicon(language), **spans)]  # type: ignore[arg-type]


def test_commas_and_semicolons_cut_and_figures_do_not() -> None:
    assert cut("Chad sent 1,000 men, and Niger left; Mali stayed.") == ["Chad sent 1,000 men,", "and Niger left;", "Mali stayed."]
    assert [one.segment for one in clauses("a, b; c", (0, 7), lexicon("en"))] == [0, 0, 1]


def test_a_list_of_names_stays_whole() -> None:
    text = "signed by Chad, Niger and Mali"
    names = [(10, 14), (16, 21), (26, 30)]
    assert cut(text, names=names) == [text]


def test_what_is_said_begins_behind_that() -> None:
    text = "Chad said Tuesday that Niger met Mali."
    found = clauses(text, (0, len(text)), lexicon("en"), times=[(10, 17)], cues=[29])
    assert [(text[one.start : one.end].strip(), one.speech) for one in found] == [
        ("Chad said Tuesday that", True),
        ("Niger met Mali.", False),
    ]


def test_a_later_that_does_not_open_what_is_said() -> None:
    text = "He said a summit found that peace is near."
    found = clauses(text, (0, len(text)), lexicon("en"), cues=[10])
    assert text[found[1].start : found[1].end].strip().startswith("a summit")


def test_brackets_and_dashed_insertions_are_asides() -> None:
    text = "Chad — a member — met Niger (its neighbour)."
    assert [text[start:end].strip() for start, end in asides(text, (0, len(text)))] == ["— a member —", "(its neighbour)"]


def test_trimming_takes_marks_and_space() -> None:
    assert trim(" ,word. ", 0, 8, ",.") == (2, 6)


@given(st.text(max_size=80))
def test_clauses_cover_the_sentence_without_overlap(text: str) -> None:
    found = clauses(text, (0, len(text)), lexicon("en"))
    assert "".join(text[one.start : one.end] for one in found) == text
    assert all(0 <= clause_at(found, at) < len(found) for at in range(len(text)))
