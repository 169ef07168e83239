"""A summary in the articles' own sentences.

Extractive, without vectors: a sentence is worth the story's names, dates, happenings and figures that it carries and its place in the
text; lines are taken greedily for what they add, as in submodular coverage (Lin and Bilmes 2011), first one from each independent
text, languages in turn. Lines stand in order of time.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from dragoman import languages
from dragoman.model.annotations import Sentence
from dragoman.model.reading import Reading
from dragoman.model.story import Copy, SummaryLine

_LINES = 6
_SHORTEST, _LONGEST = 8, 60
"""Length of a usable line in words; three characters count as two words where words are not spaced."""
_LEAD = 0.6
"""How much standing first in its text adds to a sentence, in units of its own worth."""
_WORTH_A_LINE = 0.15
"""A further line must add this share of what the first one carried."""
_OPENING = 24
_QUESTION = "?？؟"
_PAIRS = {"“": "”", "「": "」", "『": "』", "«": "»", "(": ")", "（": "）"}


class _Line(Struct, frozen=True):
    """A candidate: its article, language, span, worth and features."""

    article: str
    language: str
    written: str
    start: int
    end: int
    text: str
    worth: float
    features: tuple[str, ...]


def summary(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[SummaryLine, ...]:
    """At most six verbatim sentences of the independent texts, in order of publication and of the text."""
    reprinted = {copy.article for copy in copies}
    own = sorted((one for one in readings if one.article.id not in reprinted), key=lambda one: (_written(one), one.article.id))
    weights = _weights(own)
    pool = [line for reading in own for line in _lines(reading, weights)]
    chosen = _choose(pool, weights)
    ordered = sorted(chosen, key=lambda line: (line.written, line.article, line.start))
    return tuple(SummaryLine(line.text, line.article, line.start, line.end) for line in ordered)


def _written(reading: Reading) -> str:
    published = reading.article.published
    return (published.value or published.latest or published.earliest or "9999")[:10]


def _weights(readings: Sequence[Reading]) -> dict[str, float]:
    """What a feature is worth in this story: in how many texts it stands, and a little for how often."""
    texts: Counter[str] = Counter()
    times: Counter[str] = Counter()
    for reading in readings:
        found = [feature for sentence in reading.sentences for feature in _features(reading, sentence)]
        texts.update(set(found))
        times.update(found)
    return {feature: count + math.log1p(times[feature]) / 2 for feature, count in texts.items()}


def _features(reading: Reading, sentence: Sentence) -> list[str]:
    """Names, calendar days, happenings and figures of a sentence, as keys that are the same in every language."""

    def inside(start: int, end: int) -> bool:
        return sentence.start <= start and end <= sentence.end

    found = {f"name:{one.entity or (one.normal or one.text).casefold()}" for one in reading.mentions if inside(one.start, one.end)}
    found |= {f"day:{one.earliest}" for one in reading.times if one.earliest and one.earliest == one.latest and inside(one.start, one.end)}
    for event in reading.events:
        cues = [one.cue for one in event.evidence if one.cue is not None]
        found |= {f"event:{event.type}:{event.start}" for cue in cues if inside(cue.start, cue.end)}
    for figure in reading.figures:
        if inside(figure.evidence.start, figure.evidence.end) and figure.value is not None:
            found.add(f"figure:{figure.slot}:{figure.value:g}")
    return sorted(found)


def _lines(reading: Reading, weights: dict[str, float]) -> list[_Line]:
    article = reading.article
    card = languages.get(article.language)
    usable = []
    for number, sentence in enumerate(reading.sentences):
        text = article.text[sentence.start : sentence.end]
        start = sentence.start + len(text) - len(text.lstrip())
        text = text.strip()
        words = len(text.split()) if card.spaced else len(text) * 2 // 3
        features = tuple(_features(reading, sentence))
        if (
            not features
            or not _SHORTEST <= words <= _LONGEST
            or not _stands_alone(text, card.quotes)
            or _leans(text, article.language, card.spaced)
        ):
            continue
        worth = sum(weights[feature] for feature in features) / math.sqrt(words) * (1 + _LEAD / (1 + number))
        usable.append(_Line(article.id, article.language, _written(reading), start, start + len(text), text, worth, features))
    return usable


def _stands_alone(text: str, quotes: Sequence[tuple[str, str]]) -> bool:
    """No question, no bare or broken quotation, no paragraph break."""
    if text.rstrip('"”’»」』)） ').endswith(tuple(_QUESTION)) or "\n" in text:
        return False
    if text.startswith(tuple(opening for opening, _ in quotes)) or not text[0].isalnum():
        return False
    return all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS.items()) and text.count('"') % 2 == 0


def _leans(text: str, language: str, spaced: bool) -> bool:
    """Whether a sentence begins with a word that points back ("He denied ...")."""
    words = tuple(languages.table(language, "summary").get("leaning", ()))
    start = text[:_OPENING].casefold()
    return any(start.startswith(word) and not (spaced and start[len(word) : len(word) + 1].isalnum()) for word in words)


def _choose(pool: Sequence[_Line], weights: dict[str, float]) -> list[_Line]:
    chosen: list[_Line] = []
    covered: set[str] = set()
    per_text: Counter[str] = Counter()
    per_language: dict[str, int] = defaultdict(int)
    first = 0.0
    while len(chosen) < _LINES:
        rest = [line for line in pool if line not in chosen]
        fresh = [line for line in rest if not per_text[line.article]]
        # Every independent text speaks once before any speaks twice.
        options = fresh or rest
        if not options:
            break
        least = min(per_language[line.language] for line in options)
        turn = [line for line in options if per_language[line.language] == least]
        best = max(turn, key=lambda line: (_gain(line, covered, weights), line.article, -line.start))
        gain = _gain(best, covered, weights)
        if not fresh and gain < first * _WORTH_A_LINE:
            break
        first = first or gain
        chosen.append(best)
        covered |= set(best.features)
        per_text[best.article] += 1
        per_language[best.language] += 1
    return chosen


def _gain(line: _Line, covered: set[str], weights: dict[str, float]) -> float:
    """What a line adds: its worth times the share of its features, by weight, that no line before it carries."""
    whole = sum(weights[feature] for feature in line.features)
    new = sum(weights[feature] for feature in line.features if feature not in covered)
    return line.worth * new / whole if whole else 0.0
