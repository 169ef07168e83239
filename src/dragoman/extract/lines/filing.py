"""Every line of a page into the draft of its article, in reading order: paragraphs to the text, all others out of it with their reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from dragoman.extract.lines import assemble, blocks
from dragoman.extract.lines.assemble import Draft, Filed
from dragoman.extract.lines.debris import mend
from dragoman.extract.lines.furniture import BODY, OPENING, SUBHEAD, Line, is_prose, label_body
from dragoman.extract.lines.phrases import Label, by_phrase
from dragoman.extract.lines.zones import Zones
from dragoman.extract.who import attribution
from dragoman.text.lines import letters, weight

# Lines outside head, body and foot are the site's own; of them the first so many are read for phrases, all are kept.
MOST_OUTSIDE = 200
CAPTION = Label("caption", "caption of a figure")
TITLE = Label("other", "the title")
REPEATED = Label("other", "repeats a sentence of the text")
# Notes behind a text: so many, of so many words each.
MOST_NOTES = 4
NOTE = 60
_QUOTES = tuple("\"'“«„‚‘「『《‹")
# A line of so many letters that the text has word for word is a quote pulled out of it.
PULLED = 20
# They are looked for on pages of so many lines: more are no article with quotes, and each is looked for in all others.
MOST_PULLED = 1_000


def draft_of(visible: Sequence[Line], found: Sequence[Line], zones: Zones, title: str) -> Draft:
    """The draft of an article whose body is `found`. Restoring every removed line at its place gives back the page."""
    draft = Draft()
    lines, places = _mended(found, zones.places, title)
    labels = _labels(lines, title)
    waiting = list(_others(visible, zones, letters(" ".join(line.text for line in found)) if len(visible) <= MOST_PULLED else ""))
    before: list[list[Filed]] = []
    for place in places:
        ahead = next((number for number, (where, _) in enumerate(waiting) if where > place), len(waiting)) if place is not None else 0
        before.append([filed for _, filed in waiting[:ahead]])
        del waiting[:ahead]
    assemble.body(draft, lines, labels, before)
    assemble.file(draft, [filed for _, filed in waiting])
    return draft


def _others(visible: Sequence[Line], zones: Zones, text: str) -> Iterator[tuple[int, Filed]]:
    """The lines that are no body with their places on the page."""
    zone = {id(line): name for name in ("head", "inside", "foot", "outside", "titles") for line in getattr(zones, name)}
    outside = 0
    for place, line in enumerate(visible):
        name = zone.get(id(line))
        outside += name == "outside"
        if name is not None:
            yield place, Filed(name, line, _label(line, name, outside, text))


def _label(line: Line, zone: str, outside: int, text: str) -> Label:
    if zone == "titles":
        return TITLE
    if zone == "inside":
        return _left_out(line, text)
    if zone == "outside":
        if outside > MOST_OUTSIDE:
            return Label("navigation" if line.linked else "other", assemble.UNREAD)
        return Label("navigation", "a link outside the article") if line.linked else _margin(line, "outside")
    return _margin(line, "before" if zone == "head" else "after")


def _margin(line: Line, side: str) -> Label:
    label = by_phrase(line.text)
    if label is None and line.tag == "caption":
        label = CAPTION
    elif label is None and attribution.byline(line.text) is not None:
        label = Label("byline", "names the authors")
    if label is not None:
        return Label(label.kind, f"{label.why}, {assemble.FAR} the article", label.notice, label.tail) if side == assemble.FAR else label
    return Label("navigation" if line.linked else "other", f"stands {side} the article")


def _left_out(line: Line, text: str) -> Label:
    if line.tag == "caption":
        return CAPTION
    label = by_phrase(line.text)
    if label is not None:
        return label
    key = letters(line.text)
    if len(key) >= PULLED and key in text:
        return REPEATED
    return Label("related" if line.linked else "other", "the body extractor left it out")


def _mended(found: Sequence[Line], places: Sequence[int | None], title: str) -> tuple[list[Line], list[int | None]]:
    """The lines of the body without broken mark-up, with their places among the visible ones where they are one of them."""
    lines: list[Line] = []
    kept: list[int | None] = []
    for line, place in zip(found, places, strict=True):
        mended = mend(line.text, title)
        if mended.caption:
            lines.append(Line(mended.caption, "caption", debris=mended.debris))
        elif mended.text or mended.debris:
            lines.append(Line(mended.text, line.tag, line.linked, line.href, mended.debris, at=line.at, link=line.link))
        else:
            continue
        kept.append(place)
    return lines, kept


def _labels(lines: Sequence[Line], title: str) -> list[Label]:
    labels = label_body(lines)
    for place, line in enumerate(lines):
        if line.tag == "caption":
            labels[place] = CAPTION
        elif not line.text:
            labels[place] = Label("debris", "broken mark-up")
    _before_title(lines, labels, title)
    _repeated(lines, labels)
    _notes(lines, labels)
    return labels


def _before_title(lines: Sequence[Line], labels: list[Label], title: str) -> None:
    """Lines without prose that stand before a repeated title are none of the text: who posts, what else there is."""
    repeated = next((place for place, line in enumerate(lines[:OPENING]) if title and letters(line.text) == letters(title)), -1)
    if any(is_prose(line.text) for line in lines[: max(repeated, 0)]):
        return
    for place in range(repeated + 1):
        if labels[place].kind in (BODY, SUBHEAD):
            labels[place] = Label("other", "repeats the title" if place == repeated else "stands before the title")


def _repeated(lines: Sequence[Line], labels: list[Label]) -> None:
    """Quotes pulled out of the text, set as quotes or in a block of another kind than the paragraph that has them, are in it already."""
    if len(lines) > MOST_PULLED:
        return
    keys = [letters(line.text) if label.kind in (BODY, "related") else "" for line, label in zip(lines, labels, strict=True)]
    whole = "\n".join(keys)
    for place, key in enumerate(keys):
        if len(key) < PULLED or lines[place].tag not in ("p", "quote") or whole.count(key) < 2:
            continue
        longer = next((other for other, held in enumerate(keys) if key in held and len(held) > len(key)), None)
        if longer is not None and (lines[place].tag == "quote" or _set(lines[place]) != _set(lines[longer])):
            labels[place] = REPEATED


def _notes(lines: Sequence[Line], labels: list[Label]) -> None:
    """Short paragraphs set in italics or small letters behind a text that is not: who wrote it, whose views they are, what to read next."""
    body = [place for place, label in enumerate(labels) if label.kind == BODY]
    notes: list[int] = []
    for place in reversed(body):
        if len(notes) == MOST_NOTES or not _aslant(lines[place]):
            break
        notes.append(place)
    if notes and len(body) - len(notes) >= 3:
        for place in notes:
            labels[place] = Label("other", "a note in italics behind the text")


def _aslant(line: Line) -> bool:
    """Whether a short paragraph is set in italics or small letters to its last letter, and quotes nobody."""
    if line.at is None or line.tag != "p" or weight(line.text) > NOTE or line.text[:1] in _QUOTES:
        return False
    slanted = "".join(part.text_content() for part in line.at.iterchildren("em", "i", "small"))
    return len(letters(slanted)) >= len(letters(line.text)) > 0


def _set(line: Line) -> tuple[str, ...]:
    """How a line is set: the kinds and classes of the two blocks around it."""
    held = islice(blocks.around(line.at), 2) if line.at is not None else ()
    return tuple(f"{block.tag} {block.get('class') or ''}" for block in held)
