from dragoman.cluster.postings import BUDGET, FEW, Postings


def best(postings, *keys, most=8, allowed=lambda event: True):
    return postings.best(keys, lambda key: 1.0, most, allowed)


def test_those_that_share_most_come_first():
    postings = Postings()
    postings.add("e1", ["a", "b"])
    postings.add("e2", ["b"])
    postings.add("e3", ["c"])
    assert best(postings, "a", "b") == ["e1", "e2"]
    assert best(postings, "a", "b", allowed=lambda event: event != "e1") == ["e2"]
    assert best(postings, "unknown") == []


def test_keys_that_everybody_has_find_nothing():
    postings = Postings()
    for number in range(FEW * 2):
        postings.add(f"e{number:02}", ["common", f"own {number}"])
    assert best(postings, "common") == []
    assert best(postings, "common", "own 7") == ["e07"]


def test_what_one_article_costs_is_bounded():
    postings = Postings()
    for number in range(BUDGET):
        postings.add(f"e{number:04}", [f"k{number % (BUDGET // FEW)}-{copy}" for copy in range(3)])
    looked = []
    keys = [f"k{number}-{copy}" for number in range(BUDGET // FEW) for copy in range(3)]
    postings.best(keys, lambda key: looked.append(key) or 1.0, 8, lambda event: True)
    assert len(looked) <= BUDGET // FEW


def test_what_was_dropped_is_found_no_more():
    postings = Postings()
    postings.add("e1", ["a"])
    postings.add("e1", ["a", "b"])
    postings.drop("e1")
    postings.drop("e1")
    assert best(postings, "a", "b") == []
