from __future__ import annotations

import accounts_beside as beside
from dragoman.accounts.tries import tried


def test_tries_are_counted_before_they_are_looked_at_and_a_right_one_clears_them():
    book, clock, looked = beside.book(), beside.Clock(), []

    def check(right: bool) -> bool:
        looked.append(right)
        return right

    came = [tried(book, clock, "password", "u-ada", lambda: check(False)) for _ in range(100)]
    assert len(looked) <= 7
    assert came[-1].wait > 0
    assert tried(book, clock, "password", "u-eve", lambda: check(True)).right
    clock.on(minutes=20)
    assert tried(book, clock, "password", "u-ada", lambda: check(True)).right
    assert tried(book, clock, "password", "u-ada", lambda: check(False)).wait == 0
