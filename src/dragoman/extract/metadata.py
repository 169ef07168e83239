"""What the head of an HTML page says of its article: JSON-LD, OpenGraph, meta tags, microdata, links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import lxml.html
import msgspec
from msgspec import Struct

from dragoman.extract import attribution, dates
from dragoman.model.article import Precision
from dragoman.text.html import plain
from dragoman.text.lines import letters, squeeze

# Names of meta tags in the order in which they are believed; schema.org, OpenGraph, Dublin Core, parsely, sailthru and old habits.
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "article:published", "dcterms.created", "dc.date.issued",
    "dcterms.issued", "dc.date", "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "pubdate", "publish_date",
    "publication_date", "publication-date", "date", "cxenseparse:recs:publishtime", "publishedtime", "weibo:article:create_at",
    "bytedance:published_time", "og:release_date", "dc.date.created", "article_date_original", "displaydate", "citation_publication_date",
)  # fmt: skip
_AUTHOR = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "dcterms.creator",
    "og:article:author",
    "mediaid",
)
_TITLE = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "headline")
_SITE = ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:app:name:iphone")
_SECTION = ("article:section", "parsely-section", "section", "og:article:section", "cxenseparse:category")
_ARTICLES = frozenset(
    f"{kind}article"
    for kind in ("", "news", "reportagenews", "analysisnews", "opinionnews", "backgroundnews", "reviewnews", "scholarly", "tech")
) | {"blogposting", "liveblogposting", "report", "webpage"}


class Date(Struct, frozen=True):
    """A publication date as the page's data give it."""

    value: str
    precision: Precision
    where: str


class Metadata(Struct, frozen=True):
    """Facts of the page's data, None or empty where it gives none; `body` is the article as the publisher's own data have it."""

    url: str | None = None
    title: str | None = None
    page_title: str | None = None
    site: str | None = None
    section: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    published: Date | None = None
    image: str | None = None
    keywords: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    body: str | None = None


def read(tree: lxml.html.HtmlElement, base: str | None) -> Metadata:
    """`base` is the page's address, against which relative ones are resolved."""
    metas = _metas(tree)
    things = [thing for thing in _things(tree) if _is_article(thing)]
    title = next((squeeze(plain(str(thing["headline"]))) for thing in things if isinstance(thing.get("headline"), str)), None)
    return Metadata(
        url=_canonical(tree, metas, base),
        title=_first(metas, _TITLE) or title or None,
        page_title=squeeze(plain(tree.findtext(".//title") or "")) or None,
        site=_site(metas, things),
        section=_first(metas, _SECTION)
        or next((_text(thing.get("articleSection")) for thing in things if thing.get("articleSection")), None),
        language=_language(tree, metas, things),
        authors=_authors(tree, metas, things),
        published=_published(tree, metas, things),
        image=_first(metas, ("og:image", "twitter:image")),
        keywords=_list(metas.get("keywords", []) + metas.get("news_keywords", [])),
        tags=tuple(dict.fromkeys(squeeze(tag) for tag in metas.get("article:tag", []) if squeeze(tag))),
        body=next((plain(thing["articleBody"]) for thing in things if isinstance(thing.get("articleBody"), str)), None),
    )


