"""Which text is a copy of which. Shingles of the whole text, candidates by winnowed fingerprints (Schleimer, Wilkerson and Aiken 2003),
then containment of the shorter text in the longer: reprints are cut and framed, so the share of the shorter text counts, not Jaccard."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from zlib import crc32

from msgspec import Struct

from dragoman.cluster.card import interval
from dragoman.cluster.terms import canonical
from dragoman.model.article import Article
from dragoman.model.reading import Reading
from dragoman.model.spans import Why
from dragoman.model.story import Copy, Sources
from dragoman.text.chinese import simplified

WORDS = 3
CHARACTERS = 5
"""Tokens in a shingle: words, or characters of unspaced scripts."""

WINDOW = 4
"""Of every so many neighbouring shingles one fingerprint is kept."""

SHARED = 3
COPIED = 0.5
REWRITTEN = 0.22
"""Least share of the shorter text that makes it a copy, or a rewriting of one wire text."""

WHOLE = 0.9
TEMPLATE = 0.8
"""Templated texts (results, forecasts) share words but not numbers: where less than this share of what two texts have in common once
numbers are masked is common with the numbers, they are no copies."""

SHORTEST = 12
"""Shingles below which a text is too short to be told a copy unless it is the same."""

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]|[^\W_]+")
_DIGIT = re.compile(r"\d+")


class Print(Struct, frozen=True):
    """A text as copying sees it: shingle hashes, their winnowed part, shingle hashes with numbers masked, and its length in tokens."""

    shingles: frozenset[int]
    fingerprints: frozenset[int]
    masked: frozenset[int]
    tokens: int


class Likeness(Struct, frozen=True):
    """How two texts overlap: shares of each side's shingles found in the other, how much of what they share is left once their numbers
    count (1 where all of it is), and lengths in tokens."""

    of_a: float
    of_b: float
    numbers: float
    tokens_a: int
    tokens_b: int

    @property
    def contained(self) -> float:
        """Share of the shorter text that stands in the longer one."""
        return self.of_a if self.tokens_a <= self.tokens_b else self.of_b


def printed(text: str) -> Print:
    """The print of a text. Traditional characters are read as simplified ones; case and spacing do not matter."""
    tokens = _TOKEN.findall(simplified(canonical(text)))
    size = CHARACTERS if sum(len(token) == 1 and token > "\u2e7f" for token in tokens) * 2 > len(tokens) else WORDS
    hashes = _hashes(tokens, size)
    kept = {min(hashes[at : at + WINDOW]) for at in range(max(1, len(hashes) - WINDOW + 1))} if hashes else set()
    masked = [_DIGIT.sub("0", token) for token in tokens]
    return Print(frozenset(hashes), frozenset(kept), frozenset(_hashes(masked, size)), len(tokens))


def _hashes(tokens: Sequence[str], size: int) -> list[int]:
    return [crc32("\x1f".join(tokens[at : at + size]).encode("utf-8", "surrogatepass")) for at in range(max(0, len(tokens) - size + 1))]


def likeness(a: Print, b: Print) -> Likeness:
    """How far two texts are in each other."""
    shared = len(a.shingles & b.shingles)
    masked = len(a.masked & b.masked)
    return Likeness(
        of_a=shared / len(a.shingles) if a.shingles else 0.0,
        of_b=shared / len(b.shingles) if b.shingles else 0.0,
        numbers=min(1.0, shared / masked) if masked else 1.0,
        tokens_a=a.tokens,
        tokens_b=b.tokens,
    )


def kind(like: Likeness) -> str | None:
    """What the first text is beside the second: exact, abridged, extended, rewritten; None where it is no copy."""
    if like.of_a >= WHOLE and like.of_b >= WHOLE:
        return "exact"
    if like.contained < REWRITTEN or like.numbers < TEMPLATE or min(like.tokens_a, like.tokens_b) < SHORTEST:
        return None
    if like.contained < COPIED:
        return "rewritten"
    return "abridged" if like.tokens_a <= like.tokens_b else "extended"


def copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Each article that copies another one of these, with the one it copies: at most one each, in no circle, sorted by id."""
    articles = {reading.article.id: reading.article for reading in readings}
    prints = {name: printed(articles[name].text) for name in sorted(articles)}
    found = []
    for a, b in _pairs(prints):
        like = likeness(prints[a], prints[b])
        if kind(like):
            found.append(_directed(articles[a], articles[b], prints))
    taken: dict[str, str] = {}
    kept = []
    for copy in sorted(found, key=lambda copy: (not _credited(copy), -copy.similarity, copy.article, copy.of)):
        if copy.article not in taken and _root(copy.of, taken) != copy.article:
            taken[copy.article] = copy.of
            kept.append(copy)
    return tuple(sorted(kept, key=lambda copy: copy.article))


