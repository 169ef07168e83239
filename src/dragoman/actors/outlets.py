"""Newspapers, agencies, stations and sites that others credit: their domains and their names in several languages (`press/*.toml`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

from msgspec import Struct

from dragoman.actors.records import load, split
from dragoman.actors.territories import countries
from dragoman.text.chinese import simplified
from dragoman.text.lines import letters

OutletKind = Literal["agency", "newspaper", "magazine", "broadcaster", "site", "portal"]
KINDS: tuple[str, ...] = get_args(OutletKind)

_FACTS = frozenset(("kind", "country", "also", "shared", "owner"))


class Outlet(Struct, frozen=True):
    """Who publishes. `id` is the main domain, `domains` are all, the main one first; `country` is ISO 3166 alpha-2, None where none is
    certain; `names` map a language to names that nobody else bears, the display name first; `shared` are names that others bear too;
    `owner` is who owns it, the country's code where that is a state, None where the table does not say."""

    id: str
    kind: OutletKind
    country: str | None
    domains: tuple[str, ...]
    names: dict[str, tuple[str, ...]]
    shared: tuple[str, ...] = ()
    owner: str | None = None


@cache
def outlets() -> Mapping[str, Outlet]:
    """Every outlet by id, sorted."""
    return {identity: _outlet(identity, entry) for identity, entry in sorted(_entries())}


def called(words: str) -> str | None:
    """The id of the outlet that words can only mean: an address, or a name that nobody else bears, in any language, with or without the
    word for what it is or its country before it ("газета «Коммерсантъ»", "美国《华盛顿邮报》网站"); None where they mean none we know."""
    return _meant(words)[0]


def named(words: str) -> frozenset[str]:
    """Ids of all outlets that words can mean: as `called`, and those that share the name with others."""
    only, shared = _meant(words)
    return shared | {only} if only else shared


@lru_cache(maxsize=4096)
def of_host(host: str) -> str | None:
    """The id of the outlet whose domain a host is of: the longest that fits ("cn.nytimes.com" is of "nytimes.com")."""
    labels = host.casefold().strip(".").split(".")
    return next((_by_domain()[name] for name in (".".join(labels[at:]) for at in range(len(labels) - 1)) if name in _by_domain()), None)


def key(name: str) -> str:
    """What names are compared by: letters and digits without case, in simplified characters."""
    return letters(simplified(name)).replace("_", "")


def _entries() -> Iterator[tuple[str, Mapping[str, Any]]]:
    folder = resources.files("dragoman.actors").joinpath("press")
    for name in sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml")):
        yield from load(f"press/{name}").items()


def _outlet(identity: str, entry: Mapping[str, Any]) -> Outlet:
    names = {language: split(surfaces) for language, surfaces in entry.items() if language not in _FACTS}
    domains = (identity, *split(entry.get("also", "")))
    return Outlet(identity, entry["kind"], entry.get("country"), domains, names, split(entry.get("shared", "")), entry.get("owner"))


def _host(words: str) -> str | None:
    """The host of an address; None for any other words. A name that looks like a host ("Lenta.ru") is one."""
    text = words.strip().casefold()
    if any(character.isspace() for character in text) or "." not in text.strip("."):
        return None
    try:
        host = urlsplit(text if "://" in text else f"//{text}").hostname or ""
    except ValueError:
        return None
    host = host.removeprefix("www.")
    return host if of_host(host) and key(words) not in _by_name() else None


@lru_cache(maxsize=4096)
def _meant(words: str) -> tuple[str | None, frozenset[str]]:
    """The outlet that words can only mean, and those that share the name."""
    host = _host(words)
    if host:
        return of_host(host), frozenset()
    whole = key(words)
    found = _of_key(whole)
    if found is None:
        rests = ((country, _of_key(whole[len(name) :])) for country, name in _countries() if whole.startswith(name))
        of_country = {one for country, rest in rests for one in rest or () if outlets()[one].country == country}
        return (of_country.pop() if len(of_country) == 1 else None), frozenset(of_country)
    shared = frozenset(one for one, certain in found.items() if not certain)
    return next((one for one, certain in found.items() if certain), None), shared


def _of_key(name: str) -> Mapping[str, bool] | None:
    """The outlets that a key names, with or without words for what they are, and whether each alone bears the name."""
    starts = ["", *(word for word in _words("before") if name.startswith(word))]
    ends = ["", *(word for word in _words("after") if name.endswith(word))]
    bare = (name.removeprefix(start).removesuffix(end) for start in starts for end in ends)
    return next((_by_name()[one] for one in bare if one in _by_name()), None)


@cache
def _words(where: str) -> tuple[str, ...]:
    """Words that stand before or after names of outlets, over all languages, as keys, the longest first."""
    found = {key(word) for words in load("outlet_words.toml")[where].values() for word in words}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def _by_name() -> Mapping[str, Mapping[str, bool]]:
    """Key of a name to the ids that bear it, each with whether it alone does."""
    found: dict[str, dict[str, bool]] = {}
    for outlet in outlets().values():
        for name in outlet.shared:
            found.setdefault(key(name), {})[outlet.id] = False
        for name in (name for names in outlet.names.values() for name in names):
            found.setdefault(key(name), {})[outlet.id] = True
    return found


@cache
def _by_domain() -> Mapping[str, str]:
    return {domain: outlet.id for outlet in outlets().values() for domain in outlet.domains}


@cache
def _countries() -> tuple[tuple[str, str], ...]:
    """(country, key of a name) of every country, the longest name first."""
    found = {(code, key(name)) for code, actor in countries().items() for names in actor.names.values() for name in names if len(name) > 1}
    return tuple(sorted(found, key=lambda pair: (-len(pair[1]), pair)))
