from __future__ import annotations

import pytest

from dragoman.web import catalogs, words

CODES = [code for code, _ in catalogs.sources()]
FILES = dict(catalogs.sources())


@pytest.mark.parametrize("code", CODES)
def test_no_message_is_missing_or_fuzzy(code):
    assert catalogs.missing(catalogs.read(FILES[code])) == []


@pytest.mark.parametrize("code", CODES)
def test_the_catalog_has_the_messages_of_the_code_and_no_others(code):
    assert catalogs.po_bytes(catalogs.updated(FILES[code])) == FILES[code].read_bytes()


@pytest.mark.parametrize("code", CODES)
def test_the_compiled_catalog_is_that_of_the_source(code):
    assert catalogs.mo_bytes(catalogs.read(FILES[code])) == FILES[code].with_suffix(".mo").read_bytes()


@pytest.mark.parametrize("code", CODES)
def test_placeholders_are_the_same_in_every_translation(code):
    assert [error for _, errors in catalogs.read(FILES[code]).check() for error in errors] == []


def test_every_term_of_the_desk_is_a_message():
    known = {message.id for message in catalogs.messages()}
    assert {text for group in words.WORDS.values() for text in group.values()} <= known
