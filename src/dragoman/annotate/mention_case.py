"""Headlines in capitals and in title case read as sentences: taggers learn from running text, where a capital means a name."""

from __future__ import annotations

import re
from collections.abc import Set

from dragoman import languages
from dragoman.annotate.mention_rules import names_of
from dragoman.text.lemmas import is_common
from dragoman.text.words import folded

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LINE = re.compile(r"[^\n]+")
_LEAST = 4
"""Words that a line needs before its casing says something."""
_CAPITALS, _TITLE = 0.8, 0.8
"""Share of words in capitals, and of words of four letters and more with one, from which a line is a headline in that style."""
_LONGEST_TITLE = 26
"""Words of a headline in title case; a longer line is a list of names."""
_SHORT = 3
"""Letters up to which a word in capitals may be an acronym."""


def recased(text: str, language: str) -> str:
    """The text, equally long, in which lines in capitals and in title case have capitals only where a name may begin, and a word in
    capitals that the text also writes with one capital has one ("CHARLOTTE - ... in Charlotte"). Unchanged where the script has no case."""
    if not languages.get(language).cased or not names_of(language).repairs:
        return text
    styles = [(match.start(), match.end(), _style(match.group())) for match in _LINE.finditer(text)]
    plain = "\n".join(text[start:end] for start, end, style in styles if style == "")
    words = set(_WORD.findall(plain))
    out = list(text)
    for start, end, style in styles:
        before = ""
        for match in _WORD.finditer(text, start, end):
            word = match.group()
            named = before[:1].isupper() and folded(before) in names_of(language).given
            changed = before = word if named and style == "title" else _changed(word, style, words, language, first=match.start() == start)
            if changed != word and len(changed) == len(word):
                out[match.start() : match.end()] = changed
    return "".join(out)


def _style(line: str) -> str:
    """ "capitals", "title" or "" for running text."""
    words = _WORD.findall(line)
    if len(words) < _LEAST:
        return ""
    if sum(word.isupper() for word in words) >= _CAPITALS * len(words):
        return "capitals"
    long = [word for word in words if len(word) > _SHORT]
    titled = sum(word[0].isupper() for word in long)
    return "title" if len(words) <= _LONGEST_TITLE and len(long) >= _LEAST - 1 and titled >= _TITLE * len(long) else ""


def _changed(word: str, style: str, words: Set[str], language: str, first: bool) -> str:
    single = word[:1] + word[1:].lower()
    if style == "":
        return single if len(word) > _SHORT and word.isupper() and single in words else word
    if style == "title":
        return word if word.isupper() and len(word) > 1 else (word.lower() if not first and _is_word(word, words, language) else word)
    if word in words or (len(word) <= _SHORT and not is_common(word, language)):
        return word
    return word.lower() if _is_word(single, words, language) else single


def _is_word(word: str, words: Set[str], language: str) -> bool:
    """Whether a capitalised word of a headline is an ordinary word: the running text has it in lower case, or only the dictionary does."""
    plain = folded(word)
    if word in words and plain not in words:
        return False
    return plain in words or is_common(word, language)
