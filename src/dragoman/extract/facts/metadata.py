"""What the head of an HTML page says of its article: JSON-LD, OpenGraph, meta tags, microdata, links."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

import lxml.html
from msgspec import Struct

from dragoman.extract import LONGEST
from dragoman.extract.facts import addresses, jsonld, metas, microdata, titles
from dragoman.extract.when import stated
from dragoman.extract.who import attribution
from dragoman.extract.who import people as people_
from dragoman.model.article import Notice, Person
from dragoman.text.html import plain
from dragoman.text.lines import letters, squeeze

# Names of meta tags in the order in which they are believed.
_TITLES = (
    "og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "citation_title", "headline",
    "articletitle",
)  # fmt: skip
_SITE = (
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "citation_journal_title",
    "cre",
    "sitename",
    "apple-mobile-web-app-title",
)
_SECTION = ("article:section", "parsely-section", "section", "articlesection", "og:article:section", "cxenseparse:category", "columnname")
_ORIGINAL = ("syndication-source", "original-source", "dc.source", "dcterms.source")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z\d]{2,8})*", re.IGNORECASE)
_NO = frozenset(("false", "no", "0"))


class Original(Struct, frozen=True):
    """The page on another host that an article comes from: its address, the outlet as the data name it (None where they do not), and the
    words of the data that say so."""

    url: str
    outlet: str | None
    words: str


class Metadata(Struct, frozen=True):
    """Facts of the page's data, None or empty where it gives none. `titles` are the headlines that it states, surest first; `names` what
    the site calls itself; `people` all that it names with their roles, `authors` the names of those who wrote; `own` the letters of the
    site's names, which are no persons'; `crumbs` the way to the page; `original` the page that the text was taken from; `notices` its
    corrections and paywall; `body` the article as the publisher's own data have it."""

    url: str | None = None
    title: str | None = None
    titles: tuple[str, ...] = ()
    page_title: str | None = None
    site: str | None = None
    names: tuple[str, ...] = ()
    section: str | None = None
    crumbs: tuple[str, ...] = ()
    language: str | None = None
    authors: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    own: frozenset[str] = frozenset()
    dates: stated.Stated = stated.Stated()
    image: str | None = None
    keywords: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    original: Original | None = None
    notices: tuple[Notice, ...] = ()
    body: str | None = None


def read(tree: lxml.html.HtmlElement, base: str | None) -> Metadata:
    """`base` is the page's address, against which relative ones are resolved."""
    tags = metas.read(tree)
    written = jsonld.things(tree)
    objects = [*written, *microdata.things(tree)]
    page_title = squeeze(plain(tree.findtext(".//title") or "")) or None
    said = [title for title in (metas.first(tags, (name,)) for name in _TITLES) if title]
    url = _address(tree, tags, base, [jsonld.address(thing.get("isBasedOn")) or "" for thing in objects])
    things = jsonld.articles(objects, url, [*said, page_title or ""])
    headlines = [title for thing in things if (title := jsonld.text(thing.get("headline")))]
    site = _site(tags, objects, things) or _organisation(objects, page_title)
    own = people_.own_names(site, [*_behind(page_title, said), *(one for name in _SITE for one in metas.terms(tags.get(name, [])))], url)
    people = _people(objects, things, tags, own)
    return Metadata(
        url=url,
        title=next(iter((*said, *headlines)), None),
        titles=tuple(dict.fromkeys((*said, *headlines))),
        page_title=page_title,
        site=site,
        names=_names(site, url),
        section=_section(tags, things),
        crumbs=tuple(jsonld.crumbs(objects)),
        language=_language(tree, tags, things),
        authors=tuple(person.name for person in people if person.role == "author")[: attribution.MOST],
        people=people,
        own=own,
        dates=stated.read(tree, tags, [thing for thing in things if any(thing is one for one in written)], written),
        image=metas.first(tags, ("og:image", "og:image:url", "twitter:image", "twitter:image:src"))
        or next((one for thing in things if (one := jsonld.address(thing.get("image")))), None),
        keywords=metas.terms(tags.get("keywords", []) + tags.get("news_keywords", [])),
        tags=tuple(dict.fromkeys(tags.get("article:tag", []))),
        original=_original(tree, tags, things, url or base),
        notices=tuple(_notices(things)),
        body=next((plain(thing["articleBody"]) for thing in things if _is_text(thing.get("articleBody"))), None),
    )


def _is_text(value: Any) -> bool:
    """Whether it is a text of a length that articles have."""
    return isinstance(value, str) and len(value) <= LONGEST


