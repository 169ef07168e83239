"""HTML pages: the body, and around it the head and foot that a reader sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from urllib.parse import urlsplit

import lxml.html
from babel.core import get_global
from msgspec import structs

from dragoman.errors import ExtractError
from dragoman.extract.facts import images, metadata, nearby, outlet, titles
from dragoman.extract.facts.portal import portal_line
from dragoman.extract.lines import assemble, body, dom, filing, posts, template
from dragoman.extract.lines.assemble import Draft
from dragoman.extract.lines.furniture import OPENING, Line, is_prose
from dragoman.extract.lines.zones import Zones, zones_of
from dragoman.extract.saved import clean
from dragoman.extract.when import published
from dragoman.extract.who import origins, people
from dragoman.languages.identify import Identified, identify
from dragoman.model.article import Article, LanguageEvidence, Link, Origin, Removed
from dragoman.model.ids import article_id, capture_url
from dragoman.model.page import Page
from dragoman.text.decode import decode
from dragoman.text.lines import letters, squeeze, weight

MADE_BY = "html@2"
SHORTEST = 8
# Pieces of text of a link that are read.
CHUNKS = 60
# A line of so many words is no headline.
LONG = 14


def read(page: Page) -> Article:
    """Raises `ExtractError`: "undecodable", "too large", "too deep", "empty", "no text"."""
    try:
        text = clean(decode(page.body, page.encoding))
    except (UnicodeError, LookupError) as error:
        raise ExtractError("undecodable", str(error)) from error
    tree = dom.tree_of(text)
    base = page.url if urlsplit(page.url).scheme in ("http", "https") else None
    facts = metadata.read(tree, base)
    visible = dom.lines(tree)
    found = body.lines_of_body(tree, visible, facts.url or base, facts.body)
    title = titles.of_tree(tree, facts.titles, facts.page_title, facts.names)
    title = titles.shown(title, facts.titles, [line.text for line in visible], _place(visible, found))
    found, zones = zones_of(visible, posts.of_title(visible, found, title.text), title.text)
    draft = filing.draft_of(visible, found, zones, title.text)
    if weight(draft.text) < SHORTEST:
        raise ExtractError("no text", "no paragraph of an article in it")
    return _article(page, tree, facts, zones, title, draft, visible)


def _article(
    page: Page,
    tree: lxml.html.HtmlElement,
    facts: metadata.Metadata,
    zones: Zones,
    title: titles.Title,
    draft: Draft,
    visible: Sequence[Line],
) -> Article:
    language = identify(f"{title.text}\n{draft.text}")
    removed = draft.removed_lines()
    base = page.url if urlsplit(page.url).scheme in ("http", "https") else None
    url = facts.url or base or capture_url(page.body)
    portal = next((found for line in zones.head if (found := portal_line(line.text))), None)
    origin = _origin(
        [structs.replace(one, kind="debris") if one.reason == assemble.UNREAD else one for one in removed], facts, draft, tree, url
    )
    tag = published.tag(language.code, facts.language, url)
    near = nearby.read(tree, title.text, tag)
    shown = published.Page(tuple(visible), title.text, page.fetched)
    return Article(
        id=article_id(url, title.text, draft.text),
        url=url,
        source=outlet.source(tree, url, facts, near, portal, title),
        title=title.text,
        text=draft.text,
        language=language.code,
        language_evidence=LanguageEvidence(_against(language, facts.language), language.score, facts.language),
        section=outlet.section(tree, facts, near, portal, [line.text for line in (*zones.outside, *zones.head)], title.text),
        column=title.column,
        authors=people.first((facts.authors, near.authors, draft.authors, origin.authors if origin else ()), facts.own),
        people=origins.everyone(facts.people, people.authors(near.authors, facts.own), draft.credited),
        dateline=draft.dateline,
        published=published.decide(_signs(facts, near, zones, draft), url, draft.text, tag, shown),
        origin=origin,
        images=images.of_page(tree, facts.image, draft.captions, base or facts.url),
        notices=tuple(dict.fromkeys((*draft.notices, *facts.notices))),
        removed=removed,
        related=tuple(draft.related),
        links=_links(tree, draft, base),
        tags=tuple(dict.fromkeys((*facts.tags, *draft.tags))),
        page_keywords=tuple(dict.fromkeys((*facts.keywords, *draft.page_keywords))),
        template=template.of_tree(tree, draft.paragraphs),
        extracted_by=MADE_BY,
    )


def _against(language: Identified, declared: str | None) -> str:
    """What settled the language, and that the page declares another one where it does."""
    primary = (declared or "").replace("_", "-").partition("-")[0].lower()
    aliases: Mapping[str, str] = get_global("language_aliases")
    same = not primary or primary == language.code or aliases.get(primary, primary) == aliases.get(language.code, language.code)
    return language.by if same else f"{language.by}, not the declared {declared}"


def _origin(removed: Sequence[Removed], facts: metadata.Metadata, draft: Draft, tree: lxml.html.HtmlElement, url: str) -> Origin | None:
    """Where the text came from by lines that are read, with the address of the original that the page's data or its links give."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    found = origins.find(removed, (facts.site or "", host.rpartition(".")[0]), draft.text)
    if facts.original is not None:
        return structs.replace(found, url=facts.original.url) if found is not None else origins.of_data(facts.original)
    anchors = ((anchor, anchor.get("href") or "") for anchor in tree.iter("a"))
    links = ((squeeze("".join(islice(anchor.itertext(), CHUNKS))), there) for anchor, there in anchors if there.startswith("http"))
    return origins.linked(found, links, host)


