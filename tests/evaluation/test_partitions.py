import pytest

from dragoman.evaluation.partitions import b_cubed, figures, pairwise


def test_the_gold_itself_scores_one():
    assert b_cubed(["a", "a", "b"], ["x", "x", "y"]) == (1.0, 1.0, 1.0)
    assert pairwise(["a", "a", "b"], ["x", "x", "y"]) == (1.0, 1.0, 1.0)


def test_one_cluster_for_all_has_full_recall_and_singletons_full_precision():
    gold = ["x", "x", "y", "y"]
    assert b_cubed(["a"] * 4, gold)[:2] == (0.5, 1.0)
    assert b_cubed(["a", "b", "c", "d"], gold)[:2] == (1.0, 0.5)


def test_b_cubed_agrees_with_a_hand_count():
    precision, recall, _ = b_cubed(["a", "a", "a", "b"], ["x", "x", "y", "y"])
    assert precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert recall == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)


def test_the_cross_language_figure_is_of_stories_in_several_languages_only():
    found = figures(["1", "2", "3"], ["x", "x", "y"], ["en", "zh", "en"])
    assert found["cross_b3_f1"] == pytest.approx(2 / 3)
    assert "cross_b3_f1" not in figures(["1", "1"], ["x", "y"], ["en", "zh"])
    assert found["clusters"] == 3
    assert found["gold_clusters"] == 2


def test_an_empty_set_scores_nothing():
    assert figures([], [], [])["b3_f1"] == 0.0
