"""Cost of the whole extraction beside trafilatura alone: the same pages, the same run, one core, page by page in turn.

Ours is what a page costs from its bytes on: the decision about its encoding and `dragoman.extract.extract`. The peer gets the decoded text,
once as most people call it (`trafilatura.extract(text)`, against which the bar of 2.5 holds) and once with its metadata. Every round
starts with empty memories of lines (our bounded caches), as on pages never seen. The ratio is the median over the rounds; the bar holds
for the sum over all pages. Parts are timed in a round of their own, without the parts that they call.

    python benchmarks/extract.py [FOLDER ...] [--rounds N] [--every N] [--json]

A FOLDER holds `pages/*.html.gz` (a data set) or pages as they are; without any, the samples are read. Exit 1 where a ratio is over the bar.
"""

from __future__ import annotations

import argparse
import functools
import gc
import gzip
import json
import os
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# One core is what is measured: model libraries start a thread for each core otherwise.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

import trafilatura

from dragoman.errors import ExtractError, FetchError
from dragoman.extract import extract
from dragoman.fetch import encoding
from dragoman.model.page import Page
from dragoman.text.decode import decode

SAMPLES = Path(__file__).parents[1] / "samples"
BAR = 2.5
# Names of parts, and the functions that do them; a function that is not there is left out.
PARTS = {
    "encoding": ("fetch.encoding.decide",),
    "parse": ("extract.lines.dom.tree_of",),
    "lines": ("extract.lines.dom.lines",),
    "body: trafilatura": ("trafilatura.bare_extraction",),
    "body": ("extract.lines.body.chosen", "extract.lines.zones.zones_of"),
    "phrases": ("extract.lines.phrases.by_phrase", "extract.lines.phrases.notices"),
    "labels": ("extract.lines.furniture.label_body", "extract.lines.filing.body", "extract.lines.filing.margins"),
    "attribution": (
        *(f"extract.who.attribution.{name}" for name in ("byline", "scan", "inside", "alone", "contributors", "ending", "outlets")),
        *("extract.who.origins.find", "extract.who.names.split_names", "extract.who.dateline.read"),
    ),
    "dates": ("extract.when.dates.find", "extract.when.published.decide"),
    "nearby": ("extract.facts.nearby.read",),
    "metadata": ("extract.facts.metadata.read", "extract.when.stated.read"),
    "title": ("extract.facts.titles.of_tree", "extract.facts.titles.shown"),
    "images": ("extract.facts.images.of_page",),
    "template": ("extract.lines.template.of_tree",),
    "language": ("languages.identify.identify",),
}
Stopwatch = dict[str, float]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", default=[str(SAMPLES)])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--every", type=int, default=1, help="only every N-th page")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    results = [measure(folder, pages_of(Path(folder))[:: options.every], options.rounds) for folder in options.folders]
    if options.json:
        print(json.dumps(results))
    else:
        for result in results:
            show(result)
    return int(any(result["ratio"] > BAR for result in results))


def pages_of(folder: Path) -> list[Page]:
    """The pages of a folder, in the order of their names; files that are no text are left out."""
    packed = sorted((folder / "pages").glob("*.html.gz"))
    plain = [] if packed else sorted(file for file in folder.rglob("*") if file.suffix in (".html", ".htm", ".txt"))
    found = []
    for file in (*packed, *plain):
        body = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        try:
            found.append(Page("", "", body, encoding.decide(body)))
        except FetchError:
            continue
    return found


