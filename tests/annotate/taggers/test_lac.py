from __future__ import annotations

from dragoman.annotate.taggers.lac import Lac

TAGGER = Lac()


def tagged(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind) for start, end, kind, _ in TAGGER.tag(text)]


def test_persons_places_and_organisations_are_tagged() -> None:
    found = tagged("中国外交部发言人毛宁在北京会见记者。")
    assert ("毛宁", "person") in found
    assert ("北京", "place") in found


def test_traditional_characters_are_read_with_offsets_of_the_original() -> None:
    assert ("日內瓦", "place") in tagged("會談在日內瓦舉行。")


def test_a_text_longer_than_one_pass_keeps_its_offsets() -> None:
    text = "会谈继续，" * 200 + "普京在莫斯科。"
    assert tagged(text)[-2:] == [("普京", "person"), ("莫斯科", "place")]


def test_nothing_gives_nothing() -> None:
    assert TAGGER.tag("") == []
    assert TAGGER.tag(" \n ") == []
