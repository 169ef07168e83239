"""Which encoding a page is in. Labels are read as browsers read them (WHATWG Encoding Standard, section 4.2: gb2312 means
gb18030, iso-8859-1 means windows-1252), but a label is only believed where the bytes agree: what is valid comes before what
is declared, and among valid encodings the one whose text looks like a language wins (`languages/*/encodings.toml`)."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from heapq import heapify, heappop, heappush

from msgspec import Struct

from dragoman import languages
from dragoman.errors import FetchError
from dragoman.fetch.labels import codec_of
from dragoman.text.decode import decode
from dragoman.text.sniff import is_document

SAMPLE = 1 << 14
HEAD = 4096
DECLARED_BONUS = 0.25
PLAUSIBLE = 0.2
FEW = 3
RUNNING = 0.45  # share of its characters that a page in UTF-16 owes to the most frequent letters: a Chinese one has two thirds
BYTES = "latin-1"  # of documents that bring their own encodings: every byte is a character

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# First bytes of formats that are no text (as in the WHATWG MIME Sniffing Standard, plus archives and programs).
_SIGNATURES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"BZh9", b"\xfd7zXZ",
    b"7z\xbc\xaf", b"Rar!", b"\x7fELF", b"\xca\xfe\xba\xbe", b"OggS", b"ID3", b"\xd0\xcf\x11\xe0", b"\x28\xb5\x2f\xfd", b"wOFF", b"wOF2",
)  # fmt: skip
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.I)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,30})", re.I)
_RUN = re.compile(rb"[^<>]+")
_HZ = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e]){2,2000}(?:~\}|\n|\Z)")
# Marks that any language may use; and what none does: words that mix Latin with another alphabet, capitals and daggers inside words,
# four letters with accents in a row, lines of boxes.
_TYPOGRAPHY = re.compile(
    "[\u00a0\u00a7-\u00a9\u00ab\u00ad\u00ae\u00b0\u00b7\u00bb\u2010-\u205e\u20ac\u2116\u2122\u3000-\u303f\uff00-\uff65]"
)
_WRONG = re.compile(
    "[a-z](?=[\u0370-\u06ff\u0e00-\u0e7f])|[\u0370-\u06ff\u0e00-\u0e7f](?=[a-z])"
    "|[\u0430-\u045f\u0491](?=[\u0400-\u042f\u0490])|[\u03ac-\u03ce](?=[\u0386-\u03ab])|[a-z\xdf-\xf6\xf8-\xff](?=[\xc0-\xd6\xd8-\xde\u0152\u0178\u017d])"
    "|(?<=[a-z])[\u201a\u201c-\u2022\u2030\u2039\u203a](?=[a-z])|[\u2500-\u259f]|(?<=[\xc0-\u024f]{3})[\xc0-\u024f]"
)
_BEYOND = bytes(range(128, 256))
# ASCII, and the quotation marks, dashes and signs that every Windows encoding has in the same place.
_MARKS = bytes(range(128)) + b"\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa7\xa9\xab\xae\xb0\xb7\xbb"
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


def decide(body: bytes, declared: str | None = None) -> str:
    """The Python codec under which `text.decode.decode(body, codec)` gives the page's text, `BYTES` for a PDF or a message, which bring
    their own; `declared` is the label or content type of the transport. Raises `FetchError`: "empty", "binary" (images, archives,
    programs), "undecodable"."""
    if not body.strip():
        raise FetchError("empty", "there is nothing in it")
    if is_document(body):
        return BYTES
    for mark, codec in _BOMS:
        if body.startswith(mark) and _nearly_valid(body, codec):
            return codec
    if body.startswith(_SIGNATURES):
        raise FetchError("binary", "a picture, an archive or a program, not a page")
    labels = [codec for codec in (codec_of(declared), *_inside(body)) if codec]
    found = _wide(body) or _escaped(body, labels)
    if found:
        return found
    if _is_binary(body):
        raise FetchError("binary", "it holds bytes that no text has")
    if body.isascii():
        return "utf-8"
    return _eight_bit(body, [codec for codec in labels if not codec.startswith(("utf-16", "utf-32"))])


def _inside(body: bytes) -> list[str | None]:
    """Codecs that the page declares itself."""
    head = body[:HEAD]
    return [codec_of(found.group(1).decode("ascii")) for found in (_XML.search(head), _META.search(head)) if found]


def _wide(body: bytes) -> str | None:
    """UTF-16 without a mark shows as zero bytes on one side only where the page is mostly ASCII, else as letters of running text."""
    head = body[: HEAD - HEAD % 2]
    if len(head) == len(head.translate(None, _CONTROL)):
        return None
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    for zeros, others, codec in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > half * 0.2 and others < half * 0.02 and _nearly_valid(body, codec):
            return codec
    best = max(("utf-16-le", "utf-16-be"), key=lambda codec: _letters(head, codec))
    return best if half >= FEW and _letters(head, best) >= RUNNING and _nearly_valid(body, best) else None


def _letters(head: bytes, codec: str) -> float:
    """Share of characters that running text is made of: ASCII, typography, the frequent letters of some language."""
    text = head[: len(head) - len(head) % 2].decode(codec, "replace")
    known = sum(1 for char in text if char in _frequent() or " " <= char <= "~" or char in "\n\r\t" or _TYPOGRAPHY.match(char))
    return known / max(1, len(text))


@cache
def _frequent() -> frozenset[str]:
    return frozenset().union(*(item.frequent for item in legacy()))


def _escaped(body: bytes, labels: list[str]) -> str | None:
    """Encodings of seven bits, which switch by escape sequences (ISO 2022, RFC 1468, RFC 1557) or tildes (HZ, RFC 1843)."""
    if b"\x1b$)C" in body[:HEAD] and _nearly_valid(body, "iso2022_kr"):
        return "iso2022_kr"
    if not body.isascii():
        return None
    if b"\x1b$" in body and _nearly_valid(body, "iso2022_jp"):
        return "iso2022_jp"
    found = b"".join(_HZ.findall(body))
    return "hz" if found and ("hz" in labels or _chinese(found)) and _nearly_valid(body, "hz") else None


def _chinese(found: bytes) -> bool:
    """Whether HZ pieces make up running text: half of its characters are frequent ones."""
    text = found.replace(b"\n", b"~}").decode("hz", "replace")
    return sum(1 for char in text if char in _frequent() or _TYPOGRAPHY.match(char)) >= RUNNING * len(text)


def _is_binary(body: bytes) -> bool:
    """Text has no zero bytes and next to no control characters; one stray in a long page is forgiven."""
    head = body[:SAMPLE]
    control = len(head) - len(head.translate(None, _CONTROL))
    return control > len(head) // 500 + (0 if len(head) < HEAD else 1)


def _eight_bit(body: bytes, labels: list[str]) -> str:
    whole, broken = _utf8(body)
    rival = next((codec for codec in labels if not codec.startswith("utf") and _valid(body, codec)), None)
    if not broken and whole and (whole >= FEW or rival is None):
        return "utf-8"
    if broken and whole >= FEW * broken and _nearly_valid(body, "utf-8"):
        return "utf-8"
    if rival is None and not body.translate(None, _MARKS):
        return "cp1252"
    for codec in _ranked(body, labels):
        if _nearly_valid(body, codec):
            return codec
    if whole and not broken:
        return "utf-8"
    for codec in dict.fromkeys((*labels, "utf-8")):
        if _nearly_valid(body, codec):
            return codec
    raise FetchError("undecodable", "no known encoding gives a text")


def _ranked(body: bytes, labels: list[str]) -> Iterator[str]:
    """Codecs under which the body looks like a language of theirs, the likeliest first; what the page declares counts for it. Signs of a
    wrong encoding, which are slow to find, are looked for only in those that come into question."""
    sample = _sample(body)
    octets = Counter(sample)
    tallies = {item.codec: _tally(sample, octets, item.codec) for item in legacy()}
    bonus = {codec: count * DECLARED_BONUS for codec, count in Counter(labels).items()}
    scores: dict[str, float] = {}
    for item in legacy():
        scores[item.codec] = max(scores.get(item.codec, 0.0), _score(tallies[item.codec], item, 0))
    order = list(dict.fromkeys((*scores, *labels)))
    queue = [(-scores.get(codec, 0.0) - bonus.get(codec, 0.0), place, False) for place, codec in enumerate(order)]
    heapify(queue)
    while queue:
        score, place, settled = heappop(queue)
        if -score < PLAUSIBLE:
            return
        codec = order[place]
        if settled or not scores.get(codec):
            yield codec
            continue
        wrong = len(_WRONG.findall(_decoded(sample, codec)))
        exact = max(_score(tallies[codec], item, wrong) for item in legacy() if item.codec == codec)
        heappush(queue, (-exact - bonus.get(codec, 0.0), place, True))


def _utf8(body: bytes) -> tuple[int, int]:
    """How many characters beyond ASCII are whole in the body as UTF-8, and how many bytes are of none (one cut at the end aside)."""
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(body, final=False)
    broken = text.count("\ufffd") - body.count(b"\xef\xbf\xbd")
    return len(text) - len(body.translate(None, _BEYOND)) - broken, broken


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


class _Tally(Struct, frozen=True):
    """How often the letters of a sample occur beyond ASCII, all together, and how many characters no text has."""

    counts: dict[str, int]
    total: int
    bad: int


def _tally(sample: bytes, octets: Counter[int], codec: str) -> _Tally | None:
    """`octets` are the counted bytes of the sample: under most encodings they are letters."""
    letters = _single(codec)
    if letters:
        counts = {letters[octet][0]: count for octet, count in octets.items() if octet in letters}
        return _Tally(counts, sum(counts.values()), sum(count for octet, count in octets.items() if octet in letters and letters[octet][1]))
    try:
        text = _decoded(sample, codec)
    except (UnicodeError, LookupError):
        return None
    counts = {char: count for char, count in Counter(text).items() if _tells(char)}
    return _Tally(counts, sum(counts.values()), sum(count for char, count in counts.items() if char == "\ufffd" or not char.isprintable()))


@lru_cache(maxsize=1 << 15)
def _tells(char: str) -> bool:
    return char > "\x7f" and not _TYPOGRAPHY.match(char)


def _decoded(sample: bytes, codec: str) -> str:
    return codecs.getincrementaldecoder(codec)("replace").decode(sample, final=False)


@cache
def _single(codec: str) -> dict[int, tuple[str, bool]]:
    """The bytes that are letters beyond ASCII, with whether no text has them; empty for an encoding in which letters take several bytes."""
    try:
        letters = [_decoded(bytes((octet,)), codec) for octet in range(256)]
        if "".join(letters) != _decoded(bytes(range(256)), codec) or any(len(letter) != 1 for letter in letters):
            return {}
    except (UnicodeError, LookupError):
        return {}
    # Bytes that are no letter stand under letters of their own, of private use, so that each is counted.
    own = [chr(0xE000 + octet) if letter == "\ufffd" else letter for octet, letter in enumerate(letters)]
    return {octet: (letter, not letter.isprintable()) for octet, letter in enumerate(own) if _tells(letter)}


def _score(found: _Tally | None, item: Legacy, wrong: int) -> float:
    """How much the sample looks like the encoding's language: share of frequent letters against the share expected, 0 to 1; characters
    that the encoding cannot have, and `wrong` places, count against it."""
    if found is None or not found.total:
        return 0.0
    share = sum(count for char, count in found.counts.items() if char in item.frequent) / found.total
    return max(0.0, min(1.1, share / item.expected) + share / 100 - 3 * (found.bad + wrong) / found.total)