def measure(folder: str, pages: list[Page], rounds: int) -> dict[str, Any]:
    """Ratios (median of the rounds), seconds a page, and the share of each part."""
    for page in pages:
        ours(page)
    trafilatura.extract(decode(pages[0].body, pages[0].encoding))
    seconds: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        forget()
        sums: Stopwatch = defaultdict(float)
        for page in pages:
            text = decode(page.body, page.encoding)
            sums["ours"] += clocked(lambda page=page: ours(page))
            sums["trafilatura"] += clocked(lambda text=text: trafilatura.extract(text))
            sums["with metadata"] += clocked(lambda text=text: trafilatura.bare_extraction(text, with_metadata=True))
        for name, value in sums.items():
            seconds[name].append(value)
    forget()
    with watched() as parts:
        began = time.perf_counter()
        for page in pages:
            ours(page)
        whole = time.perf_counter() - began
    parts["everything else"] = whole - sum(parts.values())
    ratios = [one / other for one, other in zip(seconds["ours"], seconds["trafilatura"], strict=True)]
    rich = [one / other for one, other in zip(seconds["ours"], seconds["with metadata"], strict=True)]
    return {
        "folder": Path(folder).name,
        "pages": len(pages),
        "ratio": round(statistics.median(ratios), 2),
        "ratios": [round(ratio, 2) for ratio in ratios],
        "ratio_with_metadata": round(statistics.median(rich), 2),
        "milliseconds_a_page": {name: round(1000 * statistics.median(values) / len(pages), 2) for name, values in seconds.items()},
        "parts": {name: round(value / whole, 3) for name, value in sorted(parts.items(), key=lambda part: -part[1])},
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def ours(page: Page) -> None:
    """The whole way of a page; a refusal costs what it costs."""
    try:
        extract(Page(page.url, page.asked, page.body, encoding.decide(page.body)))
    except (ExtractError, FetchError):
        return


def clocked(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def forget() -> None:
    """Empties the bounded caches of the package: what they hold belongs to pages, not to languages."""
    for thing in gc.get_objects():
        if (
            isinstance(thing, functools._lru_cache_wrapper)
            and str(getattr(thing, "__module__", "")).startswith("dragoman")
            and thing.cache_parameters()["maxsize"] is not None
        ):
            thing.cache_clear()


@contextmanager
def watched() -> Iterator[Stopwatch]:
    """Seconds of each part while the block runs, without those of other parts inside it."""
    sums: Stopwatch = defaultdict(float)
    stack: list[float] = []
    replaced: list[tuple[dict[str, Any], str, Any]] = []
    for part, names in PARTS.items():
        for name in names:
            module, _, function = (name if name.startswith("trafilatura") else f"dragoman.{name}").rpartition(".")
            original = getattr(sys.modules.get(module), function, None)
            if original is None:
                continue
            timer = _timer(original, part, sums, stack)
            for owner in [one for key, one in sys.modules.items() if key.startswith("dragoman") or key == module]:
                for key, value in vars(owner).items():
                    if value is original:
                        replaced.append((vars(owner), key, original))
                        vars(owner)[key] = timer
    try:
        yield sums
    finally:
        for space, key, original in replaced:
            space[key] = original


def _timer(work: Callable[..., Any], part: str, sums: Stopwatch, stack: list[float]) -> Callable[..., Any]:
    def timed(*args: Any, **options: Any) -> Any:
        stack.append(0.0)
        began = time.perf_counter()
        try:
            return work(*args, **options)
        finally:
            spent = time.perf_counter() - began
            sums[part] += spent - stack.pop()
            if stack:
                stack[-1] += spent

    return timed


def show(result: dict[str, Any]) -> None:
    verdict = "within" if result["ratio"] <= BAR else "OVER"
    print(f"{result['folder']}: {result['pages']} pages, ratio {result['ratio']} ({verdict} the bar of {BAR}), rounds {result['ratios']}")
    print(f"  ratio to trafilatura with metadata: {result['ratio_with_metadata']}; ms a page: {result['milliseconds_a_page']}")
    print("  parts: " + ", ".join(f"{name} {share:.1%}" for name, share in result["parts"].items()))
    print(f"  peak memory of the process: {result['peak_memory_mb']} MB")


if __name__ == "__main__":
    sys.exit(main())
