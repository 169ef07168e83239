"""What a line of a page is: body or which kind of furniture, by its phrases (`extract/lines/phrases.py`), its place and its shape.
Lines are labelled, never deleted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from dragoman import languages
from dragoman.extract.lines.phrases import GOES_ON, LONGEST, Label, by_phrase
from dragoman.extract.when import dates
from dragoman.text.lines import ends_sentence, unspaced, weight

BODY = "body"
SUBHEAD = "subhead"
# Between two paragraphs, an unfinished line of at least this many words is a headline of another story, a shorter one a subhead.
HEADLINE = 8
# In a text capture, where headings are not marked and links not known, so many words do between whole paragraphs.
CAPTURED = 6
# Words of "read also:" at most, and of the headline behind it at least.
POINTER = 4
# Among so many lines at the start of a body date lines are looked for.
OPENING = 6


class Line(Struct, frozen=True):
    """A line of a page. `tag` is p, h, li, quote or td; `linked` says that nearly all of it is a link, to `href`; `debris` is broken
    mark-up that stood in it, `raw` the line with its own white space, `at` the block of the page that holds it, `link` the share of its
    letters that are links."""

    text: str
    tag: str = "p"
    linked: bool = False
    href: str | None = None
    debris: str = ""
    raw: str = ""
    at: Any = None
    link: float = 0.0


def is_prose(text: str) -> bool:
    """Whether a line reads like a paragraph: it ends a sentence and is long enough not to be a headline."""
    words = weight(text)
    return ends_sentence(text) and (words >= GOES_ON or (words >= GOES_ON / 2 and text.rstrip()[-1:] not in "?？!！…"))


def asks(text: str) -> bool:
    """Whether a line is a question: one that begins with names is put by somebody in an interview, no line that names who wrote."""
    return text[-1:] in ("?", "？", "؟")


def label_body(lines: Sequence[Line], headline: float = HEADLINE) -> list[Label]:
    """Labels for the lines between the head and the foot of a page. A list of related stories lasts until prose goes on. From `headline`
    words on, an unfinished line between paragraphs is another story's."""
    labels: list[Label] = []
    tail: Label | None = None
    for line in lines:
        found = by_phrase(line.text)
        if found is not None and not (found.kind == "byline" and asks(line.text)):
            labels.append(found)
            tail = Label(found.kind, f"under: {found.why}") if found.tail else None
        elif tail is not None and not is_prose(line.text):
            labels.append(tail)
        else:
            tail = None
            labels.append(_by_shape(line))
    return _related_headlines(lines, _date_lines(lines, labels), headline)


def _date_lines(lines: Sequence[Line], labels: list[Label]) -> list[Label]:
    """Before the first sentences, a short line with a date that has a time, or that is little but a date, is none of the text."""
    for place, line in enumerate(lines[:OPENING]):
        if labels[place].kind not in (BODY, SUBHEAD) or line.tag == "h":
            continue
        if is_prose(line.text):
            break
        if len(line.text) <= LONGEST / 2 and not ends_sentence(line.text):
            found = dates.find(line.text, languages.NEUTRAL)
            if any(one.precision == "minute" or one.end - one.start > len(line.text) / 2 for one in found):
                labels[place] = Label("byline", "a date before the text")
    return labels


def _by_shape(line: Line) -> Label:
    if line.linked and line.tag != "quote":
        return Label("related", "the whole line is a link")
    if _points(line):
        return Label("related", "a label and a link")
    if line.tag == "h":
        return Label(SUBHEAD, "heading")
    return Label(BODY, "")


def _points(line: Line) -> bool:
    """Whether a line is a few words, a colon, and a link of some words to its end, in whatever language: it points to another story."""
    head, mark, rest = line.text.replace("：", ":").partition(":")
    if not mark or line.link <= 0 or line.tag in ("td", "quote") or any(char.isdigit() for char in line.text):
        return False
    if weight(head) > POINTER or weight(rest) < POINTER:
        return False
    unlinked = round((1 - line.link) * len(line.text))
    return len(head) <= unlinked <= len(head) + 4


def _related_headlines(lines: Sequence[Line], labels: list[Label], shortest: float) -> list[Label]:
    """A line without sentence end between paragraphs that end theirs is a subhead when short, else a headline of another story; texts
    that never end sentences (verse, tables, transcripts) are left alone."""
    body = [place for place, label in enumerate(labels) if label.kind == BODY]
    ended = sum(1 for place in body if ends_sentence(lines[place].text))
    if len(body) < 4 or ended < 0.6 * len(body):
        return labels
    for place in body[1:]:
        text = lines[place].text
        if lines[place].tag == "p" and not ends_sentence(text) and text[-1:] not in ":：,，;；—-" and not _quoted(text):
            length = weight(text) / (1.5 if unspaced(text) else 1.0)
            enclosed = shortest >= HEADLINE or length >= HEADLINE or _enclosed(lines, labels, place)
            if (shortest <= length < HEADLINE * 5 and enclosed) or _tells_headline(text):
                labels[place] = Label("related", "a headline between paragraphs")
            elif length < HEADLINE:
                labels[place] = Label(SUBHEAD, "a short line between paragraphs")
    return labels


def _enclosed(lines: Sequence[Line], labels: Sequence[Label], place: int) -> bool:
    """Whether the texts before and behind a line are whole paragraphs."""
    before = next((lines[at].text for at in range(place - 1, -1, -1) if labels[at].kind == BODY), "")
    behind = next((lines[at].text for at in range(place + 1, len(lines)) if labels[at].kind == BODY), "")
    return is_prose(before) and is_prose(behind)


@cache
def _headline_ends() -> tuple[str, ...]:
    tables = languages.tables("furniture").values()
    return tuple(sorted({end.casefold() for table in tables for end in table.get("headlines", {}).get("ends", ())}))


def _tells_headline(text: str) -> bool:
    """Whether a line ends in the manner of headlines alone ("..., explained")."""
    return text.casefold().endswith(_headline_ends())


def _quoted(text: str) -> bool:
    return text[:1] in '"“«„「『‘' or text[-1:] in '"”»’」』'
