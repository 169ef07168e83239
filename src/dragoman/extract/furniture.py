"""What a line of a page is: body or which kind of furniture. Phrases come from `languages/*/furniture.toml`, all languages at once
(a Chinese portal may carry an English article); structure comes from `Line`. Lines are labelled, never deleted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct

from dragoman import languages
from dragoman.extract import dates
from dragoman.model.article import NoticeKind
from dragoman.text.lines import bare, ends_sentence, unspaced, weight

BODY = "body"
SUBHEAD = "subhead"
LONGEST = 200
# A line that goes on with the text after a list of links: a sentence of this many words, or a full stop after half as many.
GOES_ON = 25
# Between two paragraphs, an unfinished line of at least this many words is a headline of another story, a shorter one a subhead.
HEADLINE = 8
# In a text capture, where headings are not marked and links not known, so many words do between whole paragraphs.
CAPTURED = 6
# Among so many lines at the start of a body date lines are looked for.
OPENING = 6
# Letters by ISO 15924 script: a language's phrases need not be tried on lines without any.
_SCRIPTS = {
    "Latn": re.compile("[a-zA-Z]"),
    "Cyrl": re.compile("[\u0400-\u04ff]"),
    "Arab": re.compile("[\u0600-\u06ff]"),
    "Hans": re.compile("[\u4e00-\u9fff]"),
    "Jpan": re.compile("[\u3040-\u30ff\u4e00-\u9fff]"),
}


class Line(Struct, frozen=True):
    """A line of a page. `tag` is p, h, li, quote or td; `linked` says that nearly all of it is a link, to `href`; `debris` is broken
    mark-up that stood in it, `raw` the line with its own white space."""

    text: str
    tag: str = "p"
    linked: bool = False
    href: str | None = None
    debris: str = ""
    raw: str = ""


class Label(Struct, frozen=True):
    """What a line is and which rule says so; `notice` is a kind of `model.article.Notice` where the line is one."""

    kind: str
    why: str
    notice: NoticeKind | None = None
    tail: bool = False


class _Rule(Struct, frozen=True):
    label: Label
    script: re.Pattern[str] | None
    starts: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    longest: int


class Rules(Struct, frozen=True):
    """The phrase rules of every language."""

    exact: dict[str, Label]
    others: tuple[_Rule, ...]
    notices: tuple[_Rule, ...]
    longest: int


@cache
def rules() -> Rules:
    """Compiled once; the neutral language comes first, then the folders in their order."""
    exact: dict[str, Label] = {}
    others: list[_Rule] = []
    tables = languages.tables("furniture")
    for code in sorted(tables, key=lambda code: (code != languages.NEUTRAL, code)):
        table = tables[code]
        script = None if code == languages.NEUTRAL else _SCRIPTS.get(languages.get(code).script)
        for entry in table.get("line", ()):
            why = f"{entry['why']} ({code})"
            label = Label(entry["kind"], why, entry.get("notice"), bool(entry.get("tail")))
            for phrase in entry.get("exact", ()):
                exact.setdefault(bare(phrase), label)
            starts = tuple(phrase.casefold() for phrase in entry.get("starts", ()))
            patterns = tuple(re.compile(pattern, re.IGNORECASE) for pattern in entry.get("patterns", ()))
            once = Label(label.kind, label.why, label.notice)
            others.append(_Rule(once, script, starts, patterns, entry.get("longest", LONGEST)))
    telling = tuple(rule for rule in others if rule.label.notice)
    return Rules(exact, tuple(others), telling, max(rule.longest for rule in others))


@lru_cache(maxsize=4096)
def by_phrase(text: str) -> Label | None:
    """The label that a phrase of some language gives a line, None where none does."""
    table = rules()
    if len(text) > table.longest:
        return None
    found = table.exact.get(bare(text))
    if found is not None:
        return found
    folded = text.casefold()
    for rule in table.others:
        if _applies(rule, text, folded):
            return rule.label
    return None


def _applies(rule: _Rule, text: str, folded: str) -> bool:
    if len(text) > rule.longest:
        return False
    if rule.script is not None and rule.script.search(text) is None:
        return False
    if rule.label.kind == "byline" and ends_sentence(text) and weight(text) >= GOES_ON / 2:
        return False
    return (bool(rule.starts) and folded.startswith(rule.starts)) or any(pattern.fullmatch(text) for pattern in rule.patterns)


def notices(text: str) -> list[NoticeKind]:
    """Every kind of notice that the line is, not only the first: a disclaimer may forbid, disown and invite takedowns at once."""
    folded = text.casefold()
    kinds: dict[NoticeKind, None] = {}
    for rule in rules().notices:
        kind = rule.label.notice
        if kind is not None and kind not in kinds and _applies(rule, text, folded):
            kinds[kind] = None
    return list(kinds)


@cache
def _keyword_labels() -> tuple[str, ...]:
    tables = languages.tables("furniture").values()
    return tuple(sorted({label.casefold() for table in tables for label in table.get("keywords", {}).get("labels", ())}))


def offered_keywords(text: str) -> bool:
    """Whether a tag line offers automatic keywords rather than an editor's tags."""
    return text.casefold().lstrip("【[ ").startswith(_keyword_labels())


def is_prose(text: str) -> bool:
    """Whether a line reads like a paragraph: it ends a sentence and is long enough not to be a headline."""
    words = weight(text)
    return ends_sentence(text) and (words >= GOES_ON or (words >= GOES_ON / 2 and text.rstrip()[-1:] not in "?？!！…"))


def label_body(lines: Sequence[Line], headline: float = HEADLINE) -> list[Label]:
    """Labels for the lines between the head and the foot of a page. A list of related stories lasts until prose goes on. From `headline`
    words on, an unfinished line between paragraphs is another story's."""
    labels: list[Label] = []
    tail: Label | None = None
    for line in lines:
        found = by_phrase(line.text)
        if found is not None:
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
    if line.tag == "h":
        return Label(SUBHEAD, "heading")
    return Label(BODY, "")


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
