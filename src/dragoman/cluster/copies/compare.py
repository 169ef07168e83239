"""Two texts beside each other: one a copy, a translation, the same quotation, or none of these."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import numpy as np

from dragoman import languages
from dragoman.cluster.copies import origin, translated, verify, weights
from dragoman.cluster.copies.card import shared
from dragoman.cluster.copies.prints import Print, printed
from dragoman.model.reading import Reading
from dragoman.model.spans import Why
from dragoman.model.story import Aligned, Comparison
from dragoman.text.chinese import simplified

Embed = Callable[[Sequence[str]], Sequence[tuple[float, ...]]]

EVEN, SURE = 0.5, 0.98
"""Probability from which a text is a copy, and from which it is a translation where neither page credits the other: short accounts of one
happening, written apart, can align as well as a translation, and a text taken for a copy is no witness any more."""

ENOUGH = 12
"""Sentences of the shorter text below which only a credit makes a translation."""

_NUMBER = re.compile(r"\d+")


class Sheet:
    """A reading as copying sees it; what costs something is made when it is asked for."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.id = reading.article.id
        self.language = languages.base(reading.article.language)

    @cached_property
    def print(self) -> Print:
        article = self.reading.article
        return printed(article.text or article.title, article.language)

    @cached_property
    def numbers(self) -> Counter[str]:
        """Numbers of the text, without leading zeros."""
        return Counter(str(int(found)) for found in _NUMBER.findall(self.reading.article.text) if len(found) <= 9)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Its first sentences."""
        text = self.reading.article.text
        spans = [(one.start, one.end) for one in self.reading.sentences if any(map(str.isalnum, text[one.start : one.end]))]
        return spans[: translated.MOST]

    def vectors(self, embed: Embed, held: dict[str, translated.Matrix]) -> translated.Matrix:
        """Unit vectors of its sentences, made once."""
        if self.id not in held:
            text = self.reading.article.text
            rows = embed([simplified(text[start:end]) for start, end in self.spans])
            held[self.id] = np.asarray(rows, dtype=np.float32) if len({len(row) for row in rows}) == 1 else np.zeros((0, 0), np.float32)
        return held[self.id]


def compared(one: Sheet, other: Sheet, embed: Embed | None = None, held: dict[str, translated.Matrix] | None = None) -> Comparison:
    """The verdict on two texts; those in different languages are independent where there is no encoder of sentences."""
    if other.id < one.id:
        one, other = other, one
    if one.language == other.language:
        return _same(one, other)
    if embed is None or not one.spans or not other.spans:
        return Comparison(one.id, other.id, "independent", 0.0, 0.0, 0.0)
    return _translated(one, other, embed, held if held is not None else {})


def _same(one: Sheet, other: Sheet) -> Comparison:
    like = verify.overlap(one.print, other.print)
    value = verify.probability(like)
    small, large = (other.print, one.print) if like.turned else (one.print, other.print)
    shares = (like.holding, like.contained) if like.turned else (like.contained, like.holding)
    if value >= EVEN:
        return Comparison(one.id, other.id, "same", value, *_rounded(*shares), _why("same", verify.features(like)))
    if verify.quotes(small, large, like):
        runs = shared(one.print, other.print, like.found, like.turned)
        return Comparison(one.id, other.id, "quoting", value, *_rounded(*shares), (), runs)
    return Comparison(one.id, other.id, "independent", value, *_rounded(*shares))


def _translated(one: Sheet, other: Sheet, embed: Embed, held: dict[str, translated.Matrix]) -> Comparison:
    vectors = one.vectors(embed, held), other.vectors(embed, held)
    if not vectors[0].size or not vectors[1].size:
        return Comparison(one.id, other.id, "independent", 0.0, 0.0, 0.0)
    lengths = [[end - start for start, end in side.spans] for side in (one, other)]
    like = translated.aligned(*vectors, (lengths[0], lengths[1]), (one.numbers, other.numbers))
    value = translated.probability(like)
    shares = like.shares
    articles = one.reading.article, other.reading.article
    credit = origin.credited(*articles) or origin.credited(*articles[::-1])
    if value < (EVEN if credit else SURE) or not (credit or like.sentences >= ENOUGH):
        return Comparison(one.id, other.id, "independent", value, *_rounded(*shares))
    beads = tuple(
        Aligned(one.spans[bead.a][0], one.spans[bead.a_end - 1][1], other.spans[bead.b][0], other.spans[bead.b_end - 1][1], bead.score)
        for bead in like.beads
    )
    return Comparison(one.id, other.id, "translated", value, *_rounded(*shares), _why("translated", translated.features(like)), beads)


def _rounded(one: float, other: float) -> tuple[float, float]:
    return round(one, 4), round(other, 4)


def _why(which: str, features: Mapping[str, float]) -> tuple[Why, ...]:
    """What each feature added to the log odds, the weightiest first."""
    added = {name: round(value, 2) for name, value in weights.weigh(which, features).items() if name != "bias"}
    ranked = sorted(added.items(), key=lambda item: (-abs(item[1]), item[0]))
    return tuple(Why(name, value, f"{features[name]:.2f}") for name, value in ranked if value)
