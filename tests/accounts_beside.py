"""What tests of accounts share: a book in memory, a clock that is set by hand, users."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from dragoman.model.account import User
from dragoman.store import STORES


class Clock:
    """Stands until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2031, 3, 10, 9, 30, tzinfo=UTC)

    def now(self) -> str:
        return self.time.isoformat(timespec="seconds")

    def on(self, **delta: float) -> None:
        self.time += timedelta(**delta)


def book() -> Any:
    """A store in memory."""
    return STORES.make("sqlite", path=None)


def user(held: Any, name: str = "ada", role: str = "reader", email: str = "", confirmed: bool = False, **more: Any) -> User:
    """A user that the book keeps."""
    made = User(f"u-{name}", name, email, role, confirmed=confirmed, created="2031-01-01T00:00:00+00:00", **more)  # type: ignore[arg-type]
    held.add_user(made)
    return made


def told(held: Any) -> list[str]:
    """What the audit log tells, oldest first."""
    return [entry.what for entry in reversed(held.audited(100))]
