import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.cluster.nearest import Nearest


def unit(seed, size=32):
    vector = np.random.default_rng(seed).normal(size=size)
    return (vector / np.linalg.norm(vector)).astype(np.float32)


def filled(names):
    index = Nearest()
    for name in names:
        index.put(name, unit(int(name[1:])))
    return index


def anyone(name):
    return True


def test_the_nearest_come_first_and_only_those_allowed():
    index = filled(f"v{n}" for n in range(50))
    vector = tuple(unit(7).tolist())
    assert index.best("", vector, 3, anyone)[0] == "v7"
    assert "v7" not in index.best("", vector, 3, lambda name: name != "v7")
    assert len(index.best("", vector, 3, anyone)) == 3


@settings(max_examples=30, deadline=None)
@given(st.permutations([f"v{n}" for n in range(30)]), st.sets(st.integers(0, 29), max_size=10))
def test_the_answer_does_not_hang_on_the_order_of_rows_nor_on_asking_ahead(order, dropped):
    plain, other = filled(f"v{n}" for n in range(30)), filled(order)
    asked = {f"q{n}": tuple(unit(100 + n).tolist()) for n in range(5)}
    other.ask(asked)
    for n in sorted(dropped):
        plain.drop(f"v{n}")
        other.drop(f"v{n}")
    plain.put("v99", unit(101))
    other.put("v99", unit(101))
    for name, vector in asked.items():
        assert plain.best("", vector, 4, anyone) == other.best(name, vector, 4, anyone)


def test_what_was_dropped_is_found_no_more_and_its_room_is_used_again():
    index = filled(["v1", "v2"])
    index.drop("v1")
    index.drop("unknown")
    index.put("v3", unit(3))
    assert len(index) == 2
    assert "v1" not in index.best("", tuple(unit(1).tolist()), 8, anyone)
    assert index.best("", tuple(unit(3).tolist()), 8, anyone)[0] == "v3"


def test_vectors_of_another_size_are_left_out():
    index = filled(["v1"])
    index.put("v2", unit(2, size=16))
    assert index.best("", tuple(unit(2, size=16).tolist()), 8, anyone) == []
    assert Nearest().best("", (1.0,), 8, anyone) == []
