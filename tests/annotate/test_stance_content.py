from __future__ import annotations

from dragoman.annotate.speech_scene import scene
from dragoman.annotate.stance_content import after_noun, enough, item_stance, items, neat, stop
from dragoman.annotate.stance_table import stance_table


def test_items_are_split_only_where_each_says_enough(told) -> None:
    text, table = "停止东扩、不部署导弹，并签署协议", stance_table("zh")
    laid = scene(told("zh", text))
    assert [text[slice(*span)] for span in items(laid, table, 0, len(text))] == ["停止东扩", "不部署导弹", "签署协议"]
    short = "停止部署矛、盾"
    assert [short[slice(*span)] for span in items(scene(told("zh", short)), table, 0, len(short))] == [short]


def test_something_to_be_given_is_a_demand_beside_red_lines() -> None:
    table = stance_table("zh")
    assert [item_stance(table, "red line", words) for words in ("就此缔结条约", "不得越界")] == ["demand", "red line"]


def test_content_ends_at_a_stop_and_is_neat(told) -> None:
    text, table = "demand that Peru leave, while others stay.", stance_table("en")
    laid = scene(told("en", text))
    start = after_noun(laid, table, laid.units[0], len("demand"))
    assert start is not None
    end = stop(laid, table, laid.units[0], start)
    span = neat(laid, table, start, end)
    assert span is not None
    assert text[slice(*span)] == "Peru leave"


def test_too_few_words_are_no_content(told) -> None:
    laid = scene(told("en", "no. yes"))
    assert neat(laid, stance_table("en"), 0, 3) is None
    assert (enough(laid, "no"), enough(laid, "no way")) == (False, True)
