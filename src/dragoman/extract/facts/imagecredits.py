"""Who made a picture, split off its caption: "The bridge. (Photo: Jane Doe/AFP)", "Jane Doe/Reuters", "桥。新华社记者 王小明 摄"."""

from __future__ import annotations

import re
from functools import cache

from dragoman import languages
from dragoman.text.lines import ends_sentence, squeeze, weight

# A credit is a name or two, not a sentence.
LONGEST = 90
WORDS = 10
_BRACKETED = re.compile(r"^(?P<rest>.*?)\s*[(（\[【](?P<inner>[^()（）\[\]【】]{2,90})[)）\]】]\s*[.。]?\s*$", re.S)
_TRIM = " \t|/·•-–—,，;；:：."


def split(caption: str) -> tuple[str, str | None]:
    """(caption without its credit, the credit); the caption as it is and None where no credit stands in it."""
    caption = squeeze(caption)
    bracket = _BRACKETED.match(caption)
    if bracket:
        who = _who(bracket["inner"])
        if who is not None:
            return bracket["rest"].strip(), who
    for pattern in _patterns():
        found = pattern.search(caption)
        who = _named(found["who"]) if found else None
        if found and who is not None:
            return caption[: found.start()].strip(" |/·•-–—,，"), who
    tail = _tail(caption)
    return tail if tail is not None else (caption, None)


def label_off(words: str) -> str:
    """The name in the text of an element that is marked as a credit."""
    words = squeeze(words).strip(" ()（）[]【】")
    found = _labelled().match(words)
    return (words[found.end() :] if found else words).strip(_TRIM) or words


def _who(inner: str) -> str | None:
    """The name in brackets: behind a label, before a word like "photo", or with an agency in it."""
    label = _labelled().match(inner)
    if label:
        return _named(inner[label.end() :])
    return _named(inner) if _has_agency(inner) or _ends_in_word(inner) else None


def _named(words: str) -> str | None:
    words = words.strip(_TRIM)
    if not words or len(words) > LONGEST or weight(words) > WORDS or (ends_sentence(words) and weight(words) > 4):
        return None
    return words


def _tail(caption: str) -> tuple[str, str | None] | None:
    """The last piece of a caption where it is an agency's name, alone or beside a person's, or says who took the picture."""
    pieces = re.split(r"(?<=[.!?。！？…”»\"])\s*(?=\S)|\s+[|–—-]\s+|\s{2,}", caption)
    last = pieces[-1].strip()
    if len(pieces) < 2:
        return ("", last) if weight(last) <= WORDS / 2 and _has_agency(last) and "/" in last else None
    if weight(last) <= WORDS and (_has_agency(last) or _ends_in_word(last)) and _named(last):
        return caption[: caption.rindex(last)].strip(" |–—-"), _named(last)
    return None


@cache
def _words(key: str) -> tuple[str, ...]:
    found = {word for table in languages.tables("images").values() for word in table.get(key, ())}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def _labelled() -> re.Pattern[str]:
    """A label at the start, with the mark that parts it from the name; a sign needs none."""
    names = "|".join(re.escape(word) for word in _words("labels") if word[0].isalpha())
    signs = "|".join(re.escape(word) for word in _words("labels") if not word[0].isalpha())
    return re.compile(rf"(?:(?:{names})\s*[:：/|]\s*|(?:{names})(?:\s+by|\s+von|\s+par|\s+por)\s*[:：]?\s+|(?:{signs})\s*)+", re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """A label within the line behind the end of a sentence, or at its start; the name runs to the end."""
    label = _labelled().pattern
    return (
        re.compile(rf"(?:^|(?<=[.!?。！？…”»\"）)|])\s*|\s+(?-i:(?=[^a-zа-яё]))){label}(?P<who>[^:：\n]{{2,{LONGEST}}})$", re.IGNORECASE),
    )


@cache
def _agency() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in _words("agencies"))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)")


def _has_agency(words: str) -> bool:
    """Whether an agency stands beside the name as credits have it: alone, behind or before a slash, a comma or "via", or first in scripts
    without spaces."""
    found = _agency().search(words)
    if found is None or weight(words) > WORDS:
        return False
    rest = (words[: found.start()] + words[found.end() :]).strip()
    beside = words[: found.start()].rstrip()[-1:] in ("/", ",", "、", "|", "") or words[found.end() :].lstrip()[:1] in ("/", ",", "|")
    return not rest or beside or any(ord(char) > 0x3000 for char in words[found.start() : found.end()])


def _ends_in_word(words: str) -> bool:
    return any(words.endswith(word) and len(words) <= 30 for word in _words("after"))
