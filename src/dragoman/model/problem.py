"""Problem: why something stopped. It is recorded, shown, and stops nothing else."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Stage = Literal["discover", "fetch", "decode", "extract", "annotate", "link", "file", "store", "export"]


class Problem(Struct, frozen=True):
    """`reason` is a short stable key ("empty", "binary", "too large", "too deep", "undecodable", "private address", ...), `detail`
    a sentence for people, `next_try` an ISO time or None where trying again makes no sense."""

    stage: Stage
    reason: str
    url: str
    detail: str = ""
    source: str | None = None
    at: str | None = None
    attempts: int = 1
    next_try: str | None = None
