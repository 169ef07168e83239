"""What a position is about: keys of `languages/*/issues.toml`, the same in every language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dragoman import languages
from dragoman.annotate.speech_table import any_of

TALKS = "dialogue"


@cache
def _issues(code: str) -> Mapping[str, re.Pattern[str]]:
    card = languages.get(code)
    table = languages.own_table(code, "issues") or {}
    return {key: any_of(entry["phrases"], card.spaced) for key, entry in sorted(table.items())}


def issue_of(text: str, language: str) -> str | None:
    """The issue named most often in a text (most matched characters, then the key in alphabetical order); None where none is. That there
    should be talks is the issue only where no other is named: talks are about something."""
    best: tuple[int, str] | None = None
    for key, pattern in _issues(language).items():
        size = sum(len(found.group()) for found in pattern.finditer(text))
        size = min(size, 1) if key == TALKS else size
        if size and (best is None or size > best[0]):
            best = (size, key)
    return best[1] if best else None
