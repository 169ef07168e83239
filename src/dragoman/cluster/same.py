"""Two texts at a time: the same happening? the same words?"""

from __future__ import annotations

import math

from dragoman.cluster.card import card
from dragoman.cluster.copies import TEMPLATE, WHOLE, likeness, printed
from dragoman.cluster.join import Group, Seen, judge
from dragoman.model.reading import Reading

STEEPNESS = 14.0
EVEN = 0.22
"""Share of the shorter text at which a copy is as likely as not."""


def same_story(a: Reading, b: Reading) -> float:
    """Probability (0 to 1) that two readings are about the same happening; symmetric."""
    seen = Seen()
    first, second = card(a), card(b)
    verdicts = []
    for article, other in ((first, second), (second, first)):
        group = Group(other.article)
        group.add(other)
        verdicts.append(judge(article, group, seen).probability)
    return round(sum(verdicts) / 2, 4)


def same_text(a: tuple[str, str], b: tuple[str, str]) -> float:
    """Probability (0 to 1) that one of two (language, text) is a copy of the other, whole or in part. Texts in different languages share
    next to no runs of words, so they are hardly ever told copies."""
    like = likeness(printed(a[1]), printed(b[1]))
    share = like.contained if like.numbers >= TEMPLATE or like.contained >= WHOLE else 0.0
    return round(1 / (1 + math.exp(-STEEPNESS * (share - EVEN))), 4)
