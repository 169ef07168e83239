"""Which of the texts of a story are copies of which: pairs are found, compared and joined to families, each with its tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from dragoman.cluster.card import interval
from dragoman.cluster.copies import origin, tree
from dragoman.cluster.copies.candidates import candidates
from dragoman.cluster.copies.card import card
from dragoman.cluster.copies.compare import EVEN, Embed, Sheet, compared
from dragoman.cluster.copies.translated import Matrix
from dragoman.cluster.copies.verify import COPIED, WHOLE
from dragoman.model.reading import Reading
from dragoman.model.spans import Why
from dragoman.model.story import Aligned, Comparison, Copy

VERSION = "4"

BESIDE = 2
"""Texts of each other language that one is compared with, nearest first."""

QUOTES = 2
"""Shared quotations that are shown for a text."""

EXACT = 2_000
"""Arcs up to which the tree is the least one: its cost grows with the square of a family."""

ROOT = 10.0
"""A text of its own costs more than any copy, so that a family has one root."""

Pairs = Mapping[tuple[str, str], Comparison]


def copies(readings: Sequence[Reading], embed: Embed | None = None) -> tuple[Copy, ...]:
    """Each article that copies another one of these, with the one it copies, and pairs that bring the same quotation: at most one copied
    text an article, in no circle, sorted by id. `embed` makes vectors of sentences; translations are only found with it."""
    return found(readings, embed)[0]


def beside(one: Reading, other: Reading, embed: Embed | None = None) -> tuple[float, str]:
    """Probability (0 to 1) that one of two readings is a copy of the other, and the id of the one that is rather the copy."""
    sheets = sorted((Sheet(one), Sheet(other)), key=_came)
    verdict = compared(sheets[0], sheets[1], embed)
    if verdict.probability < EVEN:
        return verdict.probability, ""
    told = replace(verdict, kind="same" if sheets[0].language == sheets[1].language else "translated")
    return verdict.probability, next(iter(_tree(sheets, {(verdict.one, verdict.other): told})))


def found(
    readings: Sequence[Reading], embed: Embed | None = None, known: Iterable[Comparison] = ()
) -> tuple[tuple[Copy, ...], tuple[Comparison, ...]]:
    """The copies, and the verdicts that they rest on, which save the work when they are handed in again with more readings."""
    sheets = sorted((Sheet(reading) for reading in readings), key=_came)
    held = {(verdict.one, verdict.other): verdict for verdict in known}
    pairs = _same_language(sheets, held)
    if embed is not None and len({sheet.language for sheet in sheets}) > 1:
        pairs |= _across(sheets, _families(sheets, pairs), embed, held)
    by_id = {sheet.id: sheet for sheet in sheets}
    made = [_copy(by_id[child], by_id[parent], pairs) for child, parent in _tree(sheets, pairs).items()]
    return tuple(sorted([*made, *_quotes(by_id, pairs)], key=lambda copy: (copy.article, copy.of))), tuple(pairs.values())


def _came(sheet: Sheet) -> tuple[int, str]:
    first, last = interval(sheet.reading.article.published)
    return first or last or 10**7, sheet.id


def _key(one: Sheet, other: Sheet) -> tuple[str, str]:
    return (one.id, other.id) if one.id < other.id else (other.id, one.id)


def _same_language(sheets: Sequence[Sheet], held: Pairs) -> dict[tuple[str, str], Comparison]:
    pairs = {}
    for first, second in candidates([sheet.print for sheet in sheets]):
        one, other = sheets[first], sheets[second]
        if one.language == other.language:
            pairs[_key(one, other)] = held.get(_key(one, other)) or compared(one, other)
    return pairs


def _across(sheets: Sequence[Sheet], family: Mapping[str, str], embed: Embed, held: Pairs) -> dict[tuple[str, str], Comparison]:
    """Verdicts across languages: the first and the longest text of each family, against the nearest of each other language."""
    speak: dict[str, dict[str, Sheet]] = defaultdict(dict)
    longest: dict[str, Sheet] = {}
    for sheet in sheets:
        home = family[sheet.id]
        if home not in longest:
            speak[sheet.language][sheet.id] = sheet
        if home not in longest or len(longest[home].print.words) < len(sheet.print.words):
            longest[home] = sheet
    for sheet in longest.values():
        speak[sheet.language][sheet.id] = sheet
    pairs: dict[tuple[str, str], Comparison] = {}
    vectors: dict[str, Matrix] = {}
    for language, mine in sorted(speak.items()):
        for other, theirs in sorted(speak.items()):
            for one in mine.values() if other != language else ():
                for near in sorted(theirs.values(), key=lambda sheet: (-_near(one, sheet), sheet.id))[:BESIDE]:
                    key = _key(one, near)
                    if key not in pairs:
                        pairs[key] = held.get(key) or compared(one, near, embed, vectors)
    return pairs


def _near(one: Sheet, other: Sheet) -> float:
    """How near two texts in different languages seem: the cosine of title and lead, and the numbers that both have."""
    few = min(one.numbers.total(), other.numbers.total())
    numbers = (one.numbers & other.numbers).total() / few if few else 0.0
    a, b = one.reading.vector, other.reading.vector
    return round(sum(x * y for x, y in zip(a, b, strict=True)) if len(a) == len(b) else 0.0, 4) + round(numbers, 4)


def _families(sheets: Sequence[Sheet], pairs: Pairs) -> dict[str, str]:
    """The first text of each text's family."""
    parents: dict[str, str] = {}
    order = {sheet.id: place for place, sheet in enumerate(sheets)}
    for (one, other), verdict in pairs.items():
        ends = sorted({origin.root(one, parents), origin.root(other, parents)}, key=lambda name: order[name])
        if verdict.kind in ("same", "translated") and len(ends) == 2:
            parents[ends[1]] = ends[0]
    return {sheet.id: origin.root(sheet.id, parents) for sheet in sheets}


