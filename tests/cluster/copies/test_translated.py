from collections import Counter

import numpy as np

from dragoman.cluster.copies.translated import aligned, probability


def vectors(seed, count, size=512):
    made = np.random.default_rng(seed).normal(size=(count, size)).astype(np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def like(a, b, numbers=(Counter("12"), Counter("12"))):
    return aligned(a, b, ([100] * len(a), [90] * len(b)), numbers)


def test_sentences_in_the_same_order_are_a_translation():
    one = vectors(1, 10)
    found = like(one, one + 0.05 * vectors(2, 10))
    assert (found.shared, found.ordered) == (1.0, 1.0)
    assert [(bead.a, bead.b) for bead in found.beads] == [(at, at) for at in range(10)]
    assert probability(found) > 0.9


def test_a_cut_translation_is_one_still():
    one = vectors(1, 12)
    found = like(one, one[:5])
    assert found.shared == 1.0
    assert probability(found) > 0.5


def test_two_sentences_may_stand_for_one():
    one = vectors(1, 6)
    joined = one[:2].sum(axis=0, keepdims=True)
    found = like(one, np.concatenate([joined / np.linalg.norm(joined), one[2:]]).astype(np.float32))
    assert (found.beads[0].a_end, found.beads[0].b_end) == (2, 1)


def test_other_sentences_and_another_order_are_none():
    one = vectors(1, 10)
    assert probability(like(one, vectors(3, 10), (Counter("12"), Counter("34")))) < 0.2
    assert like(one, one[::-1].copy()).shared < 0.5


def test_without_sentences_nothing_is_told():
    assert probability(like(vectors(1, 0), vectors(2, 4))) == 0.0
