"""Waits grow and are bounded; rows stay few."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.accounts import backoff
from dragoman.accounts.secrecy import after
from dragoman.model.account import Attempts

NOW = "2031-03-10T10:00:00+00:00"


def run(key: str, count: int) -> list[int]:
    """Waits after each failure, each tried as soon as it may be."""
    one, now, waits = Attempts(key), NOW, []
    for _ in range(count):
        (one,) = backoff.failed([one], now)
        waits.append(backoff.wait([one], now))
        now = after(now, seconds=waits[-1])
    return waits


def test_the_first_failures_cost_nothing_then_waits_double_up_to_a_bound() -> None:
    assert run("pair:x", 8) == [0, 0, 0, 0, 0, 2, 4, 8]
    assert run("pair:x", 40)[-1] == 900
    assert run("account:x", 80)[-1] == 60


def test_a_riddle_is_asked_after_some_failures() -> None:
    assert not backoff.puzzled([Attempts("pair:x", 2, NOW)], NOW)
    assert backoff.puzzled([Attempts("pair:x", 3, NOW)], NOW)


def test_failures_are_forgotten_after_a_day() -> None:
    old = Attempts("pair:x", 30, NOW, after(NOW, seconds=900))
    later = after(NOW, hours=25)
    assert not backoff.puzzled([old], later)
    assert backoff.failed([old], later)[0].failures == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"), ("::ffff:10.0.0.1", "10.0.0.1")],
)
def test_addresses_of_one_customer_are_one(one: str, other: str) -> None:
    assert backoff.network(one) == backoff.network(other)
    assert backoff.network("2001:db8:1:2::1") != backoff.network("2001:db8:1:3::1")


@given(st.text(), st.text())
def test_keys_never_hold_what_was_typed_and_have_one_size(name: str, address: str) -> None:
    made = backoff.keys(name, address)
    assert len(set(made)) == 3
    assert all(len(key.partition(":")[2]) == 16 for key in made)


@given(st.integers(0, 10**6))
def test_no_wait_exceeds_its_bound(failures: int) -> None:
    for kind, pace in backoff.PACES.items():
        (one,) = backoff.failed([Attempts(f"{kind}:x", failures, NOW)], NOW)
        assert backoff.wait([one], NOW) <= pace.longest
