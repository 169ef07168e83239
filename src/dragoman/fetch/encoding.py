"""Which encoding a page is in. Labels are read as browsers read them (WHATWG Encoding Standard, section 4.2: gb2312 means
gb18030, iso-8859-1 means windows-1252), but a label is only believed where the bytes agree: what is valid comes before what
is declared, and among valid encodings the one whose text looks like a language wins (`languages/*/encodings.toml`)."""

from __future__ import annotations

import codecs
import re
from functools import cache

from msgspec import Struct

from dragoman import languages
from dragoman.errors import FetchError
from dragoman.text.decode import decode

SAMPLE = 1 << 14
HEAD = 4096
DECLARED_BONUS = 0.25
PLAUSIBLE = 0.2
FEW = 3

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# First bytes of formats that are no text (as in the WHATWG MIME Sniffing Standard, plus archives and programs).
_SIGNATURES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"BZh9", b"\xfd7zXZ",
    b"7z\xbc\xaf", b"Rar!", b"\x7fELF", b"\xca\xfe\xba\xbe", b"OggS", b"ID3", b"\xd0\xcf\x11\xe0", b"\x28\xb5\x2f\xfd", b"wOFF", b"wOF2",
)  # fmt: skip
# What browsers take a label for, as Python codecs; labels not listed are looked up as they are.
_LABELS = {
    label: codec
    for codec, labels in {
        "gb18030": "gb2312 gb-2312 gb_2312-80 gbk x-gbk chinese csgb2312 gb18030 cp936 hz-gb-2312",
        "big5hkscs": "big5 big5-hkscs cn-big5 x-x-big5 csbig5 cp950",
        "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j cp932 csshiftjis",
        "cp949": "euc-kr ks_c_5601-1987 ksc5601 korean windows-949 cp949 ks_c_5601",
        "cp1252": "iso-8859-1 iso8859-1 iso_8859-1 latin1 l1 ascii us-ascii ansi windows-1252 cp1252",
        "cp1254": "iso-8859-9 latin5 windows-1254",
        "cp874": "iso-8859-11 tis-620 windows-874",
        "cp1251": "windows-1251 x-cp1251 cp1251",
        "koi8-r": "koi8-r koi koi8",
        "euc_jp": "euc-jp x-euc-jp",
        "utf-8": "utf-8 utf8 unicode-1-1-utf-8",
        "utf-16-le": "utf-16 utf-16le unicode ucs-2",
        "utf-16-be": "utf-16be",
    }.items()
    for label in labels.split()
}
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.I)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,30})", re.I)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,30})", re.I)
_RUN = re.compile(rb"[^<>]+")
# Marks that any language may use, and words that mix Latin with another alphabet, which none does.
_TYPOGRAPHY = re.compile(
    "[\u00a0\u00a7-\u00a9\u00ab\u00ad\u00ae\u00b0\u00b7\u00bb\u2010-\u205e\u20ac\u2116\u2122\u3000-\u303f\uff00-\uff65]"
)
_MIXED = re.compile("[a-z](?=[\u0370-\u06ff\u0e00-\u0e7f])|[\u0370-\u06ff\u0e00-\u0e7f](?=[a-z])")
# Bytes that begin no character beyond ASCII.
_NO_LEADS = bytes(range(0xC0))
_CONTROL = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))


class Legacy(Struct, frozen=True):
    """An encoding before Unicode: a Python codec, the letters beyond ASCII that its language writes most, and the share of such
    letters that they make up in running text."""

    codec: str
    frequent: frozenset[str]
    expected: float


@cache
def legacy() -> tuple[Legacy, ...]:
    """Every encoding of `languages/*/encodings.toml`, in the order of the folders."""
    found = []
    for data in languages.tables("encodings").values():
        for item in data.get("encoding", ()):
            found.append(Legacy(item["codec"], frozenset(item["frequent"]), item["expected"]))
    return tuple(found)


def codec_of(label: str | None) -> str | None:
    """The Python codec for a label as found in a header, a meta tag or a content type; None where it names none."""
    if not label:
        return None
    inside = _HEADER.search(label)
    name = (inside.group(1) if inside else label).strip().strip("\"'").lower()
    if name in _LABELS:
        return _LABELS[name]
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return info.name if getattr(info, "_is_text_encoding", True) else None


