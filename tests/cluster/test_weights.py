from dragoman.cluster.features import AGAINST, FEATURES, FREE
from dragoman.cluster.weights import weights


def test_the_weights_that_ship_have_their_signs():
    held = weights()
    assert tuple(held.weights) == FEATURES
    for name, weight in held.weights.items():
        assert name in FREE or (weight <= 0 if name in AGAINST else weight >= 0)
    assert held.bias < 0
    assert 0 < held.pair <= held.join < 1
