"""Fits the weights of the join, `src/dragoman/cluster/weights.toml`, from stories written for the project and from pairs of articles.

    python quality/fit_join.py [--pairs FOLDER] [--out FILE]

Learned from: `quality/stories/{sport,world,affairs}` (Apache-2.0), as streams of four kinds: on their own days; with every running story
moved to begin within four weeks, so that as many run side by side as on a real desk; within five days, one field at a time, as on a desk
that follows one thing; and without dates. Long reports of look-alike happenings (`quality/stories/alike`) as a heap without dates, the
English ones alone as another, and with dates within two weeks; and all pairs of reports of one kind of happening. Those who wrote all this
dated most articles of an event to one day; on a desk they come over some days, so that dated articles are put off by none to three days.
Pairs: `../shared/data/pairs/semeval22-t8-training` (SemEval-2022
task 8, Apache-2.0): the same up to a score of 1.75, not the same from 2.75. The threshold is the highest of a row that does about as well
(B-cubed F1) on the held-out stories as any. The same input gives the same file; nothing is drawn at random.
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any
from zlib import crc32

from msgspec.structs import replace

from dragoman import assembly
from dragoman.cluster import weights as package
from dragoman.cluster.card import Card, card
from dragoman.cluster.filing import Filing
from dragoman.cluster.weights import Weights
from dragoman.evaluation.lessons import Lesson, learn, lessons, pair_lessons
from dragoman.evaluation.partitions import b_cubed

HERE = Path(__file__).parent
PAIRS = HERE.parents[1] / "shared" / "data" / "pairs" / "semeval22-t8-training"
OUT = Path(package.__file__).with_name("weights.toml")
FIELDS = ("sport", "world", "affairs")
ALIKE = "alike"
SAME, OTHER = 1.75, 2.75
WEIGHT_OF_PAIRS = 10.0
"""A pair of long articles counts as much as so many rows of a stream: there are a hundred times fewer."""

FIRST_DAY = 738_000
WEEKS, DAYS, FORTNIGHT = 28, 5, 14
THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5)
NEAR = 0.02
"""The threshold is the highest of these within so much of the best: two events shown as one mislead, one shown as two does not."""

LATE = (55, 80, 92, 100)
"""Of a hundred articles so many have come by the day itself, by the next one, by the third and by the fourth."""

ANNOTATORS = ("sentences", "mentions", "times", "aliases", "events", "figures")
"""Those whose findings stand on a card."""

Stream = tuple[list[Card], dict[str, str], bool]
"""Cards, the event of each, and whether it is without dates."""


class Reader:
    """Cards of plain texts, as the desk makes them."""

    def __init__(self) -> None:
        self.read = assembly.read_text(assembly.Work(ANNOTATORS, "e5"))

    def __call__(self, doc: dict[str, Any], name: str) -> Card:
        title, text = doc.get("title") or "", doc.get("text") or ""
        return replace(card(self.read(text or title, doc["language"], doc.get("published"), title if text else "")), article=name)


def stories(field: str, read: Reader) -> tuple[list[dict[str, Any]], list[Card]]:
    """The articles of a field, without round-ups, and their cards."""
    lines = (HERE / "stories" / field / "articles.jsonl").read_text("utf-8").split("\n")
    docs = [doc for doc in map(json.loads, filter(None, lines)) if not doc.get("roundup")]
    return docs, [read(doc, doc["id"]) for doc in docs]


def moved(docs: Sequence[dict[str, Any]], cards: Sequence[Card], period: int) -> list[Card]:
    """The cards with each running story moved to begin within `period` days; the days that texts speak of move with it."""
    began: dict[str, int] = {}
    for doc, one in zip(docs, cards, strict=True):
        if one.earliest is not None:
            began[doc["running"]] = min(began.get(doc["running"], one.earliest), one.earliest)
    return [_moved(one, doc["running"], began, period) for doc, one in zip(docs, cards, strict=True)]


def _moved(one: Card, running: str, began: dict[str, int], period: int) -> Card:
    if running not in began:
        return one
    by = FIRST_DAY + crc32(running.encode()) % period - began[running]
    return replace(_put_off(one, by), days={day + by: weight for day, weight in one.days.items()})


def late(cards: Sequence[Card]) -> list[Card]:
    """The cards as if their articles had come over some days."""
    return [_put_off(one, bisect(LATE, crc32(f"late {one.article}".encode()) % LATE[-1])) for one in cards]


def _put_off(one: Card, by: int) -> Card:
    """The card as if its article had come so many days later."""
    return replace(
        one,
        earliest=None if one.earliest is None else one.earliest + by,
        latest=None if one.latest is None else one.latest + by,
        moment=None if one.moment is None else one.moment + by,
    )


def streams(held: dict[str, tuple[list[dict[str, Any]], list[Card]]]) -> list[Stream]:
    """The streams that these fields make."""
    docs = [doc for found, _ in held.values() for doc in found]
    cards = [one for _, found in held.values() for one in found]
    gold = {doc["id"]: doc["story"] for doc in docs}
    bare = [_undated(one) for one in cards]
    made: list[Stream] = [(late(cards), gold, False), (late(moved(docs, cards, WEEKS)), gold, False), (bare, gold, True)]
    return made + [(late(moved(*found, DAYS)), gold, False) for found in held.values()]


def alike(docs: list[dict[str, Any]], cards: list[Card]) -> list[Stream]:
    """The streams that reports of look-alike happenings make."""
    gold = {doc["id"]: doc["story"] for doc in docs}
    bare = [_undated(one) for one in cards]
    english = [one for one in bare if one.language == "en"]
    return [(bare, gold, True), (english, gold, True), (late(moved(docs, cards, FORTNIGHT)), gold, False)]


def look_alikes(docs: Sequence[dict[str, Any]], cards: Sequence[Card]) -> Lesson:
    """The lesson of all pairs of reports of one kind of happening, which the first word of its name tells."""
    both = list(zip(docs, map(_undated, cards), strict=True))
    kind = {doc["story"]: doc["story"].partition("-")[0] for doc in docs}
    beside = (pair for pair in combinations(both, 2) if kind[pair[0][0]["story"]] == kind[pair[1][0]["story"]])
    return pair_lessons([(a, b, doc["story"] == other["story"]) for (doc, a), (other, b) in beside])


def _undated(one: Card) -> Card:
    return replace(one, earliest=None, latest=None, moment=None)


def pairs(folder: Path, read: Reader) -> Lesson:
    """The lesson of the pairs that are clear."""
    found = []
    for line in filter(None, (folder / "pairs.jsonl").read_text("utf-8").split("\n")):
        pair = json.loads(line)
        if pair["score"] <= SAME or pair["score"] >= OTHER:
            found.append((read(pair["a"], f"{pair['id']} a"), read(pair["b"], f"{pair['id']} b"), pair["score"] <= SAME))
    return pair_lessons(found)


def taught(read: Reader, folder: Path) -> list[tuple[Lesson, float]]:
    """All lessons with their weights."""
    found = [(lessons(*stream), 1.0) for stream in streams({field: stories(field, read) for field in FIELDS})]
    reports = stories(ALIKE, read)
    found += [(lessons(*stream), 1.0) for stream in alike(*reports)]
    return [*found, (look_alikes(*reports), 1.0), (pairs(folder, read), WEIGHT_OF_PAIRS)]


def score(stream: Stream, by: Weights) -> float:
    """B-cubed F1 of the events that filing finds in a stream."""
    cards, gold, bare = stream
    found, _ = Filing(by, open_ended=bare).refile(cards)
    homes = {member.article: member.event for story in found for member in story.members}
    return b_cubed([homes[one.article] for one in cards], [gold[one.article] for one in cards])[2]


def written(by: Weights) -> str:
    """The weights as they stand in the file."""
    head = f"# Written by quality/fit_join.py.\nbias = {by.bias}\njoin = {by.join}\npair = {by.pair}\n\n[weights]\n"
    return head + "".join(f"{json.dumps(name)} = {weight}\n" for name, weight in by.weights.items())


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, default=PAIRS, help="a folder with pairs.jsonl")
    parser.add_argument("--out", type=Path, default=OUT, help="the file of weights")
    options = parser.parse_args(words)
    read = Reader()
    learned_from = taught(read, options.pairs)
    held = streams({field: stories(f"{field}-held", read) for field in FIELDS})[1:] + alike(*stories(f"{ALIKE}-held", read))
    scores = {join: sum(score(stream, learn(learned_from, join)) for stream in held) / len(held) for join in THRESHOLDS}
    best = max(join for join, value in scores.items() if value >= max(scores.values()) - NEAR)
    print(scores)
    options.out.write_text(written(learn(learned_from, best)), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
