from __future__ import annotations

import pytest
from litestar.testing import TestClient

from dragoman.web.app import create_app
from dragoman.web.care import Care
from dragoman.web.limits import Limiter, Limits, household, own


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_a_bucket_gives_its_minute_s_worth_and_then_one_by_one(clock):
    limiter = Limiter(6, clock)
    assert [limiter.take("a").taken for _ in range(7)] == [True] * 6 + [False]
    assert limiter.take("a").wait == 10
    assert limiter.take("b").taken
    clock.now = 10.0
    assert [limiter.take("a").taken for _ in range(2)] == [True, False]
    clock.now = 1000.0
    assert limiter.take("a").left == 5


def test_a_clock_that_goes_back_gives_nothing(clock):
    limiter = Limiter(1, clock)
    clock.now = 100.0
    assert limiter.take("a").taken
    clock.now = 0.0
    assert not limiter.take("a").taken


def test_the_number_of_buckets_is_bounded(clock):
    limiter = Limiter(2, clock, most=100)
    for number in range(10_000):
        limiter.take(str(number))
    assert len(limiter) == 100
    assert limiter.take("9999").left == 0


def test_no_limit_takes_everything():
    limiter = Limiter(0)
    assert all(limiter.take("a").taken for _ in range(1000))
    assert len(limiter) == 0


def test_forms_count_for_both_limits(clock):
    limits = Limits(Care(rate=10, form_rate=2, alone=False), clock)
    assert [limits.address("198.51.100.7", True).taken for _ in range(3)] == [True, True, False]
    assert limits.address("198.51.100.7", False).left == 6
    assert limits.account("ann", True).taken
    assert Limits(Care()).address("198.51.100.7", True) is None


def test_the_machine_s_own_requests_are_not_counted_where_nobody_else_can_come():
    assert Limits(Care(rate=1)).address("127.0.0.1", False) is None
    assert Limits(Care(rate=1, alone=False)).address("127.0.0.1", False) is not None


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1%eth0", "2001:db8:1:2::/64"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("testclient", "testclient"),
    ],
)
def test_a_household_counts_as_one(address, counted):
    assert household(address) == counted


def test_this_machine_is_known():
    assert own("127.0.0.1")
    assert own("::1")
    assert own("::ffff:127.0.0.1")
    assert not own("198.51.100.7")
    assert not own("testclient")


def test_readers_are_told_what_is_left_and_refused_politely(desk):
    with TestClient(create_app(desk, care=Care(rate=2, alone=False))) as client:
        first = client.get("/keys")
        assert (first.status_code, first.headers["ratelimit-limit"], first.headers["ratelimit-remaining"]) == (200, "2", "1")
        assert client.get("/nothing-here").headers["ratelimit-remaining"] == "0"
        refused = client.get("/keys")
        assert refused.status_code == 429
        assert refused.headers["retry-after"] == "30"
        assert refused.headers["x-content-type-options"] == "nosniff"
        assert client.get("/static/desk.css").status_code == 200


def test_a_form_that_is_too_large_is_refused(desk):
    with TestClient(create_app(desk, judging=desk, care=Care(max_form=1024))) as client:
        assert client.post("/judge", data={"kind": "x" * 5000}).status_code == 413
        assert client.post("/judge", files={"kind": b"x" * 5000}).status_code == 413
