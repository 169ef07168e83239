"""Secrets that we hand out, the hashes that we keep of them, and times as text."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta


def token() -> str:
    """256 bits by chance, as letters that need no quoting in addresses and cookies."""
    return secrets.token_urlsafe(32)


def hashed(secret: str) -> str:
    """What is kept of a token: SHA-256. A slow hash would add nothing, because tokens cannot be guessed; and as one looks them up by
    their hash, how long a comparison takes tells nothing of them."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def after(now: str, **delta: float) -> str:
    """ISO time `now` plus `timedelta(**delta)`, to the second."""
    return (datetime.fromisoformat(now) + timedelta(**delta)).isoformat(timespec="seconds")


def seconds(first: str, last: str) -> int:
    """Seconds from one ISO time to another, negative where the second comes first."""
    return int((datetime.fromisoformat(last) - datetime.fromisoformat(first)).total_seconds())
