from __future__ import annotations

from dragoman.annotate.mention_spans import Span, free, inside, longest_first, overlap


def test_touching_spans_do_not_overlap() -> None:
    assert not overlap(Span(0, 2, "place"), Span(2, 4, "place"))
    assert overlap(Span(0, 3, "place"), Span(2, 4, "place"))


def test_a_span_lies_in_a_longer_one() -> None:
    assert inside(Span(1, 2, "place"), Span(0, 2, "person"))
    assert not inside(Span(0, 2, "person"), Span(1, 2, "place"))


def test_free_means_touching_none() -> None:
    assert free(Span(4, 6, "place"), [Span(0, 4, "place")])
    assert not free(Span(3, 6, "place"), [Span(0, 4, "place")])


def test_the_longest_spans_stay_in_order_of_the_text() -> None:
    spans = [Span(5, 7, "place"), Span(0, 2, "place"), Span(1, 6, "person")]
    assert longest_first(spans) == [Span(1, 6, "person")]
