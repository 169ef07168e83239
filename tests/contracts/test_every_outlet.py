"""Every outlet of `actors/press`: a kind, a country that is one, domains that are some and nobody else's, names that are nobody else's."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from dragoman.actors.outlets import KINDS, called, key, named, of_host, outlets
from dragoman.actors.territories import countries

ALL = tuple(outlets().values())
DOMAIN = re.compile(r"(?=.{4,60}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+")
LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Z][a-z]{3})?")
SCRIPTS = {"zh": r"[\u3400-\u9fff]", "ru": r"[\u0400-\u04ff]", "uk": r"[\u0400-\u04ff]", "ar": r"[\u0600-\u06ff]", "ko": r"[\uac00-\ud7af]"}
"""At least one name of a language is in its own script."""


def test_no_domain_is_of_two_outlets() -> None:
    domains = Counter(domain for outlet in ALL for domain in outlet.domains)
    assert [domain for domain, times in domains.items() if times > 1] == []
    assert [domain for domain in domains if not DOMAIN.fullmatch(domain)] == []


def test_no_name_is_of_two_outlets() -> None:
    owners: dict[str, set[str]] = {}
    for outlet in ALL:
        for name in (name for names in outlet.names.values() for name in names):
            owners.setdefault(key(name), set()).add(outlet.id)
    shared = {key(name) for outlet in ALL for name in outlet.shared}
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}
    assert sorted(shared & set(owners)) == []


@pytest.mark.parametrize("outlet", ALL, ids=lambda outlet: outlet.id)
def test_an_outlet_is_in_order(outlet) -> None:
    assert outlet.kind in KINDS
    assert outlet.country is None or outlet.country in countries()
    assert outlet.names
    for language, names in outlet.names.items():
        assert LANGUAGE.fullmatch(language), language
        assert names
        assert len({key(name) for name in names}) == len(names), f"{language}: one name twice"
        assert all(key(name) for name in names)
        if language in SCRIPTS and outlet.kind != "site":
            assert any(re.search(SCRIPTS[language], name) or re.fullmatch(r"[\w .&'/+-]+", name) for name in names)
        for name in names:
            assert called(name) == outlet.id, name
    for domain in outlet.domains:
        assert of_host(domain) == of_host(f"www.{domain}") == of_host(f"news.{domain}") == outlet.id
    assert all(outlet.id in named(name) for name in outlet.shared)


@pytest.mark.parametrize("outlet", [outlet for outlet in ALL if outlet.owner is not None], ids=lambda outlet: outlet.id)
def test_an_owner_is_the_state_that_the_outlet_is_of_or_one_name_in_latin_letters(outlet) -> None:
    owner = outlet.owner
    if re.fullmatch(r"[A-Z]{2}", owner):
        assert owner == outlet.country
    else:
        assert re.fullmatch(r"[A-Z0-9a-zÀ-ž][\w .,&'/+-]{2,60}", owner), owner
        assert owner == " ".join(owner.split())


def test_an_owner_is_spelled_in_one_way() -> None:
    spelled: dict[str, set[str]] = {}
    for outlet in ALL:
        if outlet.owner is not None:
            spelled.setdefault(key(outlet.owner), set()).add(outlet.owner)
    assert {name: ways for name, ways in spelled.items() if len(ways) > 1} == {}
