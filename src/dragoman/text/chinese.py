"""Chinese characters: the simplified form, character by character."""

from __future__ import annotations

from functools import cache

from opencc import OpenCC  # type: ignore[attr-defined]

_FIRST, _LAST = 0x3400, 0x9FFF


@cache
def _table() -> dict[int, str]:
    """What OpenCC's t2s does to each character alone; lines keep the characters from forming phrases."""
    characters = [chr(point) for point in range(_FIRST, _LAST + 1)]
    plain = OpenCC("t2s").convert("\n".join(characters)).split("\n")  # type: ignore[no-untyped-call]
    return {ord(old): new for old, new in zip(characters, plain, strict=True) if old != new and len(new) == 1}


def simplified(text: str) -> str:
    """The text in simplified characters; one character for one, so that offsets hold."""
    return text if text.isascii() else text.translate(_table())
