import pytest

from dragoman.cluster.copies.weights import odds, weigh


def test_what_each_feature_adds_is_shown():
    added = weigh("same", {"contained": 0.5})
    assert set(added) == {"bias", "contained"}
    assert odds("same", {"contained": 1.0, "own": 1.0, "spread": 1.0}) > 0.9 > odds("same", {"contained": 0.1}) + 0.8


def test_a_feature_without_a_weight_is_a_mistake():
    with pytest.raises(KeyError):
        weigh("same", {"nothing": 1.0})
