"""Lines of a page: white space, length across scripts, sentence ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

V = TypeVar("V")

# Lines are asked the same questions by many parts of an extraction: answers about so many short ones are kept.
_KEPT = 16_384
_SHORT = 1_000

# Zero width, soft hyphens, marks of direction, byte order marks, controls, anchors of objects; and private use, which on pages is icons.
# Joiners between letters of the scripts from Arabic to Sinhala are spelling.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufff9-\ufffc\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
    "|[\u200c\u200d](?:(?<![\u0600-\u0dff].)|(?![\u0600-\u0dff]))"
)
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")
# Vowel signs and joiners of the scripts that write them apart belong to the word.
_SIGNS = "\u0300-\u036f\u05b0-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u200c\u200d"
_WORD = re.compile(
    f"[^\\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f](?:[^\\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]|[{_SIGNS}])*"
)
# A short remark in brackets behind the end of a sentence: who reported, who took the picture.
_ASIDE = re.compile(r"(?<=[.!?。！？…”»\"])\s*[(（\[【][^()（）\[\]【】]{1,40}[)）\]】]$")
_MARKS = re.compile(r"[\W_]+")
_CLOSERS = "\"'”’」』》〉»)）]】*"
_ENDS = ".!?…。！？؟۔।｡‽"
_EDGES = " \t\u3000\"'“”‘’「」『』《》〈〉«»()（）[]【】<>|/\\·•●■▲▼►▶◆★☆*_-–—=~～:：,，.。;；!！?？…&+#>→»"


def _remembered(ask: Callable[[str], V]) -> Callable[[str], V]:
    """A pure function of a text with a memory for short ones."""
    known = lru_cache(maxsize=_KEPT)(ask)

    @wraps(ask)
    def answer(text: str) -> V:
        return known(text) if len(text) <= _SHORT else ask(text)

    return answer


def squeeze(text: str) -> str:
    """One line: invisible characters out, white space of any kind to single spaces, none at the ends."""
    if not (text.isascii() and text.isprintable()):
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


def lines_of(text: str) -> list[str]:
    """The non-empty lines of a text, squeezed."""
    return [line for line in (squeeze(raw) for raw in text.splitlines()) if line]


@_remembered
def weight(text: str) -> float:
    """Length in words; in scripts without spaces two characters count as one."""
    return len(_WORD.findall(text)) + (0.0 if text.isascii() else len(_UNSPACED.findall(text)) / 2)


def unspaced(text: str) -> bool:
    """Whether most of the text is in a script that puts no spaces between words."""
    return len(_UNSPACED.findall(text)) > 2 * len(_WORD.findall(text))


@_remembered
def ends_sentence(text: str) -> bool:
    """Whether the last mark (closing quotes and brackets, and a remark in brackets behind them, aside) ends a sentence."""
    text = _ASIDE.sub("", text.rstrip())
    return text.rstrip(_CLOSERS).rstrip()[-1:] in tuple(_ENDS)


def bare(text: str) -> str:
    """A line without case, marks at its ends and differences of compatibility forms: what phrase lists are compared with."""
    return unicodedata.normalize("NFKC", text).strip(_EDGES).casefold().strip(_EDGES)


@_remembered
def letters(text: str) -> str:
    """Letters and digits only, without case: for comparing titles."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text).casefold())


def slug(text: str) -> str:
    """A stable id for a name in any script: letters and digits kept, the rest hyphens."""
    return "-".join(re.findall(rf"\w[\w{_SIGNS}]*", unicodedata.normalize("NFKC", text).casefold()))