def _tree(sheets: Sequence[Sheet], pairs: Pairs) -> dict[str, str]:
    """Whom each copy copies: the tree of each family that least speaks against."""
    number = {sheet.id: place + 1 for place, sheet in enumerate(sheets)}
    family = _families(sheets, pairs)
    costs: dict[str, dict[tree.Arc, float]] = defaultdict(dict)
    for sheet in sheets:
        costs[family[sheet.id]][0, number[sheet.id]] = ROOT + number[sheet.id] * 1e-6
    articles = {sheet.id: sheet.reading.article for sheet in sheets}
    for (one, other), verdict in pairs.items():
        if verdict.kind in ("same", "translated"):
            for child, parent, share in ((one, other, verdict.of_one), (other, one, verdict.of_other)):
                value = origin.cost(articles[child], articles[parent], share, verdict.kind == "translated")
                costs[family[child]][number[parent], number[child]] = value + number[parent] * 1e-6
    grow = [(tree.arborescence if len(held) <= EXACT else tree.nearly)(held) for held in costs.values()]
    return {sheets[child - 1].id: sheets[parent - 1].id for parents in grow for child, parent in parents.items() if parent}


def _copy(child: Sheet, parent: Sheet, pairs: Pairs) -> Copy:
    verdict = pairs[_key(child, parent)]
    first = verdict.one == child.id
    mine, theirs = (verdict.of_one, verdict.of_other) if first else (verdict.of_other, verdict.of_one)
    article, of = child.reading.article, parent.reading.article
    share = max(mine, theirs)
    cuts, added, moved = card(child.print, parent.print) if verdict.kind == "same" else ((), (), ())
    reasons = [origin.reason(article, of), origin.agency(article, of)]
    told = "of the shorter text stands in the longer one" if verdict.kind == "same" else "of the shorter text stands in the other, in order"
    return Copy(
        article=child.id,
        of=parent.id,
        kind=_kind(verdict, mine, theirs),
        similarity=share,
        outlet=origin.owed_to(article, of),
        evidence=(*(why for why in reasons if why), Why("shared text", share, f"{share:.0%} {told}"), *verdict.why),
        probability=verdict.probability,
        cuts=cuts,
        added=added,
        moved=moved,
        aligned=verdict.aligned if first else _turned(verdict.aligned),
    )


def _kind(verdict: Comparison, mine: float, theirs: float) -> str:
    if verdict.kind == "translated":
        return "translated"
    if min(mine, theirs) >= WHOLE:
        return "exact"
    if max(mine, theirs) < COPIED:
        return "rewritten"
    return "abridged" if mine >= theirs else "extended"


def _turned(beads: Sequence[Aligned]) -> tuple[Aligned, ...]:
    return tuple(Aligned(bead.of_start, bead.of_end, bead.start, bead.end, bead.score) for bead in beads)


def _quotes(sheets: Mapping[str, Sheet], pairs: Pairs) -> list[Copy]:
    """The weightiest shared quotations of each text."""
    shown: dict[str, int] = defaultdict(int)
    made = []
    ranked = sorted(pairs.values(), key=lambda verdict: (-max(verdict.of_one, verdict.of_other), verdict.one, verdict.other))
    for verdict in ranked:
        if verdict.kind == "quoting" and shown[verdict.one] < QUOTES and shown[verdict.other] < QUOTES:
            shown[verdict.one] += 1
            shown[verdict.other] += 1
            share = max(verdict.of_one, verdict.of_other)
            why = (Why("quotation", share, f"{share:.0%} of the shorter text stands in the longer one, nearly all of it quoted"),)
            made.append(Copy(verdict.one, verdict.other, "quoting", share, None, why, verdict.probability, aligned=verdict.aligned))
    return made
