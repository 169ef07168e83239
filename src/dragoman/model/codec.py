"""The one way values become JSON and come back."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_encoder = msgspec.json.Encoder(order="deterministic")


def to_json(value: Any) -> bytes:
    """UTF-8 JSON, deterministic."""
    return _encoder.encode(value)


def from_json(raw: bytes | str, kind: type[T]) -> T:
    """Raises `msgspec.ValidationError` where the JSON does not fit `kind`."""
    return msgspec.json.decode(raw, type=kind)


def to_plain(value: Any) -> Any:
    """Structs as plain dicts and lists."""
    return msgspec.to_builtins(value)
