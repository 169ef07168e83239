"""How long a log-in takes by the clock for a name that is known and for one that is not, both with a wrong password: where the two differ,
the time tells who has an account. `python benchmarks/login.py [--tries 200]`

The hashing is that of a real desk (Argon2id with its own parameters), the store a file; each try comes from an address of its own and under
a name that nobody tried yet, so that no wait and no riddle stands in the way. Known and unknown take turns, so that what else the machine
does falls on both alike. It prints medians, and their ratio with an interval by bootstrap; 1 is the best there is."""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from dragoman.accounts.front import Accounts
from dragoman.accounts.passwords import Passwords
from dragoman.config import load
from dragoman.model.account import User
from dragoman.run.local import SystemClock
from dragoman.store.sqlite import Sqlite

WRONG = "not the right password"
RESAMPLED = 2000


def interval(known: Sequence[float], unknown: Sequence[float], seed: int = 1) -> tuple[float, float]:
    """95 % of the ratios of medians of resampled tries."""
    chance = random.Random(seed)
    ratios = sorted(
        statistics.median(chance.choices(known, k=len(known))) / statistics.median(chance.choices(unknown, k=len(unknown)))
        for _ in range(RESAMPLED)
    )
    return ratios[round(0.025 * RESAMPLED)], ratios[round(0.975 * RESAMPLED) - 1]


def measured(accounts: Accounts, users: Sequence[User]) -> tuple[list[float], list[float]]:
    """Seconds of each try: known names, unknown ones."""
    spent: tuple[list[float], list[float]] = ([], [])
    for number, user in enumerate(users):
        for which, name in enumerate((user.name, f"nobody{number}")):
            address = f"10.{which}.{number // 250}.{number % 250 + 1}"
            started = time.perf_counter()
            came = accounts.gate.log_in(name, WRONG, address)
            spent[which].append(time.perf_counter() - started)
            if came.what != "refused":
                raise SystemExit(f"a try was {came.what}, not refused")
    return spent


def main() -> None:
    """Prints a line each for known and unknown names, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=200)
    tries = parser.parse_args().tries
    with tempfile.TemporaryDirectory() as folder:
        accounts = Accounts(Sqlite(str(Path(folder) / "desk")), SystemClock(), load())
        encoded = Passwords().hash("a good long password")  # one hash for all: making it is not what is measured
        users = [User(f"u{number}", f"somebody{number}", password=encoded) for number in range(tries)]
        for user in users:
            accounts.book.add_user(user)
        known, unknown = measured(accounts, users)
    for label, spent in (("known name", known), ("unknown name", unknown)):
        quarters = statistics.quantiles(spent, n=4)
        half = f"half within {quarters[0] * 1000:.2f} to {quarters[2] * 1000:.2f} ms"
        print(f"{label:<13} median {statistics.median(spent) * 1000:7.2f} ms, {half}")
    low, high = interval(known, unknown)
    ratio = statistics.median(known) / statistics.median(unknown)
    print(f"known / unknown {ratio:.3f} (95 % of resamples {low:.3f} to {high:.3f}), {tries} tries each")


if __name__ == "__main__":
    main()
