import numpy as np
import pytest

from dragoman.evaluation.fitting import best_f1, chances, fit, folds


def examples(count=400):
    draw = np.random.default_rng(0)
    rows = draw.normal(size=(count, 3))
    labels = (rows @ np.array([2.0, -1.0, 0.0]) + 0.5 + draw.logistic(size=count) > 0).astype(float)
    return rows, labels


def test_weights_are_found_again():
    weights, bias = fit(*examples(4000), (1, -1, 0))
    assert weights == pytest.approx([2.0, -1.0, 0.0], abs=0.2)
    assert bias == pytest.approx(0.5, abs=0.15)


def test_a_weight_keeps_its_sign():
    rows, labels = examples()
    weights, _ = fit(rows, labels, (1, 1, -1))
    assert weights[0] > 0
    assert weights[1] == 0
    assert weights[2] <= 0


def test_the_same_examples_give_the_same_weights():
    assert fit(*examples(), (0, 0, 0))[0].tolist() == fit(*examples(), (0, 0, 0))[0].tolist()


def test_examples_can_weigh_more():
    rows, labels = examples()
    _, even = fit(rows, labels, (0, 0, 0))
    _, leaning = fit(rows, labels, (0, 0, 0), shares=np.where(labels == 1, 5.0, 1.0))
    assert leaning > even


def test_probabilities_stay_within_bounds():
    assert chances(np.array([[1000.0], [-1000.0]]), np.array([5.0]), 0.0).tolist() == pytest.approx([1.0, 0.0])


def test_the_best_threshold_parts_the_two():
    assert best_f1([0.9, 0.8, 0.2, 0.1], [True, True, False, False]) == (0.5, 1.0)
    assert best_f1([0.3], [False]) == (0.5, 0.0)


def test_folds_take_each_place_once():
    assert folds(5, 2) == [[0, 2, 4], [1, 3]]
