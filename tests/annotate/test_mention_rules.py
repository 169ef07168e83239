from __future__ import annotations

import pytest

from dragoman import languages
from dragoman.annotate.mention_rules import names_of, titles_of

CODES = [*languages.codes(), languages.NEUTRAL]


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_rules_that_fit(code: str) -> None:
    assert titles_of(code).heads
    assert names_of(code) == names_of(code)


@pytest.mark.parametrize("code", CODES)
def test_words_that_are_compared_folded_are_written_folded(code: str) -> None:
    names, titles = names_of(code), titles_of(code)
    for words in (names.bodies, names.junk, names.common, names.given, names.nationalities, titles.heads, titles.honorifics):
        assert [word for word in sorted(words) if word != word.lower()] == []


@pytest.mark.parametrize("code", CODES)
def test_keys_of_the_tables_are_known(code: str) -> None:
    assert set(languages.table(code, "names")) <= set(type(names_of(code)).__struct_fields__)
    assert set(languages.table(code, "titles")) <= set(type(titles_of(code)).__struct_fields__)
