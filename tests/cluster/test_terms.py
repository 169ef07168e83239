import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.cluster.terms import cosine, rarity, weigh, words


def test_words_are_cut_to_stems_and_unspaced_runs_to_pairs():
    assert [stem for stem, _ in words("Negotiators' 2nd 北约峰会")] == ["negotia", "2", "nd", "北约", "约峰", "峰会"]


def test_common_words_weigh_little_and_rare_ones_much():
    assert rarity("en", "the") < 0.1 < 2 < rarity("en", "stoltenberg")
    assert rarity("tlh", "anything") == rarity("en", "xyzzyx")


def test_the_weightiest_terms_are_kept():
    found = weigh("the summit of the alliance in Brussels and the summit of the union", "en", most=3)
    assert len(found) == 3
    assert "the" not in found


def test_cosine_is_one_for_equal_and_zero_for_disjoint():
    assert cosine({"a": 1.0, "b": 2.0}, {"a": 2.0, "b": 4.0}) == pytest.approx(1.0)
    assert cosine({"a": 1.0}, {"b": 1.0}) == 0.0
    assert cosine({}, {}) == 0.0


@settings(deadline=None)
@given(st.text())
def test_any_text_is_weighed(text):
    assert all(weight > 0 for weight in weigh(text, "zh").values())
