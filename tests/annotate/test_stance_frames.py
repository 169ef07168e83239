from __future__ import annotations

from dragoman.annotate.speech_scene import scene
from dragoman.annotate.stance_frames import Reader
from dragoman.annotate.stance_table import stance_table


def test_a_unit_is_read_in_the_order_of_its_cues(told) -> None:
    text = "Japan demanded that Peru leave; Peru rejected the plan."
    laid = scene(told("en", text))
    found = Reader(laid, stance_table("en"), laid.units[0], (), ()).read()
    assert [(taken.holder.party, taken.stance, text[slice(*taken.span)]) for taken in found] == [
        ("JP", "demand", "Peru leave"),
        ("PE", "refusal", "rejected the plan"),
    ]


def test_narrated_words_in_quotation_marks_show_nothing(told) -> None:
    laid = scene(told("en", "Japan spoke of the “demanded that Peru leave” line."))
    assert Reader(laid, stance_table("en"), laid.units[0], (), ()).read() == []
