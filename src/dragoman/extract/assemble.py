"""From labelled lines to an article: clean text, and every removed line with its reason and its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field

from dragoman.extract import attribution
from dragoman.extract.furniture import BODY, SUBHEAD, Line
from dragoman.extract.phrases import Label, notices, offered_keywords
from dragoman.model.article import Link, Notice, Removed
from dragoman.text.html import strip_tags
from dragoman.text.lines import letters, squeeze

GAP = "\n\n"
_BETWEEN_TAGS = re.compile(r"[#,，、;；|/\t\u3000]|\s{2,}")


class Draft(Struct):
    """An article in the making. `paragraphs` become the text; `removed` lines stand before paragraph `places[n]` of it."""

    paragraphs: list[str] = field(default_factory=list)
    removed: list[tuple[str, str, str]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    related: list[Link] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    page_keywords: list[str] = field(default_factory=list)
    dateline: str | None = None

    def take_out(self, label: Label, text: str) -> None:
        """Keeps a line out of the text."""
        self.removed.append((label.kind, text, label.why))
        self.places.append(len(self.paragraphs))
        kinds = notices(text) or ([label.notice] if label.notice else [])
        self.notices.extend(notice for kind in kinds if (notice := Notice(kind, text)) not in self.notices)

    def relate(self, link: Link) -> None:
        """Offers another article, once: lists of related stories stand on a page twice. The first address known for a title counts."""
        key = letters(link.title)
        known = next((place for place, one in enumerate(self.related) if letters(one.title) == key), None)
        if known is None:
            self.related.append(link)
        elif self.related[known].url is None:
            self.related[known] = link

    @property
    def text(self) -> str:
        return GAP.join(self.paragraphs)

    def removed_lines(self) -> tuple[Removed, ...]:
        """Removed lines with their offsets in the text, in the order of the page."""
        offsets = [0]
        for paragraph in self.paragraphs:
            offsets.append(offsets[-1] + len(paragraph) + len(GAP))
        end = len(self.text)
        rows = sorted(zip(self.places, range(len(self.removed)), strict=True))
        return tuple(Removed(*self.removed[number], min(offsets[place], end)) for place, number in rows)


def body(draft: Draft, lines: Sequence[Line], labels: Sequence[Label]) -> None:
    """Files the lines between head and foot: paragraphs to the text, everything else out of it with its reason."""
    final = max((place for place, label in enumerate(labels) if label.kind == BODY), default=-1)
    for place, (line, label) in enumerate(zip(lines, labels, strict=True)):
        if line.debris:
            draft.take_out(Label("debris", "broken mark-up"), line.debris)
        if label.kind in (BODY, SUBHEAD):
            _paragraph(draft, line.text, place == final)
        elif line.text:
            furniture(draft, line, label)


def furniture(draft: Draft, line: Line, label: Label) -> None:
    """Files a line that is no body: links, captions, names and tags are read from it first."""
    if label.kind == "related" and not (label.tail or line.text.endswith((":", "："))):
        draft.relate(Link(_headline(line.text), line.href))
    elif label.kind == "caption":
        draft.captions.append(line.text)
    elif label.kind == "tags":
        (draft.page_keywords if offered_keywords(line.text) else draft.tags).extend(_tags(line.raw or line.text))
    elif label.kind in ("byline", "credit"):
        by = attribution.byline(line.text)
        if by is not None:
            _add(draft.authors, by.names)
        elif label.kind == "byline":
            _add(draft.authors, attribution.inside(line.text))
    draft.take_out(label, line.text)


def _paragraph(draft: Draft, text: str, final: bool) -> None:
    by = attribution.byline(text)
    names = by.names if by is not None else () if draft.paragraphs and not final else attribution.alone(text)
    if names:
        _add(draft.authors, names)
        draft.take_out(Label("byline", "names the authors"), text)
        return
    who = attribution.contributors(text)
    if who:
        for credit in who:
            _add(draft.authors, credit.names)
        draft.take_out(Label("byline", "names the contributors"), text)
        return
    if not draft.paragraphs:
        text = _without_dateline(draft, text)
    end = attribution.trailing(text) or (attribution.last(text) if final else None)
    if end is not None and end.start > 0:
        _add(draft.authors, end.names)
        draft.paragraphs.append(text[: end.start].rstrip())
        draft.take_out(Label("byline", "names the reporters"), text[end.start : end.end])
        return
    draft.paragraphs.append(text)


def _without_dateline(draft: Draft, text: str) -> str:
    lead = attribution.dateline(text)
    if lead is None:
        return text
    draft.dateline = lead.place or lead.outlet
    _add(draft.authors, lead.names)
    draft.take_out(Label("dateline", "place and agency before the text"), text[: lead.end].strip())
    return text[lead.end :].lstrip()


def _headline(text: str) -> str:
    """The headline in "Read more: headline"."""
    head, mark, rest = text.partition(": ")
    return squeeze(strip_tags(rest if mark and len(head) < 24 and len(rest) > 15 else text))


def _tags(text: str) -> list[str]:
    """The terms of a tag line, its label left out."""
    _, mark, rest = text.replace("：", ":").partition(":")
    terms = _BETWEEN_TAGS.split(rest if mark else text)
    return [squeeze(term) for term in terms if squeeze(term)]


def _add(names: list[str], more: Sequence[str]) -> None:
    names.extend(name for name in more if name.casefold() not in {known.casefold() for known in names})
