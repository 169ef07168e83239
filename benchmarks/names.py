"""What a query costs against 500 names, beside Levenshtein distance on transliterations of the same names in the same run.

Prints milliseconds of processor time a query for each language pair of a set of name pairs, one process on one core, after a warm-up
pass that loads the models. `same` puts every query against one list of names, as a desk does whose stories share their people; `new`
against a list of its own, as `dragoman eval names` does; `unseen` is the first time that any of the names is met.

    python benchmarks/names.py [FOLDER] [--queries N] [--json]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

# One core is what is measured: numpy starts a thread for each core otherwise.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

from dragoman.evaluation.names import levenshtein
from dragoman.link.match import scores

PAIRS = Path(__file__).parents[2] / "shared" / "data" / "names" / "netransliteration-80"
CANDIDATES = 500
WARM = 5
"""Queries of the warm-up pass."""

Name = tuple[str, str]
Task = tuple[Name, Sequence[Name]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=PAIRS)
    parser.add_argument("--queries", type=int, default=100)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = {pair: measured(rows, options.queries) for pair, rows in sorted(read(options.folder).items())}
    if options.json:
        print(json.dumps(found, indent=1))
        return
    print(f"{'ms a query':12}", *(f"{name:>12}" for name in next(iter(found.values()))))
    for pair, costs in found.items():
        print(f"{pair:12}", *(f"{cost:12.2f}" for cost in costs.values()))


def read(folder: Path) -> dict[str, list[tuple[Name, Name]]]:
    """(candidate, query) pairs by language pair."""
    found: dict[str, list[tuple[Name, Name]]] = {}
    for line in (folder / "pairs.jsonl").read_text("utf-8").splitlines():
        pair = json.loads(line)
        row = ((pair["a"], pair["a_language"]), (pair["b"], pair["b_language"]))
        found.setdefault(f"{pair['a_language']}-{pair['b_language']}", []).append(row)
    return found


def measured(rows: Sequence[tuple[Name, Name]], count: int) -> dict[str, float]:
    """Milliseconds a query by kind of list."""
    dice = random.Random(0)
    names = sorted({one for one, _ in rows})
    known, rest = names[: len(names) // 2], names[len(names) // 2 :]
    queries = [other for _, other in dice.sample(list(rows), min(2 * count + WARM, len(rows)))]
    warm, queries, fresh = queries[:WARM], queries[WARM:-count], queries[-count:]
    one_list = drawn(dice, known)
    several = [(query, drawn(dice, known)) for query in queries]
    first = [(query, drawn(dice, rest)) for query in queries[:WARM]]
    for matcher in (scores, levenshtein):
        spent(matcher, [(query, one_list) for query in warm])
        for _, others in several:
            matcher(*warm[0], others)
    same = [(query, one_list) for query in fresh]
    return {
        "unseen": spent(scores, first),
        "new": spent(scores, several),
        "same": spent(scores, same),
        "levenshtein": spent(levenshtein, several),
    }


def drawn(dice: random.Random, names: Sequence[Name]) -> list[Name]:
    return dice.sample(list(names), min(CANDIDATES, len(names)))


def spent(matcher: Callable[[str, str, Sequence[Name]], Sequence[float]], tasks: Sequence[Task]) -> float:
    """Milliseconds of processor time a task."""
    started = time.process_time()
    for query, others in tasks:
        matcher(*query, others)
    return 1000.0 * (time.process_time() - started) / max(len(tasks), 1)


if __name__ == "__main__":
    main()
