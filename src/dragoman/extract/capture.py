"""Text captures: a `.txt` of everything that stood on a page, furniture included. Nothing but words and their order is left, so the
head (site, forms, breadcrumb, title, date and source), the body and the foot are told apart by how lines read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.errors import ExtractError
from dragoman.extract import LONGEST
from dragoman.extract.facts import crumbs, images, titles
from dragoman.extract.facts.portal import Portal, portal_line
from dragoman.extract.lines import assemble, prose, template
from dragoman.extract.lines.assemble import Draft
from dragoman.extract.lines.debris import mend
from dragoman.extract.lines.density import window
from dragoman.extract.lines.furniture import BODY, CAPTURED, SUBHEAD, Line, is_prose, label_body
from dragoman.extract.lines.phrases import Label, by_phrase
from dragoman.extract.lines.wrapped import unwrapped
from dragoman.extract.when import published
from dragoman.extract.who import attribution, origins
from dragoman.languages.identify import identify
from dragoman.model.article import UNKNOWN_SOURCE, Article, LanguageEvidence, Published, SourceRef
from dragoman.model.ids import article_id, capture_url
from dragoman.model.page import Page
from dragoman.text.decode import decode
from dragoman.text.html import strip_tags
from dragoman.text.lines import ends_sentence, letters, slug, squeeze, weight

MADE_BY = "capture@2"
# More lines, or code points, take longer than two seconds; pages as they were shown have a few hundred lines.
MOST_LINES = 12_000
MOST_TEXT = 1_000_000
# A full stop with more behind it, where full stops end nothing but sentences: no headline has one.
_SENTENCE = re.compile("。.{4,}")
_TAGGED = re.compile(r"<[a-zA-Z][^<>]{0,200}/?>")
# A page without a paragraph of this many words has no article.
SHORTEST = 8
# The log odds from which a line is body, by whether it ends a sentence: to lose a sentence is worse than to keep a caption. Chosen on
# pages that the odds were not fitted on (`quality/captures.py`).
KEEP = {True: -2.5, False: -0.5}
# A paragraph that begins the body before its densest part.
SURE = 0.5
# Words of a headline: more tell nothing. One stands so few lines above the line of names and date, and counts that much more.
TITLE = 8
NEAR = 3
SURER = 2.0
# So much it takes above title and first paragraph.
ABOVE = 1.0


def read(page: Page) -> Article:
    """Raises `ExtractError`: "undecodable", "too large", "no text"."""
    try:
        text = decode(page.body, page.encoding)
    except (UnicodeError, LookupError) as error:
        raise ExtractError("undecodable", str(error)) from error
    if len(text) > MOST_TEXT:
        raise ExtractError("too large", f"over {MOST_TEXT} characters")
    raw = [line for line in unwrapped(text.splitlines()) if squeeze(line)]
    if len(raw) > MOST_LINES:
        raise ExtractError("too large", f"over {MOST_LINES} lines")
    if not raw:
        raise ExtractError("empty", "there is nothing in it")
    if max(map(len, raw)) > LONGEST:
        raise ExtractError("too large", f"a line of over {LONGEST} characters is none of an article")
    return _article(page, raw)


def _article(page: Page, raw: Sequence[str]) -> Article:
    labels = [_phrase(squeeze(line)) for line in raw]
    odds = prose.settled(prose.odds([strip_tags(line) for line in raw], labels))
    core, end = _core(raw, labels, odds)
    portal = next((found for line in raw[:core] if (found := portal_line(line, dateless=True))), None)
    place = _title_place(raw[:core], labels[:core], portal, raw[core:end])
    title = titles.split(squeeze(raw[core])[:120] if place is None else squeeze(raw[place]))
    kept = _kept(raw, odds, (core, end), place)
    first = next((number for number in range(core if place is None else place + 1, len(raw)) if kept[number]), core)
    head = [number for number in range(first) if not kept[number] and number != place]
    rest = [number for number in range(len(raw)) if (kept[number] or number >= first) and number != place]
    site = _site_name([raw[number] for number in head if place is None or number < place], labels, raw[first:])
    draft = Draft()
    whole = title.text if place is None else squeeze(raw[place])
    for number in sorted([*head, *([place] if place is not None and whole != title.text else [])]):
        _head_line(draft, squeeze(raw[number]), Label("other", "holds the title") if number == place else labels[number], portal, site)
    lines = [_line(raw[number], whole) for number in rest]
    assemble.body(draft, lines, _body_labels(lines, [kept[number] for number in rest]))
    if not draft.text:
        raise ExtractError("no text", "no paragraph of an article in it")
    return _finish(page, draft, title, site, portal, [raw[number] for number in head])


def _phrase(text: str) -> Label | None:
    """What a phrase says of a line; no line with names asks something."""
    label = by_phrase(text)
    return None if label is not None and label.kind == "byline" and text[-1:] in ("?", "？") else label


def _finish(page: Page, draft: Draft, title: titles.Title, site: str | None, portal: Portal | None, head: Sequence[str]) -> Article:
    language = identify(f"{title.text}\n{draft.text}")
    removed = draft.removed_lines()
    origin = origins.find(removed, [one for one in (site, portal.outlet if portal else None) if one], draft.text)
    name = (portal.outlet if portal and portal.outlet else None) or site or (origin.outlet if origin and origin.outlet else "") or ""
    url = capture_url(page.body)
    authors = draft.authors or (origin.authors if origin else ())
    return Article(
        id=article_id(url, title.text, draft.text),
        url=url,
        source=SourceRef(slug(name) or UNKNOWN_SOURCE, name),
        title=title.text,
        text=draft.text,
        language=language.code,
        language_evidence=LanguageEvidence(language.by, language.score),
        section=(portal.section if portal else None)
        or crumbs.in_lines([squeeze(line) for line in head], title.text, [site] if site else []),
        column=title.column,
        authors=authors,
        people=draft.credited,
        dateline=draft.dateline,
        published=_published(portal, head, draft, language.code),
        origin=origin,
        images=images.of_captions(draft.captions),
        notices=tuple(draft.notices),
        removed=removed,
        related=tuple(draft.related),
        tags=tuple(draft.tags),
        page_keywords=tuple(draft.page_keywords),
        template=template.of_lines([squeeze(line) for line in head]),
        extracted_by=MADE_BY,
    )


def _published(portal: Portal | None, head: Sequence[str], draft: Draft, language: str) -> Published:
    if portal is not None and portal.date:
        return Published(portal.date, portal.precision, f"date line: {squeeze(portal.line)}", portal.date[:10], portal.date[:10])
    lines = [squeeze(line) for line in head] + [text for kind, text, _ in draft.removed if kind == "byline"]
    return published.in_capture(lines, draft.text, language)


def _line(raw: str, title: str) -> Line:
    mended = mend(raw, title)
    if mended.caption:
        return Line(squeeze(mended.caption), "caption", debris=squeeze(mended.debris))
    return Line(squeeze(mended.text), "p", debris=squeeze(mended.debris), raw=raw)


def _core(raw: Sequence[str], labels: Sequence[Label | None], odds: Sequence[float]) -> tuple[int, int]:
    """The lines [start, end) of the densest part that the article is in, from its first paragraph on."""
    start, end = window([Line(squeeze(line)) for line in raw], lambda line: by_phrase(line.text) is not None)
    sure = (number for number in range(start) if odds[number] > SURE and _starts_body(raw[number]))
    likely = (number for number in range(start, end) if odds[number] > KEEP[True] and _starts_body(raw[number]))
    begun = next(sure, None)
    begun = next(likely, None) if begun is None else begun
    if begun is None:
        begun = next((number for number in range(start, end) if _starts_body(raw[number])), None)
    if begun is not None:
        return begun, end
    longest = max(range(len(raw)), key=lambda number: weight(raw[number]))
    if weight(raw[longest]) < SHORTEST:
        raise ExtractError("no text", "no paragraph of an article in it")
    return longest, len(raw)


def _kept(raw: Sequence[str], odds: Sequence[float], core: tuple[int, int], title: int | None) -> list[bool]:
    """Which lines are body. Above title and first paragraph nothing is given the benefit of the doubt."""
    start, end = core
    below = start if title is None else title
    ends = [ends_sentence(line) for line in raw]
    kept = [value > (KEEP[whole] if number >= below else ABOVE) for number, (value, whole) in enumerate(zip(odds, ends, strict=True))]
    if not any(kept[start:]):
        kept[start:end] = [True] * (end - start)
    if title is not None:
        kept[title] = False
    return kept


def _starts_body(line: str) -> bool:
    text = squeeze(line)
    return is_prose(text) and by_phrase(text) is None and portal_line(line) is None and not _TAGGED.search(line)


def _title_place(head: Sequence[str], labels: Sequence[Label | None], portal: Portal | None, body: Sequence[str]) -> int | None:
    """Which line of the head is the title: the one that broken mark-up in the body repeats, the last one before the date line, else the
    one with most words (headlines are longer than names of sites and sections) that the body has too, above a line of names and date
    if there is one; of equals the last."""
    free = [number for number, label in enumerate(labels) if label is None and _may_be_title(squeeze(head[number]))]
    if not free:
        return None
    marked = [line for line in body if "<" in line]
    repeated = [number for number in free if marked and weight(head[number]) >= 4 and any(_repeats(line, head[number]) for line in marked)]
    if repeated:
        return repeated[-1]
    if portal is not None:
        before = [number for number in free if number < head.index(portal.line)]
        if before:
            return before[-1]
    known = prose.terms(" ".join(body))
    bylines = [number for number, label in enumerate(labels) if label is not None and label.kind == "byline"]
    above = {number for line in bylines for number in range(line - NEAR, line)}
    return max(free, key=lambda number: (round(_tells(head[number], known) * (SURER if number in above else 1.0), 3), number))


def _tells(line: str, known: frozenset[str]) -> float:
    """How much a line says of a body with these words: its words up to those of a full headline, and how many of them the body has."""
    own = prose.terms(squeeze(line))
    return min(weight(line), TITLE) * (0.1 + len(own & known) / (len(own) or 1))


def _may_be_title(text: str) -> bool:
    return (
        2 <= weight(text) <= 60
        and not (is_prose(text) and weight(text) > 3 * TITLE)
        and attribution.byline(text) is None
        and portal_line(text) is None
    )


def _repeats(line: str, title: str) -> bool:
    """Whether a line of broken mark-up starts with the title or half of it."""
    words, whole = letters(line), letters(title)
    return bool(whole) and words.startswith(whole[: max(6, len(whole) // 3)])


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


def _body_labels(lines: Sequence[Line], kept: Sequence[bool]) -> list[Label]:
    """As for any page; a caption behind broken mark-up is known already, and what does not read like body is none."""
    labels = label_body([Line(line.text) if line.tag == "caption" else line for line in lines], CAPTURED)
    labels = [
        Label("caption", "behind broken mark-up") if line.tag == "caption" else label for line, label in zip(lines, labels, strict=True)
    ]
    labels = [Label("debris", "broken mark-up") if not line.text else label for line, label in zip(lines, labels, strict=True)]
    last = max((place for place, label in enumerate(labels) if kept[place] and label.kind == BODY), default=-1)
    for place, line in enumerate(lines):
        if (
            kept[place]
            and labels[place].kind == "related"
            and not labels[place].tail
            and _SENTENCE.search(line.text)
            and not by_phrase(line.text)
        ):
            labels[place] = Label(BODY, "")
        if kept[place] and labels[place].kind == "byline" and line.text[-1:] in ("?", "？"):
            labels[place] = Label(BODY, "")
        if labels[place].kind in (BODY, SUBHEAD) and not kept[place] and not _names_only(line.text):
            labels[place] = Label("other", "stands after the article" if place > last else "does not read like the article")
    return labels


def _names_only(text: str) -> bool:
    return bool(attribution.contributors(text) or attribution.byline(text))
