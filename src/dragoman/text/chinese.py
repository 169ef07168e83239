"""Chinese characters: the simplified form, character by character; the traditional one, by words."""

from __future__ import annotations

from functools import cache, lru_cache

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


@lru_cache(maxsize=4096)
def traditional(text: str) -> str:
    """The text in traditional characters, chosen by words (发展, 头发) as OpenCC does; the length may change."""
    return str(_to_traditional().convert(text))  # type: ignore[no-untyped-call]


@cache
def _to_traditional() -> OpenCC:
    return OpenCC("s2t")  # type: ignore[no-untyped-call]
