from __future__ import annotations

import re
import unicodedata

import pytest
from babel import Locale
from opencc import OpenCC

from dragoman.web import catalogs, tongues, words

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


NUMBERS = range(10_000)  # French and Spanish have a form of their own for millions, which no count of a desk reaches


@pytest.mark.parametrize("code", CODES)
def test_plural_forms_are_those_of_cldr_in_its_order(code):
    rule, index = Locale.parse(code, sep="-").plural_form, tongues.get(code).catalog.plural  # type: ignore[attr-defined]
    forms: dict[int, set[str]] = {}
    for number in NUMBERS:
        forms.setdefault(index(number), set()).add(rule(number))
    assert all(len(categories) == 1 for categories in forms.values())
    inorder = [next(iter(forms[place])) for place in sorted(forms)]
    assert inorder == [category for category in ("zero", "one", "two", "few", "many", "other") if category in inorder]
    assert sorted(forms) == list(range(catalogs.read(FILES[code]).num_plurals))


HOLE = re.compile(r"%\([a-z_]+\)[a-z]|%%")


@pytest.mark.parametrize("code", CODES)
def test_every_value_of_a_message_stands_in_its_translation(code):
    for message in catalogs.read(FILES[code]):
        if message.id and isinstance(message.id, (tuple, list)):
            wanted = set(HOLE.findall(message.id[1]))
            for place, form in enumerate(message.string):
                spelt_out = wanted - {"%(num)s"} if place < len(message.string) - 1 else wanted  # "one article" may be said in words
                assert spelt_out <= set(HOLE.findall(form)) <= wanted, form
        elif message.id:
            assert sorted(HOLE.findall(message.string)) == sorted(HOLE.findall(message.id)), message.string


LETTERS = {"ar": "ARABIC", "ru": "CYRILLIC", "zh-Hans": "CJK", "zh-Hant": "CJK"}


@pytest.mark.parametrize("code", sorted(LETTERS))
def test_no_english_is_left_in_another_script(code):
    for message in catalogs.read(FILES[code]):
        strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        for text in strings if message.id else ():
            letters = [char for char in HOLE.sub("", text) if char.isalpha()]
            assert not letters or any(unicodedata.name(char).startswith(LETTERS[code]) for char in letters), text


EITHER = frozenset("台准干")  # traditional as well, whatever OpenCC makes of it alone


@pytest.mark.parametrize(("code", "conversion"), [("zh-Hans", "t2s"), ("zh-Hant", "s2t")])
def test_simplified_and_traditional_characters_are_not_mixed(code, conversion):
    used = [char for char in sorted(set(FILES[code].read_text("utf-8")) - EITHER) if char.isalpha()]
    converted = OpenCC(conversion).convert("\n".join(used)).split("\n")
    assert [old for old, new in zip(used, converted, strict=True) if old != new] == []
