"""Bytes to text under a codec that has been settled already (`fetch.encoding.decide` settles it)."""

from __future__ import annotations

import codecs

SHARE_BROKEN = 0.02


def decode(body: bytes, codec: str) -> str:
    """Strict decoding that forgives two things and no more: a character cut in half at the end (a truncated download) is dropped, and
    broken bytes become U+FFFD as long as they stay under `SHARE_BROKEN` of the text (old sites cut descriptions in the middle of a
    character). A byte order mark is not part of the text. Raises `UnicodeDecodeError` for anything else, `LookupError` for an
    unknown codec."""
    decoder = codecs.getincrementaldecoder(codec)
    try:
        text = decoder("strict").decode(body, final=False)
    except UnicodeDecodeError:
        text = decoder("replace").decode(body, final=False)
        if broken_share(text) > SHARE_BROKEN:
            raise
    return text.removeprefix("\ufeff")


def broken_share(text: str) -> float:
    """Share of replacement characters among the characters beyond ASCII."""
    beyond = sum(1 for char in text if char > "\x7f")
    return text.count("\ufffd") / beyond if beyond else 0.0
