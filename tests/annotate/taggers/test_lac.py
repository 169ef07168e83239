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


def test_words_cover_the_text_and_carry_a_probability() -> None:
    text = "毛宁在北京会见记者。"
    words = TAGGER.words(text)
    assert "".join(text[start:end] for start, end, _, _ in words) == text
    assert all(0 < sure <= 1 for *_, sure in words)


def test_the_probability_of_a_name_does_not_hang_on_its_neighbours() -> None:
    alone, together = TAGGER.tag("普京在莫斯科。")[-1], TAGGER.tag("短句。\n今天的会谈一共进行了三个小时。\n普京在莫斯科。")[-1]
    assert abs(alone[3] - together[3]) < 1e-4