def decide(body: bytes, declared: str | None = None) -> str:
    """The Python codec under which `text.decode.decode(body, codec)` gives the page's text; `declared` is the label or content type of
    the transport. Raises `FetchError`: "empty", "binary" (images, archives, programs), "undecodable"."""
    if not body.strip():
        raise FetchError("empty", "there is nothing in it")
    for mark, codec in _BOMS:
        if body.startswith(mark) and _valid(body, codec):
            return codec
    if body.startswith(_SIGNATURES):
        raise FetchError("binary", "a picture, an archive, a document or a program, not a page")
    wide = _wide(body)
    if wide:
        return wide
    if _is_binary(body):
        raise FetchError("binary", "it holds bytes that no text has")
    if body.isascii():
        return "iso2022_jp" if b"\x1b$" in body and _valid(body, "iso2022_jp") else "utf-8"
    return _eight_bit(body, [codec for codec in (codec_of(declared), *_inside(body)) if codec])


def _inside(body: bytes) -> list[str | None]:
    """Codecs that the page declares itself."""
    head = body[:HEAD]
    return [codec_of(found.group(1).decode("ascii")) for found in (_XML.search(head), _META.search(head)) if found]


def _wide(body: bytes) -> str | None:
    """UTF-16 without a mark shows as zero bytes on one side only."""
    head = body[:HEAD]
    if not head.count(0):
        return None
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    for zeros, others, codec in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > half * 0.2 and others < half * 0.02 and _valid(body, codec):
            return codec
    return None


def _is_binary(body: bytes) -> bool:
    """Text has no zero bytes and next to no control characters; one stray in a long page is forgiven."""
    head = body[:SAMPLE]
    control = len(head) - len(head.translate(None, _CONTROL))
    return control > len(head) // 500 + (0 if len(head) < HEAD else 1)


def _eight_bit(body: bytes, labels: list[str]) -> str:
    multibyte = _multibyte_utf8(body)
    rival = next((codec for codec in labels if not codec.startswith("utf") and _valid(body, codec)), None)
    if multibyte and (multibyte >= FEW or rival is None):
        return "utf-8"
    if not multibyte and _nearly_valid(body, "utf-8"):
        return "utf-8"
    sample = _sample(body)
    scores = {item.codec: 0.0 for item in legacy()}
    for item in legacy():
        scores[item.codec] = max(scores[item.codec], _score(sample, item))
    for codec in labels:
        scores[codec] = scores.get(codec, 0.0) + DECLARED_BONUS
    ranked = sorted(scores, key=lambda codec: -scores[codec])
    for codec in ranked:
        if scores[codec] >= PLAUSIBLE and _nearly_valid(body, codec):
            return codec
    if multibyte:
        return "utf-8"
    for codec in dict.fromkeys((*labels, "utf-8", *ranked)):
        if (codec in labels or codec == "utf-8" or scores[codec] >= PLAUSIBLE) and _nearly_valid(body, codec):
            return codec
    raise FetchError("undecodable", "no known encoding gives a text")


def _multibyte_utf8(body: bytes) -> int:
    """How many characters beyond ASCII the body has as UTF-8; 0 where it is not UTF-8."""
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(body, final=False)
    except UnicodeDecodeError:
        return 0
    return len(body.translate(None, _NO_LEADS))


def _valid(body: bytes, codec: str) -> bool:
    """Strictly, but for a character cut at the end."""
    try:
        codecs.getincrementaldecoder(codec)("strict").decode(body, final=False)
    except (UnicodeError, LookupError):
        return False
    return True


def _nearly_valid(body: bytes, codec: str) -> bool:
    try:
        decode(body, codec)
    except (UnicodeError, LookupError):
        return False
    return True


def _sample(body: bytes) -> bytes:
    """Stretches between tags that have bytes beyond ASCII, `SAMPLE` bytes at most: `<` and `>` never are the second byte of a character
    in the encodings at hand, so cutting there harms none."""
    pieces: list[bytes] = []
    size = 0
    for run in _RUN.finditer(body):
        piece = run.group()
        if not piece.isascii():
            pieces.append(piece[:SAMPLE])
            size += len(pieces[-1])
            if size >= SAMPLE:
                break
    return b"\n".join(pieces)


def _score(sample: bytes, item: Legacy) -> float:
    """How much the sample looks like the encoding's language: share of frequent letters against the share expected, 0 to 1; characters
    that the encoding cannot have count against it."""
    try:
        text = codecs.getincrementaldecoder(item.codec)("replace").decode(sample, final=False)
    except (UnicodeError, LookupError):
        return 0.0
    beyond = [char for char in text if char > "\x7f" and not _TYPOGRAPHY.match(char)]
    if not beyond:
        return 0.0
    good = sum(1 for char in beyond if char in item.frequent)
    bad = sum(1 for char in beyond if char == "\ufffd" or not char.isprintable()) + len(_MIXED.findall(text))
    return max(0.0, min(1.1, good / len(beyond) / item.expected) - 3 * bad / len(beyond))
