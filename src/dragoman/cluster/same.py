"""Two texts at a time: the same happening?"""

from __future__ import annotations

from dragoman.cluster.card import card
from dragoman.cluster.join import Group, Seen, judge
from dragoman.model.reading import Reading


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
