"""Fits the trees of `languages/xx/prose.toml`, by which `extract/prose.py` reads text captures.

    python quality/captures.py [--data FOLDER] [--write]

Learns from the sets of ../shared/data/extract that may be learned from (immortal-zh and gne-zh are MIT, naeb and trafilatura Apache-2.0):
pages rendered to text as `dragoman eval captures` does, twice where that changes anything (cells of a table row in one line, and each in
a line of its own). A line is body where it stands in the gold text; where a set has none, in what the HTML reader makes of the page.
Prints how the trees do on the half of the pages that they were not fitted on, and the other way round; `--write` then fits them on all
pages and writes them. Only numbers leave this script: no word of a page is kept. Needs scikit-learn. Same input, same trees.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct
from sklearn.ensemble import HistGradientBoostingClassifier

from dragoman.errors import DragomanError
from dragoman.evaluation.captures import Standing, render, says
from dragoman.evaluation.extract import decoded, page_of
from dragoman.evaluation.sets import records
from dragoman.extract import html
from dragoman.extract.capture import KEEP
from dragoman.extract.phrases import by_phrase
from dragoman.extract.prose import columns
from dragoman.extract.wrapped import unwrapped
from dragoman.model.page import Page
from dragoman.text.lines import squeeze

DATA = Path(__file__).parents[2] / "shared" / "data" / "extract"
OUT = Path(__file__).parents[1] / "src" / "dragoman" / "languages" / "xx" / "prose.toml"
SETS = ("immortal-zh", "naeb", "trafilatura", "gne-zh")
MOST = 3_000  # lines of a page that are learned from
SHORT = 0.3  # what a line counts that is too short to be asked after


class Sheet(Struct, frozen=True):
    """A rendered page: features by line, whether it is body, what it counts; `first` tells the rendering that is scored."""

    home: str
    number: int
    first: bool
    features: Any
    body: Any
    counts: Any
    ends: Any


def sheets(data: Path) -> tuple[list[str], list[Sheet]]:
    """Every page of every set, with the names of the features."""
    found: list[Sheet] = []
    names: list[str] = []
    for home in SETS:
        for number, gold in enumerate(records(str(data / home), "gold.jsonl")):
            page = decoded(page_of(str(data / home), gold["id"]))
            text = gold.get("text") or read(page, gold.get("url"))
            whole = [line for line in unwrapped(render(page).splitlines()) if line.strip()]
            cells = [cell for line in whole for cell in line.split("\t") if cell.strip()]
            for first, lines in ((True, whole), (False, cells)):
                if text and lines and (first or cells != whole):
                    table = columns(lines[:MOST], [by_phrase(squeeze(line)) for line in lines[:MOST]])
                    names = list(table)
                    found.append(_sheet(home, number, first, lines[:MOST], text, table))
    return names, found


def read(page: str, url: str | None) -> str:
    """The body as the HTML reader has it."""
    try:
        return html.read(Page(url or "file:///page", "page", page.encode("utf-8", "replace"), "utf-8")).text
    except DragomanError:
        return ""


def _sheet(home: str, number: int, first: bool, lines: list[str], text: str, table: dict[str, list[float]]) -> Sheet:
    standing, own = Standing(text), {"".join(line.split()) for line in text.splitlines()}
    asked = [says(line) for line in lines]
    body = [standing.has(line) if long else "".join(line.split()) in own for line, long in zip(lines, asked, strict=True)]
    features = np.array(list(zip(*table.values(), strict=True)), dtype=np.float64)
    counts = np.where(asked, 1.0, SHORT)
    return Sheet(home, number, first, features, np.array(body), counts, np.array(table["ends"]) > 0)


def fit(pages: list[Sheet]) -> HistGradientBoostingClassifier:
    """Long pages count less than their lines, lest menus of hundreds of entries outweigh everything."""
    model = HistGradientBoostingClassifier(
        max_iter=100, max_leaf_nodes=8, learning_rate=0.12, min_samples_leaf=60, l2_regularization=5.0, early_stopping=False, random_state=0
    )
    features, body = np.vstack([page.features for page in pages]), np.concatenate([page.body for page in pages])
    counts = np.concatenate([page.counts * 100 / (30 + len(page.body)) for page in pages])
    return model.fit(features, body, sample_weight=counts)


def score(model: HistGradientBoostingClassifier, pages: list[Sheet]) -> tuple[float, float]:
    """Mean F1 of the lines of a page, and the share of pages on which no line of the body that ends a sentence is lost."""
    values, whole = [], []
    for page in pages:
        kept = model.decision_function(page.features) > np.where(page.ends, KEEP[True], KEEP[False])
        asked = page.counts == 1.0
        hits = (kept & page.body & asked).sum()
        values.append(2 * hits / max(1, (kept & asked).sum() + (page.body & asked).sum()))
        whole.append(not (page.body & ~kept & asked & page.ends).any())
    return float(np.mean(values)), float(np.mean(whole))


def write(names: list[str], model: HistGradientBoostingClassifier) -> None:
    """The trees as numbers; only features that they ask for are named."""
    trees = [stage[0].nodes for stage in model._predictors]
    used = sorted({int(node["feature_idx"]) for tree in trees for node in tree if not node["is_leaf"]})
    place = {feature: index for index, feature in enumerate(used)}
    rows = []
    for tree in trees:
        nodes = [
            f"[{node['value']:.4g}]"
            if node["is_leaf"]
            else f"[{place[int(node['feature_idx'])]}, {node['num_threshold']:.5g}, {node['left']}, {node['right']}]"
            for node in tree
        ]
        rows.append(f"  [{', '.join(nodes)}],")
    head = [
        "# Trees of extract/prose.py: nodes are [feature, threshold, node at or below it, node above it], leaves [log odds].",
        "# Fitted by quality/captures.py; not made to be edited.",
        f"features = [{', '.join(chr(34) + names[feature] + chr(34) for feature in used)}]",
        f"base = {float(np.ravel(model._baseline_prediction)[0]):.4g}",
        "trees = [",
    ]
    OUT.write_text("\n".join([*head, *rows, "]", ""]), "utf-8")


def main() -> int:
    """Scores on unseen halves; with `--write` fits on all pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    names, pages = sheets(options.data)
    for half in (0, 1):
        model = fit([page for page in pages if page.number % 2 != half])
        for home in SETS:
            unseen = [page for page in pages if page.home == home and page.number % 2 == half and page.first]
            values = score(model, unseen)
            print(f"half {half} unseen: {home} ({len(unseen)} pages) line F1 {values[0]:.3f}, whole {values[1]:.3f}")
    if options.write:
        write(names, fit(pages))
        print(f"{OUT.name}: {OUT.stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
