"""Bytes to text under a codec that has been settled already (`fetch.encoding.decide` settles it)."""

from __future__ import annotations

import codecs
import re

SHARE_BROKEN = 0.02
# Of all characters: a long page whose few letters beyond ASCII are broken is shown, as browsers show it.
SHARE_LOST = 0.002
# So many characters must show that a text was encoded twice: one piece may be about such texts.
FEW = 4

_C1 = re.compile("[\x80-\x9f]")
# What windows-1252 has where ISO 8859-1 has control characters, which no text has: browsers read the one for the other.
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
_BYTE = {code: code for code in range(0x80, 0x100)} | {ord(char): code for code, char in _WINDOWS.items()}
_TAIL = "[" + "".join(re.escape(_WINDOWS[code]) for code in range(0x80, 0xA0)) + "\x80-\xbf]"
# UTF-8 that was taken for windows-1252 and encoded again: lead and trail bytes as that encoding shows them.
_TWICE = re.compile(f"(?:[\xc2-\xdf]{_TAIL}|[\xe0-\xef]{_TAIL}{{2}}|[\xf0-\xf4]{_TAIL}{{3}})+")
# One that no text has of its own: a quotation mark, a dash, an accented letter (not \xc3 before a closing mark, which Portuguese has).
_CERTAIN = re.compile(
    f"\xe2\u20ac{_TAIL}|\xc3[\xa1-\xac\xae-\xba\xbc-\xbf\u2030\u0153\u0161\u017e\u0178]|[\xd0\xd1]{_TAIL}(?:[\xd0\xd1]{_TAIL})+|(?:[\xe3-\xe9]{_TAIL}{{2}}){{2,}}"
)
# How each of these begins, which is quick to find.
_BEGUN = re.compile(f"[\xc3\xd0\xd1\xe2-\xe9]{_TAIL}")


def decode(body: bytes, codec: str) -> str:
    """Strict decoding that forgives two things and no more: a character cut in half at the end (a truncated download) is dropped, and
    broken bytes become U+FFFD where there is one, or few: under `SHARE_BROKEN` of the characters beyond ASCII, or `SHARE_LOST` of all (old
    sites cut descriptions in the middle of a character). A byte order mark is not part of the text, text that was certainly encoded as
    UTF-8 twice is decoded twice, and control characters that stand for windows-1252 become what they stand for. Raises
    `UnicodeDecodeError` for anything else, `LookupError` for an unknown codec."""
    text = _decoded(body, codec).removeprefix("\ufeff")
    if text.isascii():
        return text
    if codec.startswith("utf") and any(_CERTAIN.match(text, hit.start()) for hit in _BEGUN.finditer(text)):
        text = once(text)
    return text.translate(_WINDOWS) if _C1.search(text) else text


def _decoded(body: bytes, codec: str) -> str:
    decoder = codecs.getincrementaldecoder(codec)
    try:
        return decoder("strict").decode(body, final=False)
    except UnicodeDecodeError:
        text = decoder("replace").decode(body, final=False)
        if broken_share(text) > SHARE_BROKEN and text.count("\ufffd") > max(1, SHARE_LOST * len(text)):
            raise
        return text


def broken_share(text: str) -> float:
    """Share of replacement characters among the characters beyond ASCII."""
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return text.count("\ufffd") / beyond if beyond else 0.0


def once(text: str) -> str:
    """The text with what was encoded twice (UTF-8 read as windows-1252 and encoded again) decoded, where that is certain: pieces that are
    whole UTF-8 under windows-1252 and that no language writes, `FEW` characters of them at least."""
    if sum(len(piece.group()) for piece in _CERTAIN.finditer(text)) < FEW:
        return text
    throughout = _TWICE.sub("", text).isascii()
    return _TWICE.sub(lambda piece: _mended(piece.group()) if throughout or _CERTAIN.search(piece.group()) else piece.group(), text)


def _mended(words: str) -> str:
    try:
        return bytes(_BYTE[ord(char)] for char in words).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return words
