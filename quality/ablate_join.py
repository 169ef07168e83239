"""What each feature of the join is worth: weights fitted without it (as `fit_join.py` fits them, at the threshold that ships), and what
filing then reaches on the held-out stories and on sets that nothing was learned from. Prints a table for `docs/quality.md`.

    python quality/ablate_join.py [--data ../shared/data]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import fit_join
from fit_join import ALIKE, FIELDS, Reader, Stream

from dragoman.cluster.features import FEATURES
from dragoman.cluster.weights import weights
from dragoman.evaluation.lessons import learn
from dragoman.evaluation.sets import records
from dragoman.evaluation.shapes import StoryDoc

SETS = ("ecbplus-1-35", "og2021-earlier", "wmt22")
LAST = 0.75
"""Of the set of titles only what comes after this share is scored, as everywhere."""


def gold_set(folder: Path, read: Reader) -> Stream:
    """A labelled set as a stream; of og2021 its last quarter."""
    docs = sorted(records(str(folder), "articles.jsonl", StoryDoc), key=lambda doc: (doc.get("published") or "", str(doc["id"])))
    if folder.name.startswith("og2021"):
        docs = docs[int(len(docs) * LAST) :]
    cards = [read(doc, str(doc["id"])) for doc in docs]
    return cards, {str(doc["id"]): str(doc["story"]) for doc in docs}, any(one.earliest is None and one.latest is None for one in cards)


def mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=fit_join.HERE.parents[1] / "shared" / "data")
    data: Path = parser.parse_args().data
    read = Reader()
    taught = fit_join.taught(read, data / "pairs" / fit_join.PAIRS.name)
    short = fit_join.streams({field: fit_join.stories(f"{field}-held", read) for field in FIELDS})[1:]
    long = fit_join.alike(*fit_join.stories(f"{ALIKE}-held", read))
    sets = [gold_set(data / "clusters" / name, read) for name in SETS]
    print(f"| without | short stories | long reports | {' | '.join(SETS)} |\n| --- | --- | --- | {' | '.join('---' for _ in SETS)} |")
    for left_out in ("", *FEATURES):
        by = learn(taught, weights().join, without=frozenset({left_out}) if left_out else frozenset())
        found = [mean(fit_join.score(stream, by) for stream in streams) for streams in (short, long, *([one] for one in sets))]
        print(f"| {left_out or 'nothing'} | {' | '.join(f'{value:.3f}'.removeprefix('0') for value in found)} |", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
