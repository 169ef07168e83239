"""How long to wait after failures: nothing for the first few, then twice as long each time, up to a bound.

Three things are counted for each try: the account from this address, the account from anywhere, and the address. An attacker from one place
is slowed down on the first, and does not shut the owner out, who comes from another place. There is one row for each, whatever the number
of tries; while one of them waits nothing is looked at and nothing is counted."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

from msgspec import Struct

from dragoman.accounts.secrecy import after, seconds
from dragoman.model.account import Attempts
from dragoman.model.ids import digest

MEMORY = 24
"""Hours after which failures are forgotten."""


class Pace(Struct, frozen=True):
    """`free` failures cost nothing, from `puzzled` on a riddle is asked, and waits never exceed `longest` seconds."""

    free: int
    puzzled: int
    longest: int


PACES = {"pair": Pace(5, 3, 900), "account": Pace(50, 10, 60), "from": Pace(30, 3, 900)}


def keys(account: str, address: str) -> tuple[str, ...]:
    """The keys of a try. Names are hashed: people type passwords into the wrong field."""
    place = network(address)
    return (f"pair:{digest(account, place)}", f"account:{digest(account)}", f"from:{digest(place)}")


def network(address: str) -> str:
    """What counts as one address: in IPv6 the /64 that one customer has (RFC 6177)."""
    try:
        whole = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(whole, ipaddress.IPv6Address):
        return str(whole.ipv4_mapped or ipaddress.ip_network((whole, 64), strict=False).network_address)
    return address


def wait(noted: Sequence[Attempts], now: str) -> int:
    """Seconds until the next try is looked at; 0: now."""
    return max((seconds(now, one.until) for one in noted if one.until > now), default=0)


def puzzled(noted: Sequence[Attempts], now: str) -> bool:
    """Whether so much failed that a riddle is asked."""
    return any(_fresh(one, now) >= _pace(one).puzzled for one in noted)


def failed(noted: Sequence[Attempts], now: str) -> list[Attempts]:
    """What is to be kept after one more failure."""
    return [_failed(one, now) for one in noted]


def stale(now: str) -> str:
    """What was last tried before this is forgotten."""
    return after(now, hours=-MEMORY)


def _failed(one: Attempts, now: str) -> Attempts:
    count, pace = _fresh(one, now) + 1, _pace(one)
    over = count - pace.free
    delay = 0 if over <= 0 else min(pace.longest, 2 ** min(over, 30))
    return Attempts(one.key, count, now, after(now, seconds=delay) if delay else "")


def _fresh(one: Attempts, now: str) -> int:
    return one.failures if one.last >= stale(now) else 0


def _pace(one: Attempts) -> Pace:
    return PACES[one.key.partition(":")[0]]
