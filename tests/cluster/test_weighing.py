from dragoman.cluster.cores import Core
from dragoman.cluster.join import Seen
from dragoman.cluster.running import features
from dragoman.cluster.weighing import running


def test_every_feature_has_a_weight_of_the_sign_that_it_must_have():
    core = Core("0000001 a", 1, 1, None, {}, {}, {}, {}, frozenset())
    weights = running().weights
    assert set(weights) == set(features(core, core, Seen()))
    assert weights["apart"] <= 0
    assert all(weight >= 0 for name, weight in weights.items() if name != "apart")
    assert 0 < running().loose < running().link < 1
