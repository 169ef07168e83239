"""Politeness: how long to wait before the next request to a host (pure; time is passed in)."""

from __future__ import annotations


class Pace:
    """Requests to one host stand at least `gap` seconds apart."""

    def __init__(self, gap: float) -> None:
        self.gap = gap
        self._next: dict[str, float] = {}

    def wait(self, host: str, now: float) -> float:
        """Seconds to sleep before asking `host` at `now`; books that slot."""
        start = max(now, self._next.get(host, now))
        self._next[host] = start + self.gap
        return start - now
