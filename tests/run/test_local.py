"""Runners give results in order, whatever runs them."""

from __future__ import annotations

from datetime import datetime

import pytest

from dragoman.run.local import Processes, Serial, SystemClock


@pytest.mark.parametrize("runner", [Serial(), Processes(2)], ids=["serial", "processes"])
def test_results_come_in_order_of_the_items(runner: Serial | Processes) -> None:
    assert list(runner.map(abs, range(-20, 0))) == list(range(20, 0, -1))


def test_items_are_taken_as_they_are_needed() -> None:
    taken = []

    def items():
        for number in range(100):
            taken.append(number)
            yield number

    results = Serial().map(abs, items())
    assert next(iter(results)) == 0
    assert taken == [0]


def test_the_clock_tells_utc_to_the_second() -> None:
    now = datetime.fromisoformat(SystemClock().now())
    assert now.utcoffset() is not None
    assert now.utcoffset().total_seconds() == 0