def independent(readings: Sequence[Reading], found: Sequence[Copy]) -> Sources:
    """How broad the reporting is. A family of copies is one text, and counts for the outlet it came from: the one that a page credits,
    else that of the family's first text. Each such outlet counts once, whatever it published."""
    articles = {reading.article.id: reading.article for reading in readings}
    parents = {copy.article: copy.of for copy in found if copy.article in articles and copy.of in articles}
    roots = {_root(name, parents) for name in articles}
    return Sources(
        articles=len(articles),
        outlets=len({article.outlet for article in articles.values()}),
        independent=len({_origin(articles[root], articles.values()) for root in roots}),
    )


def credited(article: Article, other: Article) -> bool:
    """Whether the article's page names the other one's outlet as the origin of its text."""
    named = _name(_owed(article) or "")
    theirs = [_name(name) for name in (other.source.title, other.source.id.split(".")[0]) if name]
    return any(len(name) >= 2 and (name in named or (len(named) >= 2 and named in name)) for name in theirs) if named else False


def _owed(article: Article) -> str | None:
    """Who the page says that its text came from: the outlet, else the agency."""
    return (article.origin.outlet or article.origin.agency) if article.origin is not None else None


def _origin(article: Article, others: Iterable[Article]) -> str:
    """The outlet that a text is owed to: a held one that it credits, the name it credits, or its own."""
    owed = _owed(article)
    if owed is None:
        return article.outlet
    held = sorted(other.outlet for other in others if other.id != article.id and credited(article, other))
    return held[0] if held else f"name:{_name(owed)}"


def _pairs(prints: dict[str, Print]) -> list[tuple[str, str]]:
    """Pairs that share enough fingerprints, sorted."""
    postings: dict[int, list[str]] = {}
    for name, sheet in prints.items():
        for fingerprint in sheet.fingerprints:
            postings.setdefault(fingerprint, []).append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in postings.values():
        for at, a in enumerate(names[:-1]):
            shared.update((a, b) for b in names[at + 1 :])
    return sorted(pair for pair, count in shared.items() if count >= min(SHARED, *(len(prints[name].fingerprints) for name in pair)))


def _directed(a: Article, b: Article, prints: dict[str, Print]) -> Copy:
    """The pair as copy and original: by credit, then by date, then the longer text is the original."""
    reason = _credit(a, b) or _earlier(a, b)
    if reason is None:
        longer = (prints[a.id].tokens, b.id) < (prints[b.id].tokens, a.id)
        reason = (longer, Why("length", 1.0, "no credit and no date tell; the longer text is taken as the earlier"))
    copy, of = (a, b) if reason[0] else (b, a)
    like = likeness(prints[copy.id], prints[of.id])
    share = round(like.contained, 4)
    evidence = (reason[1], Why("shared text", share, f"{share:.0%} of the shorter text stands in the longer one"))
    return Copy(copy.id, of.id, kind(like) or "rewritten", share, of.source.title or of.source.id or None, evidence)


def _credit(a: Article, b: Article) -> tuple[bool, Why] | None:
    """Whether `a` is the copy, by a page's own word; None where no page says so, or both do."""
    ours, theirs = credited(a, b), credited(b, a)
    if ours == theirs:
        return None
    article = a if ours else b
    return ours, Why("credit", 1.0, article.origin.evidence.text if article.origin else "")


def _earlier(a: Article, b: Article) -> tuple[bool, Why] | None:
    """Whether `a` is the copy, by date: one certainly came out before the other."""
    if a.published.precision == b.published.precision == "minute" and a.published.value != b.published.value:
        later = str(a.published.value) > str(b.published.value)
        return later, Why("earliest copy seen", 1.0, f"{a.published.value} and {b.published.value}")
    (a_first, a_last), (b_first, b_last) = interval(a.published), interval(b.published)
    for first, last, later in ((a_first, b_last, True), (b_first, a_last, False)):
        if first is not None and last is not None and last < first:
            return later, Why("earliest copy seen", 1.0, f"{a.published.value} and {b.published.value}")
    return None


def _credited(copy: Copy) -> bool:
    return any(why.feature == "credit" for why in copy.evidence)


def _root(name: str, parents: dict[str, str]) -> str:
    while name in parents:
        name = parents[name]
    return name


def _name(text: str) -> str:
    return "".join(character for character in simplified(canonical(text)) if character.isalnum())
