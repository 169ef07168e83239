"""What names of outlets look like: how they end, in many languages (`languages/*/outlets.toml`), and the forms of companies behind them."""

from __future__ import annotations

import re
from functools import cache

from dragoman import languages
from dragoman.text.lines import bare


@cache
def words(key: str) -> frozenset[str]:
    """The words of a key over all languages, casefolded."""
    return frozenset(word.casefold() for table in languages.tables("outlets").values() for word in table.get(key, ()))


def ends_as_one(name: str) -> bool:
    """Whether a name ends as names of outlets do: by its last word, or by its last characters in scripts without spaces."""
    return _ends(bare(name), words("ends"))


def is_no_person(name: str) -> bool:
    """Whether a name ends as outlets and teams do and no person's does."""
    return _ends(bare(name), words("ends") - words("surnames"))


def _ends(folded: str, ends: frozenset[str]) -> bool:
    last = folded.rpartition(" ")[2]
    return last in ends or any(not end.isascii() and folded.endswith(end) and len(folded) > len(end) for end in ends)


def without_legal_form(name: str) -> str:
    """A publisher's name without the form of the company."""
    for pattern in _legal():
        for _ in range(3):
            name = pattern.sub("", name).strip(" ,/&")
    return name


def is_legal_form(words_: str) -> bool:
    """Whether words are nothing but the end of a company's name ("Inc.")."""
    return any(pattern.match(f" {words_}") for pattern in _legal())


@cache
def _legal() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one, re.IGNORECASE) for table in languages.tables("outlets").values() for one in table.get("legal", ()))
