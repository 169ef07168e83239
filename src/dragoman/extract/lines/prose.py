"""How much a line of a text capture reads like the article, by what it is like and what stands around it.

The odds are given by boosted decision trees (Friedman 2001) over features that know no language, site or word: shape of the line, phrases
that label furniture, the prose around it, words that it shares with the densest part of the page. The trees are numbers in
`languages/xx/prose.toml`, fitted by `quality/captures.py`, which also says on what and how well they do on pages they have not seen."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from operator import add

from dragoman import languages
from dragoman.extract.lines.forest import Forest
from dragoman.extract.lines.phrases import Label
from dragoman.text.lines import ends_sentence, squeeze, weight

# Words of a line that counts as prose, and as a paragraph.
PROSE = 8
PARAGRAPH = 15
# What a line without sentence end takes away from the run of lines that it stands in (words): how far apart paragraphs of a text may be.
SCRAPS = (3, 6, 14)
# How fast the influence of lines fades with distance.
FADING = {"near": 0.5, "around": 0.8, "far": 0.93}
# Runs of prose are one as long as no more lines than these stand between.
GAPS = (1, 3, 7)
KINDS = ("ad", "paywall", "related", "navigation", "form", "tags", "disclaimer", "caption", "credit", "byline", "other", "debris")
FOOT = frozenset(("related", "disclaimer", "navigation", "tags", "form"))
NOWHERE = 99.0
# Of the main run: what the odds of a line count at most, and how much unlikely lines may count for it.
SUREST, LENIENT = 5.0, 1.5
# Log odds of lines that are certainly none of the article; how many of them may stand within it; how much more of them tell.
FURNITURE, SPARED, AWAY = -2.5, 5, 1.5
_IDEOGRAPHS = ("\u3040", "\u9fff")
_WORDS = re.compile("[\u3040-\u30ff\u3400-\u9fff]+|[^\\W\\d_\u3040-\u30ff\u3400-\u9fff]+")
_SEPARATORS = re.compile(r"[|›»>·•/\\_#【】\[\]<=\t]|\s-\s")
_SENTENCES = re.compile("[.!?…。！？;；]")
_COMMAS = re.compile("[,，、:：]")
_DIGITS = re.compile(r"\d")
_DATE = re.compile(r"(?:19|20)\d\d|\d{1,2}:\d\d|\d{1,2}[./-]\d{1,2}")
_ADDRESS = re.compile(r"https?:|@|www\.")
_OPENERS = '"“«„「『‘—–-'

Column = list[float]
Columns = dict[str, Column]


def odds(lines: Sequence[str], labels: Sequence[Label | None]) -> list[float]:
    """The log odds of each line to be body. `lines` are as captured (white space within them tells cells apart), `labels` what phrases say
    of them."""
    return forest().scores(columns(lines, labels), len(lines)) if lines else []


def settled(values: Sequence[float]) -> list[float]:
    """The log odds of lines, lowered behind the article: where more than `SPARED` lines that are certainly none of it part a line from the
    end of its main run, the line is a teaser or a comment, and the more of them the surer. The main run has the greatest sum of odds, of
    which no line tells more than `SUREST`."""
    _, end = _greatest([max(-SUREST, min(SUREST, value)) + LENIENT for value in values])
    found, parted = list(values[:end]), 0
    for value in values[end:]:
        found.append(value - AWAY * math.log1p(max(0, parted - SPARED)))
        parted += value < FURNITURE
    return found


@cache
def forest() -> Forest:
    """The trees of the table."""
    table = languages.table(languages.NEUTRAL, "prose")
    return Forest(table["features"], table["base"], table["trees"])


def columns(lines: Sequence[str], labels: Sequence[Label | None]) -> Columns:
    """Every feature, by name, one value a line."""
    texts = [squeeze(line) for line in lines]
    found = _own(lines, texts, labels)
    words = [weight(text) for text in texts]
    prose = [
        size if size >= PROSE and label is None and ends else 0.0 for size, label, ends in zip(words, labels, found["ends"], strict=True)
    ]
    runs = [_run(words, found["ends"], labels, scrap) for scrap in SCRAPS]
    found |= _place(prose, runs)
    found |= _neighbourhood(found, words, prose, labels)
    found |= _clusters(prose)
    found |= _company(texts, prose, runs[1])
    start, end = runs[1]
    usual = sorted(size for size in prose[start:end] if size) or [20.0]
    found["relative"] = [size / usual[len(usual) // 2] for size in words]
    for name in ("words", "ends", "label", "capitals", "sentences"):
        for step in (-2, -1, 1, 2):
            found[f"{name} {step:+}"] = _shifted(found[name], step)
    return found


def _own(lines: Sequence[str], texts: Sequence[str], labels: Sequence[Label | None]) -> Columns:
    times = Counter(texts)
    spaced = [[word for word in _WORDS.findall(text) if not _ideographs(word)] for text in texts]
    last = [text[-1:] for text in texts]
    return {
        "words": [math.log1p(weight(text)) for text in texts],
        "ends": [float(ends_sentence(text)) for text in texts],
        "sentences": [math.log1p(len(_SENTENCES.findall(text))) for text in texts],
        "commas": [math.log1p(len(_COMMAS.findall(text))) for text in texts],
        "digits": [len(_DIGITS.findall(text)) / (len(text) or 1) for text in texts],
        "capitals": [_share(words, lambda word: word[0].isupper(), 0.0) for words in spaced],
        "short words": [_share(words, lambda word: len(word) <= 3 and word.islower(), 0.3) for words in spaced],
        "lower": [float(text[:1].islower()) for text in texts],
        "cut": [float(text.endswith(("…", "..."))) for text in texts],
        "colon": [float(mark in (":", "：")) for mark in last],
        "asks": [float(mark in ("?", "？", "!", "！")) for mark in last],
        "separators": [math.log1p(len(_SEPARATORS.findall(line.strip()))) for line in lines],
        "address": [float(_ADDRESS.search(text) is not None) for text in texts],
        "rights": [float("©" in text) for text in texts],
        "opens": [float(text[:1] in _OPENERS) for text in texts],
        "date": [float(_DATE.search(text) is not None) for text in texts],
        "label": [float(KINDS.index(label.kind) + 1 if label.kind in KINDS else len(KINDS)) if label else 0.0 for label in labels],
        "again": [float(times[text] > 1) for text in texts],
    }


def _share(words: Sequence[str], holds: Callable[[str], bool], none: float) -> float:
    return sum(map(holds, words)) / len(words) if words else none


def _ideographs(word: str) -> bool:
    return _IDEOGRAPHS[0] <= word[0] <= _IDEOGRAPHS[1]


def _run(words: Sequence[float], ends: Sequence[float], labels: Sequence[Label | None], scrap: float) -> tuple[int, int]:
    """The run of lines with the greatest sum of words, where scraps count against it (as in `extract/lines/density.py`)."""
    return _greatest(
        [
            (-scrap if label else size) if whole else min(size, scrap + 4) - scrap
            for size, whole, label in zip(words, ends, labels, strict=True)
        ]
    )


def _greatest(values: Sequence[float]) -> tuple[int, int]:
    """The run with the greatest sum."""
    best, highest, start, running = (0, 0), 0.0, 0, 0.0
    for place, value in enumerate(values):
        if running <= 0:
            start, running = place, 0.0
        running += value
        if running > highest:
            best, highest = (start, place + 1), running
    return best


def _place(prose: Sequence[float], runs: Sequence[tuple[int, int]]) -> Columns:
    count, total = len(prose), sum(prose)
    read, before = 0.0, []
    for size in prose:
        before.append(read / (total or 1.0))
        read += size
    found = {
        "place": [place / count for place in range(count)],
        "prose before": before,
        "lines": [math.log1p(count)] * count,
        "prose": [math.log1p(total)] * count,
    }
    for scrap, (start, end) in zip(SCRAPS, runs, strict=True):
        found[f"run {scrap} inside"] = [float(start <= place < end) for place in range(count)]
        found[f"run {scrap} start"] = [_far(place - start) for place in range(count)]
        found[f"run {scrap} end"] = [_far(place - end + 1) for place in range(count)]
        found[f"run {scrap} share"] = [(end - start) / count] * count
    return found


@cache
def _far(lines: int) -> float:
    return math.copysign(math.log1p(abs(lines)), lines)


def _neighbourhood(own: Columns, words: Sequence[float], prose: Sequence[float], labels: Sequence[Label | None]) -> Columns:
    found: Columns = {}
    for name, fading in FADING.items():
        for side, column in zip(("before", "behind"), _fading(prose, fading), strict=True):
            found[f"prose {name} {side}"] = [math.log1p(value) for value in column]
    headlines = [float(not ends and label is None and size >= 4) for ends, label, size in zip(own["ends"], labels, words, strict=True)]
    sums = {
        "labels": [float(label is not None) for label in labels],
        "dates": own["date"],
        "scraps": [float(size < 6) for size in words],
        "headlines": headlines,
        "sentences": own["ends"],
    }
    for name, column in sums.items():
        found[f"{name} before"], found[f"{name} behind"] = _fading(column, FADING["around"])
    paragraph = [size >= PARAGRAPH for size in prose]
    found["paragraph before"] = _since(paragraph)
    found["paragraph behind"] = _since(paragraph[::-1])[::-1]
    found["foot"], found["tail"] = _foot(paragraph, labels)
    return found


def _fading(values: Sequence[float], fading: float) -> tuple[Column, Column]:
    """For each line, the sums of the values before and behind it, the nearer the more."""
    sides = []
    for ordered in (values, values[::-1]):
        sums, running = [], 0.0
        for value in ordered:
            sums.append(running)
            running = (running + value) * fading
        sides.append(sums)
    return sides[0], sides[1][::-1]


def _since(marks: Sequence[bool]) -> Column:
    """Lines since the last marked one."""
    found, lines = [], NOWHERE
    for mark in marks:
        found.append(lines)
        lines = 0.0 if mark else min(NOWHERE, lines + 1)
    return found


def _foot(paragraph: Sequence[bool], labels: Sequence[Label | None]) -> tuple[Column, Column]:
    """How many lines of a foot stood between the first paragraph and a line; and whether it follows a label of a list."""
    feet, tails = [], []
    count, begun, tail = 0, False, False
    for long, label in zip(paragraph, labels, strict=True):
        feet.append(math.log1p(count))
        begun = begun or long
        count += begun and label is not None and label.kind in FOOT
        tail = label.tail if label is not None else tail and not long
        tails.append(float(tail and label is None))
    return feet, tails


def _clusters(prose: Sequence[float]) -> Columns:
    """The size of the run of prose that a line stands in, behind and before, against the largest."""
    found: Columns = {}
    for gap in GAPS:
        sums: list[float] = []
        at, last = [-1] * len(prose), -NOWHERE
        for place, size in enumerate(prose):
            if size:
                if place - last > gap or not sums:
                    sums.append(0.0)
                sums[-1] += size
                at[place], last = len(sums) - 1, place
        before, behind = _carried(at), _carried(at[::-1])[::-1]
        most = max(sums, default=1.0)
        found[f"cluster {gap} before"] = [sums[run] / most if run >= 0 else -1.0 for run in before]
        found[f"cluster {gap} behind"] = [sums[run] / most if run >= 0 else -1.0 for run in behind]
        found[f"cluster {gap} inside"] = [float(one == other) for one, other in zip(before, behind, strict=True)]
    return found


def _carried(runs: Sequence[int]) -> list[int]:
    found, last = [], -1
    for run in runs:
        last = run if run >= 0 else last
        found.append(last)
    return found


def _company(texts: Sequence[str], prose: Sequence[float], run: tuple[int, int]) -> Columns:
    """The shares of a line's words that other paragraphs of the densest run have: any of them, and a quarter of them (function words)."""
    words = [terms(text) for text in texts]
    inside = [run[0] <= place < run[1] and size > 0 for place, size in enumerate(prose)]
    seen = Counter(word for here, own in zip(inside, words, strict=True) if here for word in own)
    often = max(2.0, sum(inside) / 4)
    shared, common = [], []
    for here, own in zip(inside, words, strict=True):
        others = [seen[word] - here for word in own]
        shared.append(sum(1 for number in others if number > 0) / (len(own) or 1))
        common.append(sum(1 for number in others if number >= often) / (len(own) or 1))
    return {"shared": shared, "common": common}


def terms(text: str) -> frozenset[str]:
    """The words of a text; in scripts without spaces the pairs of characters."""
    words = _WORDS.findall(text.casefold())
    if text.isascii():
        return frozenset(words)
    found: set[str] = set()
    for word in words:
        if len(word) > 1 and _ideographs(word):
            found.update(map(add, word, word[1:]))
        else:
            found.add(word)
    return frozenset(found)


def _shifted(values: Sequence[float], step: int) -> Column:
    """The value of the line `step` lines on, -1 where there is none."""
    none = [-1.0] * min(abs(step), len(values))
    return [*values[step:], *none] if step > 0 else [*none, *values[:step]]