def _address(tree: lxml.html.HtmlElement, tags: metas.Metas, base: str | None, based: Container[str]) -> str | None:
    """The page's own address; a canonical one that its data call what it is `based` on is not."""
    links = [link for link in _links(tree, "canonical") if link not in based]
    stated = [*links, *tags.get("og:url", [])[:1]]
    return addresses.canonical(stated, base if base and base.startswith("http") else None)


def _links(tree: lxml.html.HtmlElement, kind: str) -> list[str]:
    links = islice((link for link in tree.iter("link") if kind in (link.get("rel") or "").lower().split()), 20)
    return [link.get("href") or "" for link in links]


def _behind(page_title: str | None, said: Sequence[str]) -> list[str]:
    """The names that the page title adds to the headline."""
    whole = letters(page_title or "")
    heads = [letters(title) for title in said if letters(title) and letters(title) in whole]
    return [part for part in titles.parts(page_title or "")[1:] if not any(letters(part) in head for head in heads)]


def _site(tags: metas.Metas, objects: Sequence[jsonld.Thing], things: Sequence[jsonld.Thing]) -> str | None:
    """The name that the site gives itself in its data."""
    named = metas.first(tags, _SITE[:1])
    named = named or next((words for thing in things if (words := jsonld.text(jsonld.resolved(objects, thing.get("publisher"))))), None)
    named = named or next(
        (words for thing in objects if "website" in jsonld.kinds(thing) and (words := jsonld.text(thing.get("name")))), None
    )
    return named or metas.first(tags, _SITE[1:])


def _organisation(objects: Sequence[jsonld.Thing], page_title: str | None) -> str | None:
    """The organisation of the data whose name stands behind the headline in the page title."""
    behind = {letters(part) for part in titles.parts(page_title or "")[1:]}
    named = (jsonld.text(thing.get("name")) for thing in objects if any(kind.endswith("organization") for kind in jsonld.kinds(thing)))
    return next((name for name in named if name and letters(name) in behind), None)


def _names(site: str | None, url: str | None) -> tuple[str, ...]:
    """The site's stated name and its host, with and without what stands behind the dot."""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    given = [name for name in (site, host, host.partition(".")[0] if host.count(".") == 1 else None) if name]
    return tuple(dict.fromkeys(given))


def _section(tags: metas.Metas, things: Sequence[jsonld.Thing]) -> str | None:
    """The first section that the data name, the last of its path."""
    stated = metas.first(tags, _SECTION) or next((words for thing in things if (words := jsonld.text(thing.get("articleSection")))), None)
    return stated or None


def _language(tree: lxml.html.HtmlElement, tags: metas.Metas, things: Sequence[jsonld.Thing]) -> str | None:
    """The first declaration that is a language's code."""
    declared = [tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), tree.get("xml:lang")]
    declared += [metas.first(tags, (name,)) for name in ("og:locale", "content-language", "dc.language", "language", "inlanguage")]
    declared += [jsonld.text(thing.get("inLanguage")) for thing in things]
    return next((code.replace("_", "-")[:12] for code in declared if code and _LANGUAGE.fullmatch(code)), None)


def _people(objects: Sequence[jsonld.Thing], things: Sequence[jsonld.Thing], tags: metas.Metas, own: frozenset[str]) -> tuple[Person, ...]:
    found = people_.of_data(objects, things, tags)
    return tuple(Person(name, one.role, one.place, one.evidence) for one in found for name in people_.persons([one.name], own))


def _original(tree: lxml.html.HtmlElement, tags: metas.Metas, things: Sequence[jsonld.Thing], own: str | None) -> Original | None:
    """The page on another host that the text comes from: what the data call its basis, or a canonical address that is not its own."""
    stated = [("JSON-LD isBasedOn", jsonld.address(thing.get("isBasedOn"))) for thing in things]
    stated += [(f"meta {name}", metas.first(tags, (name,))) for name in _ORIGINAL]
    stated += [("link canonical", link) for link in _links(tree, "canonical")]
    for where, link in stated:
        address = addresses.elsewhere(link or "", own)
        if address is not None:
            named = (jsonld.text(thing.get("sourceOrganization")) for thing in things)
            return Original(address, next((name for name in named if name), None), f"{where}: {link}")
    return None


def _notices(things: Sequence[jsonld.Thing]) -> Iterator[Notice]:
    """What the data say of corrections, and that the text is not free."""
    for thing in things:
        given = thing.get("correction")
        for one in given if isinstance(given, list) else [given]:
            words = jsonld.text(one.get("text") or one.get("description") if isinstance(one, dict) else one)
            if words:
                yield Notice("correction", words)
    if any(str(thing.get("isAccessibleForFree")).lower() in _NO for thing in things):
        yield Notice("paywall", "isAccessibleForFree: false")
