"""Times: the dates, clock times, durations and sets of a text, resolved against the article's date and the narration.

Types and values are TIMEX3's (ISO-TimeML); ranges are one expression with a value "first/last".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from dragoman.annotate import time_calendar as cal
from dragoman.annotate.time_grammar import Grammar, Match, grammar, lower
from dragoman.annotate.time_resolve import resolve
from dragoman.annotate.time_values import Context, Fields, Resolved, Tense
from dragoman.model.annotations import TimeExpression
from dragoman.model.article import Published
from dragoman.model.reading import Reading

_SEPARATOR = re.compile(r"[\s,，、;；]{1,4}|[\s,，、]*\w{0,3}\s?")
_COARSE = (
    ("year", "yy", "decade"),
    ("unit", "shift", "base"),
    ("month", "quarter", "season", "half"),
    ("weekday", "day"),
    ("daypart", "ampm"),
    ("hour",),
)
"""Fields from coarse to fine: an end of a range borrows what is coarser than its own from the other end."""
_FINE = ("minute", "part of day", "day", "week", "part of month", "month")
_CLAUSE = 120
_TOLD = 200
"""Characters within which a paragraph is still about the last date that it named."""
_COMPARED = 400
"""Characters after a quarter in which "a year earlier" speaks of that quarter."""


class _Story(Struct):
    """What the narration has told so far, while a text is read."""

    doc: date | None
    sure: float
    end: int = 0
    last: Resolved | None = None
    fine: Resolved | None = None
    quarter: Resolved | None = None
    quarter_end: int = 0
    seen: tuple[tuple[int, int], ...] = ()


class Times:
    """Annotator of time expressions for every language that has a `dates.toml`; the others get ISO and numeric dates."""

    name = "times"
    version = "1"
    needs: tuple[str, ...] = ("sentences",)
    gives: tuple[str, ...] = ("times",)

    def annotate(self, reading: Reading) -> Reading:
        """The reading with its `times`, in text order, without overlaps."""
        article = reading.article
        rules = grammar(article.language)
        text, low = article.text, lower(article.text)
        matches = list(rules.find(text))
        starts = [sentence.start for sentence in reading.sentences]
        doc, sure = anchor(article.published, matches, [tense(low, rules, matches, at) for at in range(len(matches))])
        story, found = _Story(doc=doc, sure=sure), []
        for at, match in enumerate(matches):
            here = _context(story, text, match, tense(low, rules, matches, at), starts)
            point = _resolve(match, here, story)
            if point is None:
                continue
            _tell(story, match, point)
            found.append(_expression(text, match, point))
        return replace(reading, times=tuple(found))


def anchor(published: Published, matches: list[Match], tenses: list[Tense]) -> tuple[date | None, float]:
    """The day that the text was written, as well as it is known: the date of publication; where that is unknown the latest day that the
    text itself tells of as past, within the interval given; else the start of that interval."""
    known = cal.parse(published.value)
    if known is not None and published.precision in ("minute", "day"):
        return known, 1.0
    earliest, latest = cal.parse(published.earliest or published.value), cal.parse(published.latest)
    told = []
    for match, when in zip(matches, tenses, strict=True):
        fields = match.first
        if when != "future" and "year" in fields and "month" in fields and "type" not in fields:
            day = cal.make(int(fields["year"]), int(fields["month"]), int(fields.get("day", 1)))
            if day and (latest is None or day <= latest):
                told.append(day)
    if told and (earliest is None or max(told) >= earliest):
        return max(told), 0.7
    return earliest, 0.6


def tense(low: str, rules: Grammar, matches: list[Match], at: int) -> Tense:
    """What the clause around a match speaks of, by the nearest cue before it, else the first one after it; never across another time
    expression or a mark that ends a clause."""
    cues, match = rules.cues, matches[at]
    if cues.pattern is None:
        return "none"
    left = max(matches[at - 1].end if at else 0, match.start - _CLAUSE)
    right = min(matches[at + 1].start if at + 1 < len(matches) else len(low), match.end + _CLAUSE)
    before, after = low[left : match.start], low[match.end : right]
    if cues.stop:
        before = before[max((stop.end() for stop in cues.stop.finditer(before)), default=0) :]
        stop = cues.stop.search(after)
        after = after[: stop.start()] if stop else after
    cue = None
    for cue in cues.pattern.finditer(before):  # noqa: B007 - the last one counts
        pass
    cue = cue or cues.pattern.search(after)
    kind = cue.lastgroup if cue else None
    return "future" if kind == "future" else "present" if kind == "present" else "past" if kind == "past" else "none"


def _context(story: _Story, text: str, match: Match, when: Tense, starts: list[int]) -> Context:
    between = text[story.end : match.start] if story.last else ""
    ref = story.fine if match.first.get("unit") in ("D", "W", "M") or "day" in match.first else story.last
    same_sentence = bool(story.last) and bisect_right(starts, story.end) == bisect_right(starts, match.start)
    return Context(
        doc=story.doc,
        tense=when,
        ref=ref,
        near=bool(story.last) and len(between) <= 6 and bool(_SEPARATOR.fullmatch(between)),
        told=bool(story.last) and (same_sentence or ("\n\n" not in between and len(between) < _TOLD)),
        same=same_sentence,
        quarter=story.quarter if match.start - story.quarter_end < _COMPARED else None,
        seen=story.seen,
        sure=story.sure,
    )


def _resolve(match: Match, here: Context, story: _Story) -> Resolved | None:
    if match.second is None:
        return resolve(match.first, here)
    if match.first.get("type") in ("duration", "set"):
        return resolve(match.first, here)
    first, second = _complete(match.first, match.second)
    low = resolve(first, here)
    if low is None:
        return resolve(second, here)
    high = resolve(second, replace(here, ref=replace(low, written_year=True), near=True, told=True))
    if high is None:
        return None
    return _between(low, high, second, here)


def _between(low: Resolved, high: Resolved, second: Fields, here: Context) -> Resolved | None:
    """The range from one end to the other; an end that comes first on the calendar is of the next year."""
    if low.span and high.span and high.span[1] < low.span[0]:
        later = resolve({**second, "year": high.span[0].year + 1}, here)
        if later is None or later.span is None or later.span[1] < low.span[0]:
            return low
        high = later
    if low.value is None or high.value is None:
        return low
    span = (low.span[0], high.span[1]) if low.span and high.span else None
    return replace(low, value=f"{low.value}/{high.value}", span=span, written_year=low.written_year or high.written_year)


def _complete(first: Fields, second: Fields) -> tuple[Fields, Fields]:
    """Both ends of a range with what the other one says for both: 9 to 10 January, 9 January to 10."""
    return {**_coarser(second, first), **first}, {**_coarser(first, second), **second}


def _coarser(giver: Fields, taker: Fields) -> dict[str, Any]:
    rank = {name: level for level, names in enumerate(_COARSE) for name in names}
    own = min((rank[name] for name in taker if name in rank), default=len(_COARSE))
    return {name: value for name, value in giver.items() if rank.get(name, len(_COARSE)) < own}


def _tell(story: _Story, match: Match, point: Resolved) -> None:
    """Moves the narration on: the dates that later expressions may lean on."""
    if point.span is None or point.type not in ("date", "time"):
        return
    if match.first.get("dir") == -1 and match.first.get("base") == "ref":
        return  # "from 10 million a year earlier" compares; the narration stays where it was
    story.last, story.end = point, match.end
    if point.precision in _FINE:
        story.fine = point
        story.seen = (*story.seen[-30:], (point.span[0].year, point.span[0].month), (point.span[1].year, point.span[1].month))
    if point.precision == "quarter" and "quarter" in match.first:
        story.quarter, story.quarter_end = point, match.end


def _expression(text: str, match: Match, point: Resolved) -> TimeExpression:
    span = point.span
    return TimeExpression(
        start=match.start,
        end=match.end,
        text=text[match.start : match.end],
        value=point.value,
        precision=point.precision,
        type=point.type,
        earliest=span[0].isoformat() if span else None,
        latest=span[1].isoformat() if span else None,
        by="times@1",
        sure=round(point.sure, 2),
    )
