import pytest

from dragoman.evaluation import baselines

TEXTS = [
    "Ministers met in Vienna on the grain corridor talks",
    "Grain corridor talks of ministers in Vienna",
    "A football cup final was played last night",
    "外长在维也纳会谈粮食走廊",
    "粮食走廊会谈在维也纳举行",
]


def test_single_pass_puts_texts_that_share_words_together():
    found = baselines.single_pass_tfidf(TEXTS)
    assert found[0] == found[1]
    assert found[3] == found[4]
    assert len(set(found)) == 3


def test_single_pass_with_vectors_goes_by_their_angle():
    assert baselines.single_pass_vectors([(1.0, 0.0), (0.9, 0.4), (0.0, 1.0), ()], 0.65) == ["0", "0", "1", "2"]


def test_names_and_numbers_are_compared_across_languages():
    assert baselines.shared_names("NATO met on 12 May", "北约（NATO）5月12日会晤") > 0.5
    assert baselines.shared_names("nothing", "12") == 0.0


def test_overlaps_are_shares():
    assert baselines.overlap("a b", "a b") == 1.0
    assert baselines.overlap("", "") == 0.0
    assert baselines.shingled("one two three four", "one two three five") == pytest.approx(1 / 3)