def _metas(tree: lxml.html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = squeeze(plain(meta.get("content") or ""))
        if name and content:
            found.setdefault(name, []).append(content)
    return found


def _first(metas: dict[str, list[str]], names: Iterable[str]) -> str | None:
    return next((metas[name][0] for name in names if metas.get(name)), None)


def _things(tree: lxml.html.HtmlElement) -> Iterator[dict[str, Any]]:
    """JSON-LD objects, those of a graph one by one."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            try:
                value = msgspec.json.decode(_repaired(script.text))
            except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
                continue
            yield from _objects(value, 0)


def _repaired(text: str) -> str:
    """Control characters inside strings are forbidden in JSON and frequent in pages."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    return "".join(char if char >= " " else " " for char in text)


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 5:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph", []), depth + 1)
        yield from _objects(value.get("mainEntity", []), depth + 1)


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    return any(str(kind).lower() in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        return _text(value[0]) if value else None
    if isinstance(value, dict):
        return _text(value.get("name"))
    words = squeeze(plain(value)) if isinstance(value, str) else ""
    return words or None


def _canonical(tree: lxml.html.HtmlElement, metas: dict[str, list[str]], base: str | None) -> str | None:
    """The canonical address; one that names no page of its own (the site's root) is a mistake of the site's template."""
    links = [link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    for candidate in (*links, _first(metas, ("og:url",))):
        try:
            address = urljoin(base if base and base.startswith("http") else "", (candidate or "").strip())
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc and (parts.path.strip("/") or parts.query):
            return str(address)
    return None


def _site(metas: dict[str, list[str]], things: list[dict[str, Any]]) -> str | None:
    named = _first(metas, _SITE[:1]) or next((_text(thing.get("publisher")) for thing in things if _text(thing.get("publisher"))), None)
    return named or _first(metas, _SITE[1:4])


def _language(tree: lxml.html.HtmlElement, metas: dict[str, list[str]], things: list[dict[str, Any]]) -> str | None:
    declared: str | None = tree.get("lang") or _first(metas, ("og:locale", "content-language", "language"))
    declared = declared or next((str(thing["inLanguage"]) for thing in things if isinstance(thing.get("inLanguage"), str)), None)
    return str(declared).replace("_", "-")[:12] if declared else None


def _authors(tree: lxml.html.HtmlElement, metas: dict[str, list[str]], things: list[dict[str, Any]]) -> tuple[str, ...]:
    names: list[str] = []
    for thing in things:
        people = thing.get("author")
        for person in people if isinstance(people, list) else [people]:
            if isinstance(person, dict) and str(person.get("@type", "Person")).lower().startswith("organi"):
                continue
            names.extend(attribution.split_names(_text(person) or ""))
        if names:
            break
    if not names:
        for name in _AUTHOR:
            names.extend(found for value in metas.get(name, []) if not value.startswith("http") for found in attribution.split_names(value))
            if names:
                break
    if not names:
        names.extend(found for element in _by_author(tree) for found in attribution.split_names(squeeze(element.text_content())[:120]))
    site = letters(_site(metas, things) or "")
    return tuple({name.casefold(): name for name in names if letters(name) != site}.values())[: attribution.MOST]


def _by_author(tree: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    found = tree.xpath("//*[@itemprop='author' or @rel='author' or contains(@class, 'author-name') or contains(@class, 'byline-name')]")
    return [element for element in found if isinstance(element, lxml.html.HtmlElement)][:3]


def _published(tree: lxml.html.HtmlElement, metas: dict[str, list[str]], things: list[dict[str, Any]]) -> Date | None:
    for thing in things:
        for key in ("datePublished", "dateCreated", "uploadDate"):
            stamp = dates.read(thing[key]) if isinstance(thing.get(key), str) else None
            if stamp is not None:
                return Date(*stamp, f"JSON-LD {key}: {thing[key]}")
    for name in _PUBLISHED:
        for value in metas.get(name, []):
            stamp = dates.read(value)
            if stamp is not None:
                return Date(*stamp, f"meta {name}: {value}")
    for element in tree.xpath("//*[@itemprop='datePublished' or @itemprop='dateCreated'] | //time[@pubdate]"):
        value = squeeze(element.get("datetime") or element.get("content") or element.text_content())
        stamp = dates.read(value)
        if stamp is not None:
            return Date(*stamp, f"{element.tag} {element.get('itemprop') or 'pubdate'}: {value}")
    return None


def _list(values: Iterable[str]) -> tuple[str, ...]:
    terms = [squeeze(term) for value in values for term in value.replace("，", ",").replace("、", ",").replace(";", ",").split(",")]
    return tuple(dict.fromkeys(term for term in terms if term))[:30]
