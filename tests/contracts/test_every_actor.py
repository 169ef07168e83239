"""Every table of who is who: no fault, ids once, names in their scripts and none that is an everyday word, every office in order."""

from __future__ import annotations

from collections import Counter

import pytest
from wordfreq import zipf_frequency

from dragoman import actors
from dragoman.actors.places import capitals
from dragoman.actors.records import load, shipped, split
from dragoman.actors.territories import countries, country_surfaces, extra
from dragoman.evaluation.who.checks import faults

FOUND = faults(shipped())
G20 = ["AR", "AU", "BR", "CA", "CN", "DE", "FR", "GB", "ID", "IN", "IT", "JP", "KR", "MX", "RU", "SA", "TR", "US", "ZA"]

COMMON = 5.6
"""Zipf frequency from which a word is so common that only a name of the very first rank may be written like it."""
NAMES_AND_WORDS = {
    "en": {"Us", "Turkey", "Chad", "Jordan"},
    "ru": {"США", "Того"},
    "uk": {"США", "Того", "Україна"},
    "fr": {"Est", "France", "Paris", "Europe"},
    "de": {"Deutschland", "Berlin"},
    "es": {"España", "México"},
}
"""Names that are as common as any word of their language, or are one: countries are named by what they are called."""


@pytest.mark.parametrize("file", sorted(shipped()))
def test_a_table_has_no_fault(file: str) -> None:
    assert [f"{fault.entry}: {fault.text}" for fault in FOUND if fault.file == file] == []


def test_every_fault_belongs_to_a_file() -> None:
    assert {fault.file for fault in FOUND} <= set(shipped())


def test_no_two_actors_share_an_id_and_each_has_three_languages() -> None:
    ids = Counter(actor.id for actor in actors.all_actors())
    assert [identity for identity, times in ids.items() if times > 1] == []
    for actor in actors.all_actors():
        assert {"zh", "en", "ru"} <= {language for language, names in actor.names.items() if names}, actor.id


@pytest.mark.parametrize("code", sorted(code for code, actor in countries().items() if actor.kind == "country"))
def test_every_state_has_its_words_capital_and_organs(code: str) -> None:
    assert extra(code, "demonym", "en") or code in ("VA", "KN", "LC", "ST", "DM", "CG"), "no English demonym"
    assert extra(code, "genitive", "ru"), "no Russian genitive"
    assert code in capitals() or code in ("SG", "VA")
    for kind in ("mfa", "government"):
        assert actors.get(f"org:{code.lower()}-{kind}") is not None or code == "VA"


@pytest.mark.parametrize("language", sorted(NAMES_AND_WORDS))
def test_no_name_is_an_everyday_word(language: str) -> None:
    for name in actors.names(language):
        capitals_only = name.text.replace(".", "").replace("-", "").isupper()
        if name.kind not in ("demonym", "surname") and " " not in name.text and name.text.isalpha() and not capitals_only:
            common = zipf_frequency(name.text.lower(), language) >= COMMON
            assert not common or name.text in NAMES_AND_WORDS[language], name


def test_the_traditional_forms_of_taiwan_and_hong_kong_are_there() -> None:
    names = {name.text for name in country_surfaces("zh-Hant")}
    assert {"紐西蘭", "沙烏地阿拉伯", "沙地阿拉伯", "寮國", "北韓", "義大利", "意大利", "突尼西亞", "尚比亞"} <= names


@pytest.mark.parametrize("code", G20)
def test_a_state_of_the_g20_has_its_file(code: str) -> None:
    assert f"parties/{code}.toml" in shipped()


def test_bodies_of_every_kind_are_there() -> None:
    kinds = Counter(actor.kind for actor in actors.all_actors())
    assert kinds["body"] + kinds["group"] >= 350
    files = {name for name in shipped() if name.startswith("bodies/")}
    assert {f"bodies/{name}.toml" for name in ("un", "eu", "security", "regional", "finance", "courts", "sport", "ngos", "armed")} <= files


def test_exceptions_of_organs_are_states() -> None:
    states = {code for code, actor in countries().items() if actor.kind == "country"}
    for kind, entry in load("organs.toml").items():
        assert set(split(entry.get("except", ""))) <= states, kind
