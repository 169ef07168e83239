"""Text captures: a `.txt` of everything that stood on a page, furniture included. Nothing but words and their order is left, so the
head (site, forms, breadcrumb, title, date and source), the body and the foot are told apart by how lines read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.errors import ExtractError
from dragoman.extract import assemble, attribution, published, template, titles
from dragoman.extract.assemble import Draft
from dragoman.extract.debris import mend
from dragoman.extract.density import window
from dragoman.extract.furniture import BODY, CAPTURED, SUBHEAD, Line, is_prose, label_body
from dragoman.extract.phrases import Label, by_phrase
from dragoman.extract.portal import Portal, portal_line
from dragoman.languages.identify import identify
from dragoman.model.article import UNKNOWN_SOURCE, Article, Image, LanguageEvidence, Published, SourceRef
from dragoman.model.ids import article_id, capture_url
from dragoman.model.page import Page
from dragoman.text.decode import decode
from dragoman.text.lines import ends_sentence, letters, slug, squeeze, weight

MADE_BY = "capture@1"
MOST_LINES = 20_000
_TAGGED = re.compile(r"<[a-zA-Z][^<>]{0,200}/?>")
# A page without a paragraph of this many words has no article.
SHORTEST = 8


def read(page: Page) -> Article:
    """Raises `ExtractError`: "undecodable", "too large", "no text"."""
    try:
        text = decode(page.body, page.encoding)
    except (UnicodeError, LookupError) as error:
        raise ExtractError("undecodable", str(error)) from error
    raw = [line for line in text.splitlines() if line.strip()]
    if len(raw) > MOST_LINES:
        raise ExtractError("too large", f"over {MOST_LINES} lines")
    if not raw:
        raise ExtractError("empty", "there is nothing in it")
    return _article(page, raw)


def _article(page: Page, raw: Sequence[str]) -> Article:
    start, end = _window(raw)
    head = raw[:start]
    labels = [by_phrase(squeeze(line)) for line in head]
    portal = next((found for line in head if (found := portal_line(line))), None)
    place = _title_place(head, labels, portal, raw[start:])
    title = titles.split(squeeze(head[place]) if place is not None else squeeze(raw[start])[:120])
    whole = squeeze(head[place]) if place is not None else title.text
    site = _site_name(head[:place] if place is not None else (), labels, raw[start:])
    draft = Draft()
    for number, line in enumerate(head):
        if number != place:
            _head_line(draft, squeeze(line), labels[number], portal, site)
    lines = [_line(line, whole) for line in raw[start:]]
    assemble.body(draft, lines, _body_labels(lines, end - start))
    if not draft.text:
        raise ExtractError("no text", "no paragraph of an article in it")
    return _finish(page, draft, title, site, portal, head)


def _finish(page: Page, draft: Draft, title: titles.Title, site: str | None, portal: Portal | None, head: Sequence[str]) -> Article:
    language = identify(f"{title.text}\n{draft.text}")
    removed = draft.removed_lines()
    origin = attribution.origin([one.text for one in removed])
    name = (portal.outlet if portal and portal.outlet else None) or site or (origin.outlet if origin and origin.outlet else "") or ""
    url = capture_url(page.body)
    authors = tuple(draft.authors) or (origin.authors if origin else ())
    return Article(
        id=article_id(url, title.text, draft.text),
        url=url,
        source=SourceRef(slug(name) or UNKNOWN_SOURCE, name),
        title=title.text,
        text=draft.text,
        language=language.code,
        language_evidence=LanguageEvidence(language.by, language.score),
        section=portal.section if portal else None,
        column=title.column,
        authors=authors,
        dateline=draft.dateline,
        published=_published(portal, head, draft, language.code),
        origin=origin,
        images=tuple(Image(None, caption) for caption in draft.captions),
        notices=tuple(draft.notices),
        removed=removed,
        related=tuple(draft.related),
        tags=tuple(draft.tags),
        page_keywords=tuple(draft.page_keywords),
        template=template.of_lines([squeeze(line) for line in head]),
        extracted_by=MADE_BY,
    )


def _published(portal: Portal | None, head: Sequence[str], draft: Draft, language: str) -> Published:
    if portal is not None:
        return Published(portal.date, portal.precision, f"date line: {squeeze(portal.line)}", portal.date[:10], portal.date[:10])
    lines = [squeeze(line) for line in head] + [text for kind, text, _ in draft.removed if kind == "byline"]
    return published.in_capture(lines, draft.text, language)


def _line(raw: str, title: str) -> Line:
    mended = mend(raw, title)
    if mended.caption:
        return Line(squeeze(mended.caption), "caption", debris=squeeze(mended.debris))
    return Line(squeeze(mended.text), "p", debris=squeeze(mended.debris), raw=raw)


def _window(raw: Sequence[str]) -> tuple[int, int]:
    """The lines [start, end) of the body. It starts with a paragraph; credits and furniture around it are told by their phrases later."""
    lines = [Line(squeeze(line)) for line in raw]
    start, end = window(lines, lambda line: by_phrase(line.text) is not None)
    while start < end and not _starts_body(raw[start]):
        start += 1
    if start < end:
        return start, end
    longest = max(range(len(raw)), key=lambda number: weight(raw[number]))
    if weight(raw[longest]) < SHORTEST:
        raise ExtractError("no text", "no paragraph of an article in it")
    return longest, len(raw)


def _starts_body(line: str) -> bool:
    text = squeeze(line)
    return is_prose(text) and by_phrase(text) is None and portal_line(line) is None and not _TAGGED.search(line)


def _title_place(head: Sequence[str], labels: Sequence[Label | None], portal: Portal | None, rest: Sequence[str]) -> int | None:
    """Which line of the head is the title: the one that the body repeats, the last one before the date line, else the one that is longest
    (a line by line count in the head, and headlines are longer than names of sites and sections)."""
    free = [number for number, label in enumerate(labels) if label is None and _may_be_title(squeeze(head[number]))]
    if not free:
        return None
    repeated = [number for number in free if weight(head[number]) >= 4 and any(_repeats(line, head[number]) for line in rest)]
    if repeated:
        return repeated[-1]
    if portal is not None:
        before = [number for number in free if number < head.index(portal.line)]
        if before:
            return before[-1]
    return max(free, key=lambda number: (min(weight(head[number]), 12), number))


def _may_be_title(text: str) -> bool:
    return 2 <= weight(text) <= 60 and attribution.byline(text) is None and portal_line(text) is None


def _repeats(line: str, title: str) -> bool:
    """Whether a line of broken mark-up starts with the title or half of it."""
    words, whole = letters(line), letters(title)
    return "<" in line and bool(whole) and words.startswith(whole[: max(6, len(whole) // 3)])


def _site_name(head: Sequence[str], labels: Sequence[Label | None], rest: Sequence[str]) -> str | None:
    """The site's name: the first short line of the head; a line that the foot repeats (in a disclaimer, in a copyright line) is surer."""
    short = [
        squeeze(line) for line, label in zip(head, labels, strict=False) if label is None and weight(line) <= 6 and not ends_sentence(line)
    ]
    foot = " ".join(rest[-8:])
    return next((name for name in short if name in foot), short[0] if short else None)


