from dragoman.cluster.copies.candidates import MOST, candidates
from dragoman.cluster.copies.prints import printed

WORDS = [f"{a}{b}" for a in "abcdefghij" for b in "klmnopqrst"]


def text(seed, length=120):
    return " ".join(WORDS[(seed * 37 + at * at * (seed + 3)) % len(WORDS)] for at in range(length))


def test_copies_are_candidates_and_strangers_are_not():
    texts = [text(1), text(2), text(1)[:300], text(3) + " " + text(2)]
    assert candidates([printed(one) for one in texts]) == [(0, 2), (1, 3)]


def test_a_large_family_costs_no_more_than_a_few_pairs_a_text():
    pairs = candidates([printed(text(1) + " " + text(number + 5, 20)) for number in range(60)])
    assert len(pairs) <= 60 * MOST
    assert {later for _, later in pairs} == set(range(1, 60))


def test_empty_texts_have_no_candidates():
    assert candidates([printed(""), printed("")]) == []
