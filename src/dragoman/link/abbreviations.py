"""Long forms of abbreviations by their letters: Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (PSB 2003), and the same search by characters where words are not spaced.
"""

from __future__ import annotations

import re

_SHORTEST, _LONGEST = 2, 10
"""Characters of a short form (Schwartz & Hearst 2003)."""
_MOST_WORDS = 2
_MORE_WORDS = 5
"""A long form has at most min(|A| + 5, 2 |A|) words, |A| being the characters of the short form (ibid.)."""
_RUN = re.compile(r"[^,;:.!?，；：。！？、\n()（）\[\]“”\"«»]*$")
_UNSPACED_RUN = 24
"""Characters of a long form where words are not spaced."""


def is_short_form(text: str) -> bool:
    """Whether a string may be a short form: 2 to 10 characters in at most two words, the first a letter or digit, one a letter."""
    return (
        _SHORTEST <= len(text) <= _LONGEST
        and len(text.split()) <= _MOST_WORDS
        and text[:1].isalnum()
        and any(char.isalpha() for char in text)
    )


def long_form(short: str, before: str, spaced: bool = True) -> str | None:
    """The shortest stretch at the end of `before` that `short` abbreviates, None where there is none.

    The short form's letters are met from right to left; its first must begin a word. Where words are not spaced a word may begin
    anywhere, so the stretch is as short as the characters allow.
    """
    if not is_short_form(short):
        return None
    found = _RUN.search(before)
    run = found.group().rstrip() if found else ""
    words = run.split(" ")
    most = min(len(short) + _MORE_WORDS, 2 * len(short))
    candidate = " ".join(words[-most:]) if spaced else run[-_UNSPACED_RUN:]
    at = _matched(short, candidate, spaced)
    if at is None:
        return None
    long = candidate[at:]
    fits = len(long) > len(short) and short not in (long.split(" ") if spaced else (long,))
    return long if fits else None


def _matched(short: str, long: str, spaced: bool) -> int | None:
    """Where the long form begins within `long`."""
    at = len(long) - 1
    for place in range(len(short) - 1, -1, -1):
        char = short[place].casefold()
        if not char.isalnum():
            continue
        while at >= 0 and (long[at].casefold() != char or (place == 0 and spaced and at > 0 and long[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
        at -= 1
    return long.rfind(" ", 0, at + 1) + 1 if spaced else at + 1
