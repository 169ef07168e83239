"""Which of a series a headline is about: day 2 is not day 21, the 19th package is not the 20th. The words that count things in series
are data (`languages/<code>/series.toml`)."""

from __future__ import annotations

import re
from functools import cache

from dragoman import languages
from dragoman.cluster.terms import canonical
from dragoman.text.numbers import number

_NUMBER = r"(?P<number>\d{1,4}|[〇零一二三四五六七八九十百]{1,6})"


def anchors(title: str, language: str) -> dict[str, str]:
    """Series key to number, for each series word that stands beside a number in the title."""
    found: dict[str, str] = {}
    text = canonical(title)
    for key, pattern in _patterns(language):
        match = pattern.search(text)
        if match:
            found.setdefault(key, f"{number(match.group('number')):g}")
    return found


def clash(a: dict[str, str], b: dict[str, str]) -> str | None:
    """The series in which two headlines stand at different places, None where they agree or cannot be compared."""
    return next((key for key in sorted(a) if key in b and a[key] != b[key]), None)


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Patterns of a language: templates of its table in which {n} stands for the number."""
    table = languages.table(language, "series")
    compiled = []
    for key in sorted(table):
        for template in table[key]:
            before, _, after = canonical(template).partition("{n}")
            edge = r"(?<!\w)" if before[:1].isascii() and before[:1].isalpha() else ""
            compiled.append((key, re.compile(edge + _loose(before) + r"(?<!\d)" + _NUMBER + r"(?!\d)" + _loose(after))))
    return tuple(compiled)


def _loose(words: str) -> str:
    """A pattern for words between which any or no space may stand."""
    return re.escape(words).replace(r"\ ", r"\s*")
