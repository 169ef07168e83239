"""Speed and memory of the line over the sample corpus, beside trafilatura alone on the same pages in the same run.

Prints articles a second for each stage and for the whole line (one process, one core, after a warm-up pass that loads the models), the
ratio to trafilatura alone, and the peak memory of the process. Absolute times of a shared machine mean little; the ratios mean more.

    python benchmarks/line.py [--rounds N] [--json]
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

# One core is what is measured: model libraries start a thread for each core otherwise.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

import trafilatura

from dragoman import assembly, pipeline
from dragoman.desk import Desk
from dragoman.model.problem import Problem

SAMPLES = Path(__file__).parents[1] / "samples"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()

    with Desk.open() as desk:
        machine = assembly.machine(assembly.work(desk.config))
        pages = [page for page in desk.pages([str(SAMPLES)]) if not isinstance(page, Problem)]
    started = time.perf_counter()
    for page in pages:
        pipeline.read(page, machine)
    warm = time.perf_counter() - started

    stages: dict[str, float] = defaultdict(float)
    peer = whole = 0.0
    for _ in range(options.rounds):
        started = time.perf_counter()
        for page in pages:
            pipeline.read(page, machine, lambda stage, seconds, made: stages.__setitem__(stage, stages[stage] + seconds))
        whole += time.perf_counter() - started
        started = time.perf_counter()
        for page in pages:
            trafilatura.extract(page.body.decode(page.encoding))
        peer += time.perf_counter() - started

    filing = file_all()
    read = options.rounds * len(pages)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    result = {
        "pages": len(pages),
        "articles_per_second": {stage: round(read / seconds, 1) for stage, seconds in stages.items() if seconds},
        "line_articles_per_second": round(read / whole, 2),
        "collect_articles_per_second": round(len(pages) / filing, 2),
        "trafilatura_pages_per_second": round(read / peer, 1),
        "line_to_trafilatura": round(whole / peer, 2),
        "extract_to_trafilatura": round(stages["extract"] / peer, 2),
        "warm_up_seconds": round(warm, 1),
        "peak_memory_mb": round(peak),
    }
    if options.json:
        print(json.dumps(result))
        return
    for name, value in result.items():
        print(f"{name}: {value}")


def file_all() -> float:
    """Seconds to collect the samples into a new desk (reading, filing, storing), models warm."""
    with tempfile.TemporaryDirectory() as folder, Desk.open(desk=str(Path(folder) / "desk")) as desk:
        started = time.perf_counter()
        done = desk.collect([str(SAMPLES)])
        seconds = time.perf_counter() - started
    if done.failed:
        sys.exit(f"{done.failed} sample pages failed")
    return seconds


if __name__ == "__main__":
    main()
