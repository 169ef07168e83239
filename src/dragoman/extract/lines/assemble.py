"""From labelled lines to an article: clean text, and every removed line with its reason and its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field

from dragoman.extract.lines.furniture import BODY, SUBHEAD, Line
from dragoman.extract.lines.phrases import Label, notices, offered_keywords
from dragoman.extract.when import calendar
from dragoman.extract.who import attribution
from dragoman.extract.who.attribution import Credit
from dragoman.languages import NEUTRAL
from dragoman.model.article import Link, Notice, Person, Removed
from dragoman.text.html import strip_tags
from dragoman.text.lines import letters, squeeze

GAP = "\n\n"
# Word of the reasons of lines that stand far from the article: they may be about others.
FAR = "outside"
# Reason of lines that are too far from the article to be read at all.
UNREAD = "stands far from the article"
# Kinds of lines that may say who worked on the article, whatever else they say, and those that do so only as a whole.
_CREDITS = frozenset(("byline", "credit"))
_WHOLE = frozenset(("caption", "disclaimer", "other", "navigation"))
_WROTE = frozenset(("author", "contributor"))
# People named far from the article, where nobody is near it, that are believed to be its own.
MOST_DISTANT = 3
# A line of dates: its code points, those of a label and of what stands between it and the first number.
LONGEST_DATES = 140
LEAST_LABEL = 6
LONGEST_LABEL = 16
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BETWEEN_TAGS = re.compile(r"[#,，、;；|/\t\u3000]|\s{2,}")


class Draft(Struct):
    """An article in the making. `paragraphs` become the text; `removed` lines stand before paragraph `places[n]` of it, in the zone
    `zones[n]` of the page; `zone` is that of the lines being filed."""

    paragraphs: list[str] = field(default_factory=list)
    removed: list[tuple[str, str, str]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    zones: list[str] = field(default_factory=list)
    zone: str = "body"
    people: list[Person] = field(default_factory=list)
    distant: list[Person] = field(default_factory=list)
    lone: Credit | None = None
    heading: Notice | None = None
    notices: list[Notice] = field(default_factory=list)
    related: list[Link] = field(default_factory=list)
    offered: dict[str, int] = field(default_factory=dict)
    captions: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    page_keywords: list[str] = field(default_factory=list)
    dateline: str | None = None

    def take_out(self, label: Label, text: str) -> None:
        """Keeps a line out of the text."""
        self.set_aside(label.kind, text, label.why)
        kinds = notices(text) or ([label.notice] if label.notice else [])
        self.notices.extend(notice for kind in kinds if (notice := Notice(kind, text)) not in self.notices)
        self._join(label, text)

    def _join(self, label: Label, text: str) -> None:
        """The heading of a notice and the lines under it are one notice."""
        under = self.heading is not None and label.kind == "disclaimer" and self.places[-1] == self.places[-2]
        if self.heading is not None and under:
            whole = Notice(self.heading.kind, f"{self.heading.text}\n{text}")
            self.notices = [whole if notice == self.heading else notice for notice in self.notices]
            self.heading = whole
        else:
            self.heading = Notice(label.notice, text) if label.notice is not None and label.tail else None

    def set_aside(self, kind: str, text: str, why: str) -> None:
        """Keeps a line out of the text without reading it."""
        self.removed.append((kind, text, why))
        self.places.append(len(self.paragraphs))
        self.zones.append(self.zone)

    def relate(self, link: Link) -> None:
        """Offers another article, once: lists of related stories stand on a page twice. The first address known for a title counts."""
        known = self.offered.setdefault(letters(link.title), len(self.related))
        if known == len(self.related):
            self.related.append(link)
        elif self.related[known].url is None:
            self.related[known] = link

    def credit(self, found: Credit | None, line: str, far: bool = False) -> None:
        """Keeps the people that a line credits, each once for a role; those of lines `far` from the article apart."""
        people = self.distant if far else self.people
        known = {(letters(one.name), one.role) for one in people}
        if found is not None:
            people.extend(one for one in attribution.persons(found, line) if (letters(one.name), one.role) not in known)

    @property
    def credited(self) -> tuple[Person, ...]:
        """Everybody credited. Where no line near the article names an author, a line that is but a name right before the text does; failing
        that few who are named far from it are believed, many are those of other articles."""
        near = any(one.role in _WROTE for one in self.people)
        if not near and self.lone is not None:
            return (*self.people, *(Person(one.name, one.role, evidence=one.name) for one in self.lone.who))
        return tuple(self.people if near or len(self.distant) > MOST_DISTANT else (*self.people, *self.distant))

    @property
    def authors(self) -> tuple[str, ...]:
        """The names of those who wrote or contributed, in the order of the page."""
        return tuple({letters(one.name): one.name for one in self.credited if one.role in _WROTE}.values())

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


class Filed(Struct, frozen=True):
    """A line that is no body, with its label and its zone of the page: head, inside, foot, outside, or titles for the title itself."""

    zone: str
    line: Line
    label: Label


def body(draft: Draft, lines: Sequence[Line], labels: Sequence[Label], before: Sequence[Sequence[Filed]] = ()) -> None:
    """Files the lines between head and foot: paragraphs to the text, everything else out of it with its reason; `before` each of them,
    where given, the lines that stand ahead of it on the page."""
    final = max((place for place, label in enumerate(labels) if label.kind in (BODY, SUBHEAD)), default=-1)
    for place, (line, label) in enumerate(zip(lines, labels, strict=True)):
        if before:
            file(draft, before[place])
        if line.debris:
            draft.take_out(Label("debris", "broken mark-up"), line.debris)
        if label.kind in (BODY, SUBHEAD):
            _paragraph(draft, line.text, place == final)
        elif line.text:
            furniture(draft, line, label)


def file(draft: Draft, lines: Sequence[Filed]) -> None:
    """Files lines that are no body. The title, and lines too far from the article, are kept unread."""
    for one in lines:
        draft.zone = one.zone
        if one.zone == "titles" or one.label.why == UNREAD:
            draft.set_aside(one.label.kind, one.line.text, one.label.why)
        else:
            furniture(draft, one.line, one.label)
    draft.zone = "body"


def furniture(draft: Draft, line: Line, label: Label) -> None:
    """Files a line that is no body: links, captions, names and tags are read from it first."""
    if label.kind == "related" and not (label.tail or line.text.endswith((":", "："))):
        draft.relate(Link(_headline(line.text), line.href))
    elif label.kind == "caption":
        draft.captions.append(line.text)
    elif label.kind == "tags":
        (draft.page_keywords if offered_keywords(line.text) else draft.tags).extend(_tags(line.raw or line.text))
    if not draft.paragraphs:
        draft.lone = attribution.alone(line.text) if label.kind == "other" and not line.linked else None
    if label.kind in _CREDITS:
        draft.credit(attribution.scan(line.text), line.text, FAR in label.why)
    elif label.kind in _WHOLE and not line.linked:
        draft.credit(attribution.byline(line.text), line.text, FAR in label.why)
    draft.take_out(label, line.text)


def _paragraph(draft: Draft, text: str, final: bool) -> None:
    if not draft.paragraphs and is_date_line(text):
        draft.take_out(Label("byline", "date line"), text)
        return
    by = attribution.byline(text) or attribution.source(text)
    if by is None and (final or not draft.paragraphs):
        by = (None if draft.paragraphs else attribution.fields(text)) or attribution.alone(text)
    if by is not None:
        draft.credit(by, text)
        draft.take_out(Label("byline", "names the authors"), text)
        return
    who = attribution.contributors(text)
    if who:
        for credit in who:
            draft.credit(credit, text)
        draft.take_out(Label("byline", "names the contributors"), text)
        return
    if not draft.paragraphs:
        text = _without_dateline(draft, text)
    end = attribution.ending(text, final)
    if end is not None:
        draft.credit(end, text)
        if end.start > 0:
            draft.paragraphs.append(text[: end.start].rstrip())
        draft.take_out(Label("byline", "names the reporters"), text[end.start : end.end].strip())
        return
    draft.paragraphs.append(text)


def is_date_line(text: str) -> bool:
    """Whether a line begins with a label of the day of publication or change and gives a year behind it."""
    if len(text) > LONGEST_DATES or not _YEAR.search(text):
        return False
    folded = text.casefold()
    labels = (*calendar.words("labels", "published"), *calendar.words("labels", "modified"))
    begun = next((label for label in labels if len(label) >= LEAST_LABEL and folded.startswith(label)), None)
    behind = text[len(begun) :] if begun else ""
    digit = next((place for place, char in enumerate(behind) if char.isdecimal()), None)
    if digit is None or behind[0].isalpha() or digit > LONGEST_LABEL:
        return False
    words = re.findall(r"[^\W\d_]+", behind[:digit].casefold())
    return all(len(word) <= LEAST_LABEL / 2 or word in calendar.weekdays() or word in calendar.months(NEUTRAL) for word in words)


def _without_dateline(draft: Draft, text: str) -> str:
    lead = attribution.dateline(text)
    if lead is None:
        return text
    draft.dateline = lead.place or lead.outlet or lead.agency
    draft.credit(lead, text)
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
