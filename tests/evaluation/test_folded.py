import numpy as np

from dragoman.cluster.features import FEATURES
from dragoman.evaluation.folded import as_is, freely, joined, out_of_fold


def test_the_threshold_comes_from_the_other_folds():
    labels = [at % 3 == 0 for at in range(30)]
    values = np.asarray([[0.9 if same else 0.7] for same in labels])
    found = out_of_fold(values, labels, 5, as_is)
    assert [value >= 0.5 for value in found] == labels
    assert all(0 <= value <= 1 for value in found)


def test_a_fold_does_not_teach_itself():
    labels = [False] * 10 + [True] * 10
    labels[0] = True  # nothing but its own label tells
    values = np.asarray([[0.8 if at >= 10 else 0.2] for at in range(20)])
    assert out_of_fold(values, labels, 20, as_is)[0] < 0.5


def test_the_features_of_the_join_are_weighed():
    labels = [at % 2 == 0 for at in range(20)]
    rows = np.zeros((20, len(FEATURES)))
    rows[:, FEATURES.index("names")] = [0.8 if same else 0.1 for same in labels]
    assert [value >= 0.5 for value in out_of_fold(rows, labels, 4, joined)] == labels


def test_a_feature_that_speaks_the_other_way_is_of_use_only_without_signs():
    labels = [at % 2 == 0 for at in range(20)]
    rows = np.zeros((20, len(FEATURES)))
    rows[:, FEATURES.index("names")] = [0.1 if same else 0.8 for same in labels]
    assert [value >= 0.5 for value in out_of_fold(rows, labels, 4, freely)] == labels
    assert len({value >= 0.5 for value in out_of_fold(rows, labels, 4, joined)}) == 1
