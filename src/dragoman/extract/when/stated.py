"""Dates that a page's data state: JSON-LD, meta tags, microdata. They are listed in the order in which they are believed; whether the page
shows the same is asked later (`extract/when/published.py`), for templates fill them with stamps of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import lxml.html
from msgspec import Struct

from dragoman.extract.facts import jsonld, metas
from dragoman.extract.when import dates, partial
from dragoman.model.article import Precision
from dragoman.text.lines import squeeze

# Names of meta tags in the order in which they are believed; schema.org, OpenGraph, Dublin Core, parsely, sailthru, Highwire and habits.
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "article:published", "og:article:published_time", "dc.date.issued",
    "dcterms.issued", "dcterms.available", "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "pubdate", "publish_date",
    "publication_date", "publication-date", "cxenseparse:recs:publishtime", "publishedtime", "weibo:article:create_at",
    "bytedance:published_time", "og:release_date", "article_date_original", "displaydate", "citation_publication_date", "citation_date",
    "citation_online_date", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:modified_time", "og:updated_time", "datemodified", "dateupdate", "dcterms.modified", "dc.date.modified",
    "bytedance:updated_time", "weibo:article:update_at", "cxenseparse:recs:modifiedtime", "article:modified", "lastmod",
    "updatetime",
)  # fmt: skip
# Other tags whose name says both that it is a time and that of publication.
_TELLING = re.compile(
    r"(?:pub|publi\w*|issued?|release\w*|posted)[:._-]?(?:time|date|on|at)$|^(?:time|date)[:._-](?:pub\w*|issued?|posted)$"
)
# Objects of schema.org that are no page of their own.
_PARTS = frozenset(
    [
        "imageobject",
        "comment",
        "review",
        "organization",
        "newsmediaorganization",
        "person",
        "website",
        "breadcrumblist",
        "listitem",
        "itemlist",
        "offer",
        "rating",
        "answer",
        "question",
        "event",
        "claimreview",
        "searchaction",
        "collectionpage",
    ]
)
_BROKEN = re.compile(r"""["']datePublished["']\s*:\s*["']([^"'<>]{4,40})["']""")
# Elements looked at: lists of stories mark every one of theirs.
MOST = 40


class Date(Struct, frozen=True):
    """A date as the page gives it: `where` quotes its words and says where they stand; `zone` is the time zone as written, `labelled`
    says that words beside it call it the day of publication."""

    value: str
    precision: Precision
    where: str
    zone: str | None = None
    labelled: bool = False

    @property
    def day(self) -> str:
        return self.value[:10]


class Stated(Struct, frozen=True):
    """What the data of a page say: dates of publication, surest first, and of the last change."""

    published: tuple[Date, ...] = ()
    modified: Date | None = None


def read(tree: lxml.html.HtmlElement, tags: metas.Metas, articles: Sequence[jsonld.Thing], objects: Sequence[jsonld.Thing] = ()) -> Stated:
    """`articles` are the JSON-LD objects that stand for the page's own article, `objects` all that it has."""
    marked = tree.xpath("//*[contains(@itemprop, 'date')] | //time[@pubdate]")
    found = [*_of_things(articles, ("datePublished",)), *_of_metas(tags, _PUBLISHED[:5])]
    found += _of_marks(marked, "datepublished")
    found += _of_metas(tags, _PUBLISHED[5:])
    found += _of_metas(tags, [name for name in tags if name not in _PUBLISHED and _TELLING.search(name)])
    found += _of_things(articles, ("dateCreated", "uploadDate"))
    if not found:
        found += [*_of_others(objects), *_of_broken(tree), *_of_marks(marked, "datecreated")]
    changes = [*_of_things(articles, ("dateModified",)), *_of_metas(tags, _MODIFIED), *_of_marks(marked, "datemodified")]
    return Stated(tuple(dict.fromkeys(found)), max(changes, key=lambda date: date.day, default=None))


def date(value: str, where: str) -> Date | None:
    """A date of a page's data, None where it is none: no date, no day of the calendar, a template's zero."""
    found = dates.find(squeeze(value)[:80], "en")
    if found:
        return Date(found[0].value, found[0].precision, where, found[0].zone)
    stamp = dates.read(value) or partial.read(value)
    return Date(*stamp, where) if stamp is not None else None


def _of_things(things: Sequence[jsonld.Thing], keys: Sequence[str]) -> Iterator[Date]:
    for key in keys:
        for thing in things:
            value = _string(thing.get(key))
            found = date(value, f"JSON-LD {key}: {value}") if value else None
            if found is not None:
                yield found


def _string(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value")
    return squeeze(value)[:80] if isinstance(value, str) else ""


def _of_metas(tags: metas.Metas, names: Sequence[str]) -> Iterator[Date]:
    for name in names:
        for value in tags.get(name, [])[:2]:
            found = date(value, f"meta {name}: {value[:80]}")
            if found is not None:
                yield found


def _of_marks(marked: Sequence[lxml.html.HtmlElement], prop: str) -> list[Date]:
    """Dates that microdata mark anywhere on the page: only where all agree on one day, for lists mark those of other stories; of a
    `time` with the old attribute `pubdate` too."""
    found = []
    for element in [one for one in marked if prop in (one.get("itemprop") or "datePublished").lower()][:MOST]:
        value = squeeze(element.get("datetime") or element.get("content") or "".join(element.itertext())[:200])[:80]
        one = date(value, f"{element.tag} {element.get('itemprop') or 'pubdate'}: {value}")
        if one is not None:
            found.append(one)
    return found[:1] if len({one.day for one in found}) == 1 else []


def _of_others(objects: Sequence[jsonld.Thing]) -> list[Date]:
    """The date of the page's only other work (a recipe, a film, an episode)."""
    works = [
        thing for thing in objects if thing.get("datePublished") and not jsonld.kinds(thing) & (_PARTS | jsonld.ARTICLES | jsonld.PAGES)
    ]
    found = list(_of_things(works, ("datePublished",)))
    return found[:1] if len({one.day for one in found}) == 1 else []


def _of_broken(tree: lxml.html.HtmlElement) -> list[Date]:
    """The only date of publication in JSON-LD that is beyond repair."""
    found = []
    for script in tree.iter("script"):
        text = (script.text or "")[: jsonld.LONGEST_BROKEN]
        if "ld+json" in (script.get("type") or "").lower() and "datePublished" in text and jsonld.parse(text) is None:
            values = _BROKEN.findall(text)
            found += [one for value in values if (one := date(value, f"JSON-LD datePublished: {value}")) is not None]
    return found[:1] if len({one.day for one in found}) == 1 else []
