from dragoman.benching import Stream, cluster
from dragoman.cluster.windows import day_of


def test_the_same_seed_gives_the_same_stream_day_by_day() -> None:
    one, two = list(Stream(20).days(50)), list(Stream(20).days(50))
    assert one == two
    assert [len(cards) for _, cards in one] == [20, 20, 10]
    assert all(day_of(card) == day for day, cards in one for card in cards)
    assert one != list(Stream(20, seed=2).days(50))


def test_streams_are_measured_one_by_one_beside_a_peer() -> None:
    first, second = cluster([40, 60], 10)
    assert (first.articles, first.ratio, second.articles) == (40, 1.0, 60)
    assert first.kilobytes is not None
    assert first.kilobytes > 0
    assert second.kilobytes is None
    assert min(first.mean, first.p95, first.peer, second.ratio) > 0
    assert 0 < first.stories <= first.events <= 40
