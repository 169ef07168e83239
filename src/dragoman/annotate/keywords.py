"""Keywords: names and noun phrases by frequency, rarity in the language, place and spread.

score = (1 + log2 count) x rarity x spread x place x title, the best scaled to 1. Rarity is the inverse background frequency of the
term's words (wordfreq); spread is the share of sentences that hold the term, damped; place favours terms that come early (Hulth
2003). Terms that say the same in fewer or more words are dropped, the better one stays. The page's own names (site, authors) and
lines removed from it are no keywords.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import log2

from msgspec.structs import replace

from dragoman.annotate.keyword_candidates import Candidate, candidates
from dragoman.annotate.keyword_words import rarity
from dragoman.model.annotations import Keyword
from dragoman.model.reading import Reading
from dragoman.text.chinese import simplified
from dragoman.text.lemmas import lemma
from dragoman.text.words import folded, words

_MOST = 15
_TITLE, _NAME, _LEAD = 1.6, 1.25, 0.5
"""Weights: a term of the title, a name, the bonus of the very beginning over the end. Set by hand; see `dragoman eval keywords`."""
_REPEATED = 2
"""A phrase of several words counts as one only where it stands in the title or this often."""


class Keywords:
    """Gives `keywords`, best first, at most fifteen."""

    name = "keywords"
    version = "1"
    needs = ("sentences", "mentions")
    gives = ("keywords",)

    def annotate(self, reading: Reading) -> Reading:
        """The reading with its keywords."""
        by = f"{self.name}@{self.version}"
        scored = sorted(_scored(reading), key=lambda item: (-item[0], item[1].term))
        kept: list[tuple[float, Candidate, str]] = []
        for score, candidate, why in scored:
            if len(kept) < _MOST and not any(_same(candidate, other) for _, other, _ in kept):
                kept.append((score, candidate, why))
        best = kept[0][0] if kept else 1.0
        return replace(reading, keywords=tuple(Keyword(item.term, round(score / best, 4), why, by) for score, item, why in kept))


def _scored(reading: Reading) -> list[tuple[float, Candidate, str]]:
    article = reading.article
    title = _title_words(article.title, article.language)
    starts = [sentence.start for sentence in reading.sentences]
    own = _page_words(reading)
    fitting = []
    for candidate in candidates(reading):
        titled = _in_title(candidate, title, article.title)
        phrase = candidate.kind == "phrase" and candidate.size > 1
        if folded(candidate.term) not in own and (not phrase or titled or len(candidate.starts) >= _REPEATED):
            fitting.append((candidate, titled))
    longer = [candidate for candidate, _ in fitting if candidate.kind == "phrase" and candidate.size > 1]
    out = []
    for candidate, titled in fitting:
        alone = len(candidate.starts) - max((len(other.starts) for other in longer if _within(candidate, other)), default=0)
        if alone > 0:
            score, why = _score(candidate, alone, starts, len(article.text), titled, article.language)
            out.append((score, candidate, why))
    return out


def _within(one: Candidate, longer: Candidate) -> bool:
    """Whether a phrase is part of a longer one, whose occurrences then do not count for it (Frantzi et al. 2000, C-value)."""
    if one is longer or one.kind != "phrase" or one.size >= longer.size:
        return False
    return f" {one.key} " in f" {longer.key} " if " " in longer.key else one.key in longer.key


def _score(candidate: Candidate, count: int, sentences: Sequence[int], length: int, titled: bool, language: str) -> tuple[float, str]:
    """The score of a candidate that stands `count` times outside of longer ones, and the reasons for it."""
    held = len({bisect_right(sentences, start) for start in candidate.starts})
    spread = 0.5 + 0.5 * (held / max(1, len(sentences))) ** 0.5
    place = 1 + _LEAD * (1 - min(candidate.starts) / max(1, length))
    rare = max((rarity(part, language) for part in candidate.parts), default=0.5)
    score = (1 + log2(count)) * rare * spread * place * (_TITLE if titled else 1.0) * (_NAME if candidate.kind != "phrase" else 1.0)
    if candidate.size > 1 and candidate.kind == "phrase":
        score *= 1.2
    reasons = [f"{len(candidate.starts)} times in {held} of {len(sentences)} sentences", f"rarity {rare:.2f}"]
    reasons += ["in the title"] if titled else []
    reasons += [f"name of a kind: {candidate.kind}"] if candidate.kind != "phrase" else []
    return score, ", ".join(reasons)


def _title_words(title: str, language: str) -> frozenset[str]:
    return frozenset(form for start, end in words(title) for form in (folded(title[start:end]), lemma(title[start:end], language)))


def _in_title(candidate: Candidate, title: frozenset[str], whole: str) -> bool:
    if any(form in simplified(whole) for form in candidate.forms):
        return True
    return bool(candidate.parts) and all(part in title for part in candidate.parts)


def _page_words(reading: Reading) -> frozenset[str]:
    """What names the page and its makers, and whole lines that were taken out of it."""
    article = reading.article
    named = [article.source.title, article.column or "", article.section or "", *article.authors]
    if article.origin is not None:
        named += [article.origin.outlet or "", *article.origin.authors]
    return frozenset(folded(text.strip()) for text in (*named, *(item.text for item in article.removed)) if text.strip())


def _same(one: Candidate, other: Candidate) -> bool:
    """Whether one term says the other in more or fewer words."""
    if not _by_words(one, other):
        return one.term in other.term or (other.term in one.term and len(one.starts) <= len(other.starts))
    return set(one.parts) <= set(other.parts) or (set(other.parts) <= set(one.parts) and len(one.starts) <= len(other.starts))


def _by_words(one: Candidate, other: Candidate) -> bool:
    """Whether the terms are told apart by words rather than characters."""
    return any(" " in item.term or item.term.isascii() or item.term[:1].lower() != item.term[:1].upper() for item in (one, other))
