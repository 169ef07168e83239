"""Which of a series a headline is about: day 2 is not day 21, the 19th package is not the 20th. The words that count things in series
are data (`languages/<code>/series.toml`; `roundup` there holds forms of headlines over several stories)."""

from __future__ import annotations

import re
from functools import cache

from dragoman import languages
from dragoman.cluster.terms import canonical
from dragoman.text.numbers import number

ROUNDUP = "roundup"
DATED = re.compile(r"\d+")

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


def roundup(title: str, language: str) -> bool:
    """Whether a headline announces several stories at once ("Morning briefing", "Главное за день", 一周要闻)."""
    text = canonical(title)
    return any(pattern.search(text) for pattern in _roundups(language))


def template(title: str) -> str:
    """A headline with its numbers taken out; empty where it holds none. Headlines of one outlet that differ in nothing else are a series
    (results, forecasts, prices, a table of each day)."""
    text = canonical(title)
    return DATED.sub("#", text) if DATED.search(text) else ""


def numbers(title: str) -> tuple[str, ...]:
    """The numbers of a headline, in order."""
    return tuple(DATED.findall(canonical(title)))


@cache
def _roundups(language: str) -> tuple[re.Pattern[str], ...]:
    """Forms of round-ups: ^ stands for the start of the headline, $ for its end, {n} for a number."""
    compiled = []
    for form in languages.table(language, "series").get(ROUNDUP, ()):
        words = canonical(form)
        start, end = words.startswith("^"), words.endswith("$")
        inner = _loose(words.strip("^$")).replace(re.escape("{n}"), r"\d{1,2}")
        left = r"^\W*" if start else r"(?<!\w)" if _edged(words.strip("^$")[:1]) else ""
        right = r"\W*$" if end else r"(?!\w)" if _edged(words.strip("^$")[-1:]) else ""
        compiled.append(re.compile(left + inner + right))
    return tuple(compiled)


def _edged(character: str) -> bool:
    """Whether words with this character at their edge stand apart from others."""
    return character.isalpha() and character < "\u2e80"


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Patterns of a language: templates of its table in which {n} stands for the number."""
    table = languages.table(language, "series")
    compiled = []
    for key in sorted(set(table) - {ROUNDUP}):
        for form in table[key]:
            before, _, after = canonical(form).partition("{n}")
            edge = r"(?<!\w)" if before[:1].isascii() and before[:1].isalpha() else ""
            compiled.append((key, re.compile(edge + _loose(before) + r"(?<!\d)" + _NUMBER + r"(?!\d)" + _loose(after))))
    return tuple(compiled)


def _loose(words: str) -> str:
    """A pattern for words between which any or no space may stand."""
    return re.escape(words).replace(r"\ ", r"\s*")
