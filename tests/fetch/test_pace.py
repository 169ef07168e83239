"""Requests to one host keep their distance; hosts do not wait for each other."""

from dragoman.fetch.pace import Pace


def test_requests_to_one_host_stand_apart() -> None:
    pace = Pace(2.0)
    assert [pace.wait("a", 10.0), pace.wait("a", 10.0), pace.wait("a", 10.0)] == [0.0, 2.0, 4.0]


def test_another_host_need_not_wait() -> None:
    pace = Pace(2.0)
    pace.wait("a", 10.0)
    assert pace.wait("b", 10.0) == 0.0


def test_time_that_passed_counts() -> None:
    pace = Pace(2.0)
    pace.wait("a", 10.0)
    assert pace.wait("a", 11.5) == 0.5
    assert pace.wait("a", 100.0) == 0.0