def _head_line(draft: Draft, text: str, label: Label | None, portal: Portal | None, site: str | None) -> None:
    if portal is not None and text == squeeze(portal.line):
        label = Label("byline", "date and source line")
    elif site is not None and text == site:
        label = Label("navigation", "name of the site")
    assemble.furniture(draft, Line(text), label or _by_head(text))


def _by_head(text: str) -> Label:
    if attribution.byline(text) is not None:
        return Label("byline", "names the authors")
    return Label("other", "stands before the article")


def _body_labels(lines: Sequence[Line], end: int) -> list[Label]:
    """As for any page; a caption behind broken mark-up is known already, and from line `end` on nothing is text."""
    labels = label_body([Line(line.text) if line.tag == "caption" else line for line in lines], CAPTURED)
    labels = [
        Label("caption", "behind broken mark-up") if line.tag == "caption" else label for line, label in zip(lines, labels, strict=True)
    ]
    labels = [Label("debris", "broken mark-up") if not line.text else label for line, label in zip(lines, labels, strict=True)]
    inside = (place for place, line in enumerate(lines[:end]) if labels[place].kind == BODY and ends_sentence(line.text))
    for place in range(max(inside, default=end - 1) + 1, len(lines)):
        if labels[place].kind in (BODY, SUBHEAD) and not _names_only(lines[place].text):
            labels[place] = Label("other", "stands after the article")
    return labels


def _names_only(text: str) -> bool:
    return bool(attribution.contributors(text) or attribution.byline(text))
