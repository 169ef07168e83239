"""Who worked on an article, by the page's data: names with their roles, without what is no person's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

import lxml.html

from dragoman.extract.facts import jsonld
from dragoman.extract.facts.metas import Metas
from dragoman.extract.who import attribution, outletnames
from dragoman.model.article import Person, Role
from dragoman.text.lines import letters, squeeze

# Properties of schema.org and the roles they mean.
_ROLES: tuple[tuple[str, Role], ...] = (
    ("author", "author"),
    ("creator", "author"),
    ("contributor", "contributor"),
    ("editor", "editor"),
    ("translator", "translator"),
)
_AUTHOR = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "dcterms.creator", "og:article:author",
    "citation_author", "citation_authors", "cxenseparse:author", "mediaid", "article:author_name", "author_name",
)  # fmt: skip
_MARKED = "//*[@itemprop='author' or @rel='author' or contains(@class, 'author-name') or contains(@class, 'byline-name')]"
# More names than so many in elements marked as the author's are those of other stories; bounds of what is read of them.
MOST_MARKED = 3
LOOKED = 24
CLIMB = 12
CHUNKS = 20
_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:related|comments?|sidebar|recommend\w*|widget|teasers?|cards?|promo\w*|more|latest|popular|trending|repl(?:y|ies)|list|feed|grid)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
LONGEST = 120
_PARTS = re.compile(r"\s+[-–—|/@·•:]\s+|\s*[|｜]\s*")
_DOMAIN = re.compile(r"\w\.(?:[a-z]{2,4})\b")


def of_data(found: Sequence[jsonld.Thing], things: Sequence[jsonld.Thing], metas: Metas) -> tuple[Person, ...]:
    """People in the order of belief: those of the article's object (`things`, references looked up in `found`), meta tags. Where one gives
    authors, the next are not asked for any."""
    people: dict[tuple[str, Role], Person] = {}
    for thing in things:
        for key, role in _ROLES:
            if role == "author" and any(known == "author" for _, known in people):
                continue
            for name in _names(jsonld.resolved(found, thing.get(key))):
                people.setdefault((name.casefold(), role), Person(name, role, evidence=f"{key}: {name}"))
    if any(role == "author" for _, role in people):
        return tuple(people.values())
    for name, where in _of_metas(metas):
        people.setdefault((name.casefold(), "author"), Person(name, "author", evidence=f"{where}: {name}"))
    return tuple(people.values())


def _names(value: Any) -> Iterator[str]:
    """Names of persons; those of organisations are none."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            if any(kind.endswith("organization") for kind in jsonld.kinds(one)):
                continue
            whole = " ".join(str(one[key]) for key in ("givenName", "familyName") if isinstance(one.get(key), str))
            one = one.get("name") or whole
        if isinstance(one, list):
            yield from _names(one[:20])
        elif isinstance(one, str) and not one.startswith(("http", "/", "@")):
            yield from attribution.split_names(squeeze(jsonld.text(one) or "")[:300])


def _of_metas(metas: Metas) -> Iterator[tuple[str, str]]:
    for key in _AUTHOR:
        names = [
            name for value in metas.get(key, []) if not value.startswith(("http", "/", "@")) for name in attribution.split_names(value)
        ]
        if names:
            yield from ((name, f"meta {key}") for name in names)
            return


def marked(tree: lxml.html.HtmlElement) -> tuple[str, ...]:
    """Names in elements marked as the author's; none where many different names are, for then they are those of a list of stories."""
    hits = tree.xpath(_MARKED)
    names: dict[str, str] = {}
    for element in islice(hits if isinstance(hits, list) else (), LOOKED):
        if isinstance(element, lxml.html.HtmlElement) and not _is_others(element):
            words = (element.get("content") or "").strip() or " ".join(islice(element.itertext(), CHUNKS))
            for name in attribution.split_names(squeeze(words[:2_000])[:LONGEST]):
                names.setdefault(name.casefold(), name)
    return tuple(names.values()) if len(names) <= MOST_MARKED else ()


def _is_others(element: lxml.html.HtmlElement) -> bool:
    """Whether an element stands in an aside, a foot, or a list of other stories or comments."""
    for one in islice((element, *islice(element.iterancestors(), CLIMB)), CLIMB):
        if one.tag in ("aside", "footer", "nav") or _OTHERS.search(f"{one.get('class') or ''} {one.get('id') or ''}"[:200]):
            return True
    return False


def own_names(site: str | None, titles: Iterable[str], url: str | None) -> frozenset[str]:
    """What the site calls itself, as letters: its stated name, its host, the names behind its page titles."""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    names = [site or "", host, host.rpartition(".")[0], *titles, *(part for part in host.split(".")[:-1] if len(part) >= 4)]
    return frozenset(letters(name) for name in names) - {""}


def persons(names: Iterable[str], own: frozenset[str]) -> list[str]:
    """Names of persons among `names`: the site's own names (`own`) are none, small words ("email protected") neither; a name that is there
    twice ("Jane DoeJane Doe") or beside the site's name ("Gazette - Jane Doe") is cut to itself."""
    found: dict[str, str] = {}
    for raw in names:
        parts = [part for part in _PARTS.split(raw) if part and not _is_site(part, own)]
        for part in parts[:2]:
            name = _once(squeeze(part))
            if not _is_site(name, own) and any(char.isalpha() for char in name) and len(name) > 1 and not (name.islower() and " " in name):
                found.setdefault(name.casefold(), name)
    return list(found.values())[: attribution.MOST]


def first(groups: Iterable[Iterable[str]], own: frozenset[str]) -> tuple[str, ...]:
    """The persons of the first of several groups of names, surest first, that has any."""
    return next((tuple(found) for group in groups if (found := persons(group, own))), ())


def authors(names: Iterable[str], own: frozenset[str]) -> list[Person]:
    """The persons among names that stand as the author's, with the name as its evidence."""
    return [Person(name, "author", evidence=name) for name in persons(names, own)]


def _once(name: str) -> str:
    half = len(name) // 2
    return name[:half] if len(name) >= 8 and name[:half] == name[half:] else name


def _is_site(name: str, own: frozenset[str]) -> bool:
    """Whether a name is one of the site's: equal to one, the start of one ("Gazette" before "Gazette Sports") where it is a single word,
    or an address."""
    key = letters(name)
    if key in own or not key or _DOMAIN.search(name.casefold()) or outletnames.is_no_person(name):
        return True
    return " " not in name and len(key) >= 2 and any(one.startswith(key) for one in own if len(one) <= 2 * len(key) + 2)