def _place(visible: Sequence[Line], found: Sequence[Line]) -> int:
    """Where the body starts among the visible lines, behind a first line that can be its headline."""
    keys = [letters(line.text) for line in visible]
    wanted = {key: line for line in reversed(found[:OPENING]) if len(key := letters(line.text)[:60]) >= 4}
    for place, key in enumerate(keys):
        if key[:60] in wanted:
            return place + (not is_prose(visible[place].text) and weight(visible[place].text) <= LONG)
    return 0


def _signs(facts: metadata.Metadata, near: nearby.Nearby, zones: Zones, draft: Draft) -> published.Signs:
    """What the page shows of its date."""
    links = {line.text for lines in (zones.head, zones.inside, zones.foot, zones.outside) for line in lines if line.linked}
    first = next((place for place, paragraph in enumerate(draft.paragraphs[:OPENING]) if is_prose(paragraph)), 0)
    removed = zip(draft.removed, draft.places, draft.zones, strict=True)
    lines = [(text, place, zone) for (kind, text, _), place, zone in removed if kind == "byline" and text not in links]
    return published.Signs(
        data=facts.dates,
        beside=near.published,
        head=zones.head,
        titled=zones.titled,
        early=tuple(text for text, place, zone in lines if place <= max(1, first) and zone in ("head", "inside", "body")),
        foot=zones.foot,
        elsewhere=tuple(text for text, _, _ in lines),
        changed=near.changed,
    )


def _links(tree: lxml.html.HtmlElement, draft: Draft, base: str | None) -> tuple[Link, ...]:
    """Links in the running text of the body."""
    paragraphs = {letters(paragraph) for paragraph in draft.paragraphs}
    found: dict[str, Link] = {}
    running: dict[lxml.html.HtmlElement, bool] = {}
    for anchor in tree.iter("a"):
        parent = next((one for one in anchor.iterancestors("p", "li", "blockquote")), None)
        if parent is None:
            continue
        if parent not in running:
            running[parent] = letters(parent.text_content()) in paragraphs
        address = images.absolute(base, anchor.get("href")) if running[parent] else None
        words = squeeze(anchor.text_content()) if address and address.startswith("http") else ""
        if address and words:
            found.setdefault(address, Link(words, address))
    return tuple(found.values())[:100]
