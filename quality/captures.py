"""Fits the trees of `languages/xx/prose.toml`, by which `extract/lines/prose.py` reads text captures.

    python quality/captures.py [--data FOLDER] [--write]

Learns from the sets of ../shared/data/extract that may be learned from (immortal-zh and gne-zh are MIT, naeb and trafilatura Apache-2.0):
pages rendered to text as `dragoman eval captures` does, again with each cell of a table row in a line of its own where that changes
anything, and the body of each page again between the heads and feet of others in its language. A line is body where it stands in the gold
text or holds a sentence of it; where a set has none, in what the HTML reader makes of the page, but for the pieces that the set tells.
Where gold text and HTML reader differ on a line it counts less: gold texts stop early, or hold the list below the article.
Prints what `dragoman eval captures` says of the half of the pages that the trees were not fitted on, and the other way round; `--write`
then fits them on all pages and writes them. Only numbers leave this script: no word of a page is kept. Needs the extra `fit`
(LightGBM). Same input, same trees.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from msgspec import Struct, structs

from dragoman.errors import DragomanError
from dragoman.evaluation import captures
from dragoman.evaluation.captures import Sheet, Standing, render, says, sentences
from dragoman.evaluation.extract import decoded, page_of
from dragoman.evaluation.sets import records
from dragoman.extract import capture, html
from dragoman.extract.lines import prose
from dragoman.extract.lines.forest import LEAVES, Forest
from dragoman.extract.lines.phrases import Label, by_phrase
from dragoman.extract.lines.wrapped import unwrapped
from dragoman.model.page import Page
from dragoman.text.html import strip_tags
from dragoman.text.lines import letters, squeeze

DATA = Path(__file__).parents[2] / "shared" / "data" / "extract"
OUT = Path(__file__).parents[1] / "src" / "dragoman" / "languages" / "xx" / "prose.toml"
SETS = ("immortal-zh", "naeb", "trafilatura", "gne-zh")
# Those that the bar is about: gne-zh has no gold.
SCORED = SETS[:3]
MOST = 3_000  # lines of a page that are learned from
LONGEST = 1_500  # lines of a page that bodies of others are put in
TIMES = 4  # bodies put in each page
MIXED = 0.3  # what a line of a page put together counts
SHORT = 0.3  # what a line counts that is too short to be asked after
# What a line counts that only the HTML reader takes for body, and only the gold text.
DOUBTED = (0.25, 0.8)
FIT = {
    "objective": "binary", "num_leaves": LEAVES, "learning_rate": 0.06, "min_data_in_leaf": 60, "lambda_l2": 5.0, "feature_fraction": 0.3,
    "bagging_fraction": 0.8, "bagging_freq": 1, "max_bin": 127, "seed": 0, "deterministic": True, "force_col_wise": True, "verbose": -1,
}  # fmt: skip
TREES = 150


class Leaf(Struct, frozen=True):
    """A rendered page: its lines, what phrases say of them, which are body by the gold and by the HTML reader, which have words enough to
    be asked after."""

    home: str
    number: int
    language: str
    lines: list[str]
    labels: list[Label | None]
    body: list[bool]
    read: list[bool]
    asked: list[bool]


class Source(Struct, frozen=True):
    """A page as `eval captures` sees it, with its leaves."""

    home: str
    number: int
    gold: dict[str, Any]
    capture: str
    leaves: list[Leaf]


def sources(data: Path) -> list[Source]:
    """Every page of every set."""
    return [_source(data / home, number, gold) for home in SETS for number, gold in enumerate(records(str(data / home), "gold.jsonl"))]


def _source(home: Path, number: int, gold: dict[str, Any]) -> Source:
    page = decoded(page_of(str(home), gold["id"]))
    found, text = read(page, gold.get("url")), render(page)
    whole = [line for line in unwrapped(text.splitlines()) if line.strip()][:MOST]
    cells = [cell for line in whole for cell in line.split("\t") if cell.strip()][:MOST]
    leaves = [_leaf(home.name, number, gold, found, lines) for lines in (whole, *([cells] if cells != whole else [])) if lines]
    return Source(home.name, number, gold, text, leaves)


def read(page: str, url: str | None) -> str:
    """The body as the HTML reader has it."""
    try:
        return html.read(Page(url or "file:///page", "page", page.encode("utf-8", "replace"), "utf-8")).text
    except DragomanError:
        return ""


def _leaf(home: str, number: int, gold: dict[str, Any], found: str, lines: list[str]) -> Leaf:
    text = gold.get("text") or found
    standing, reader, own = Standing(text), Standing(found), {"".join(line.split()) for line in text.splitlines()}
    asked = [says(line) for line in lines]
    body = [standing.has(line) if long else "".join(line.split()) in own for line, long in zip(lines, asked, strict=True)]
    _told(gold, lines, body)
    language = str(gold.get("language") or "")
    return Leaf(
        home,
        number,
        language if language in ("zh", "en") else "",
        lines,
        [by_phrase(squeeze(line)) for line in lines],
        body,
        [reader.has(line) for line in lines],
        asked,
    )


def _told(gold: dict[str, Any], lines: Sequence[str], body: list[bool]) -> None:
    """Marks the lines that hold a sentence of the gold, or a piece of it, that no line of the body has; and those not to be kept."""
    texts = [letters(line) for line in lines]
    whole = "\n".join(text for text, here in zip(texts, body, strict=True) if here)
    for piece in map(letters, sentences(gold["text"]) if gold.get("text") else gold.get("with") or ()):
        place = next((place for place, text in enumerate(texts) if piece in text), None)
        if len(piece) >= 12 and piece not in whole and place is not None:
            body[place] = True
    for piece in map(letters, gold.get("without") or ()):
        for place, text in enumerate(texts):
            if len(piece) >= 8 and piece in text and len(text) < 3 * len(piece):
                body[place] = False


def mixed(pages: Sequence[Source]) -> list[Leaf]:
    """Bodies between the heads and feet of other pages."""
    chance = random.Random(1)
    pool = [(leaf, span) for page in pages for leaf in page.leaves[:1] if len(leaf.lines) < LONGEST and (span := _span(leaf))]
    found = []
    for _ in range(TIMES):
        for page, (start, end) in pool:
            others = [one for one in pool if one[0].language == page.language and one[0] is not page]
            if others:
                body, (first, last) = chance.choice(others)
                columns = {
                    name: [*getattr(page, name)[:start], *getattr(body, name)[first:last], *getattr(page, name)[end:]]
                    for name in ("lines", "labels", "body", "asked")
                }
                reader = [False] * start + body.read[first:last] + [False] * (len(page.lines) - end)
                found.append(structs.replace(page, **columns, read=reader))
    return found


def _span(leaf: Leaf) -> tuple[int, int] | None:
    places = [place for place, (body, asked) in enumerate(zip(leaf.body, leaf.asked, strict=True)) if body and asked]
    return (places[0], places[-1] + 1) if places else None


def fit(pages: Sequence[Source]) -> tuple[Forest, dict[str, Any]]:
    """The trees, and what is written of them. Long pages count less than their lines, lest menus of hundreds of entries outweigh all."""
    own = [leaf for page in pages for leaf in page.leaves]
    leaves = [*((leaf, 1.0) for leaf in own), *((leaf, MIXED) for leaf in mixed(pages))]
    tables = [prose.columns([strip_tags(line) for line in leaf.lines], leaf.labels) for leaf, _ in leaves]
    names = list(tables[0])
    features = np.vstack([np.array([table[name] for name in names], dtype=np.float32).T for table in tables])
    body = np.concatenate([leaf.body for leaf, _ in leaves])
    counts = np.concatenate([share * _counts(leaf) for leaf, share in leaves])
    model = lightgbm.train(FIT, lightgbm.Dataset(features, body, weight=counts), TREES)
    return _table(names, model)


def _counts(leaf: Leaf) -> Any:
    body, reader = np.array(leaf.body), np.array(leaf.read)
    doubt = np.where(~body & reader, DOUBTED[0], np.where(body & ~reader, DOUBTED[1], 1.0))
    return np.where(leaf.asked, 1.0, SHORT) * doubt * 100 / (30 + len(body))


def _table(names: Sequence[str], model: lightgbm.Booster) -> tuple[Forest, dict[str, Any]]:
    roots = [one["tree_structure"] for one in model.dump_model()["tree_info"]]
    used = sorted({node["split_feature"] for root in roots for node in _nodes(root) if "split_feature" in node})
    trees = [_numbers(root, {feature: place for place, feature in enumerate(used)}) for root in roots]
    features = [names[feature] for feature in used]
    return Forest(features, 0.0, trees), {"features": features, "base": 0.0, "trees": trees}


def _nodes(root: dict[str, Any]) -> list[dict[str, Any]]:
    """The nodes of a tree, each before those below it."""
    below = [node for side in ("left_child", "right_child") if side in root for node in _nodes(root[side])]
    return [root, *below]


def _numbers(root: dict[str, Any], places: dict[int, int]) -> list[list[float]]:
    nodes = _nodes(root)
    where = {id(node): place for place, node in enumerate(nodes)}
    return [
        [places[node["split_feature"]], float(f"{node['threshold']:.5g}"), where[id(node["left_child"])], where[id(node["right_child"])]]
        if "split_feature" in node
        else [float(f"{node['leaf_value']:.4g}")]
        for node in nodes
    ]


def score(forest: Forest, pages: Sequence[Source]) -> list[Sheet]:
    """The pages as the reader of captures reads them with these trees."""
    kept, prose.forest = prose.forest, lambda: forest
    try:
        return [captures.sheet_of(_article, page.gold, page.capture) for page in pages]
    finally:
        prose.forest = kept


def _article(body: bytes) -> Any:
    return capture.read(Page("capture:x", "x", body, "utf-8"))


def show(name: str, sheets: Sequence[Sheet]) -> None:
    """Prints the figures of these pages."""
    figures = captures.measure(sheets)
    print(f"{name} ({len(sheets)} pages)", " ".join(f"{key} {value:.3f}" for key, value in figures.items()))


def write(table: dict[str, Any]) -> None:
    """The trees as numbers; only features that they ask for are named."""
    rows = [f"  [{', '.join('[' + ', '.join(f'{value:g}' for value in node) + ']' for node in tree)}]," for tree in table["trees"]]
    head = [
        "# Trees of extract/lines/prose.py: nodes are [feature, threshold, node at or below it, node above it], leaves [log odds].",
        "# Fitted by quality/captures.py; not made to be edited.",
        f"features = [{', '.join(chr(34) + name + chr(34) for name in table['features'])}]",
        f"base = {table['base']}",
        "trees = [",
    ]
    OUT.write_text("\n".join([*head, *rows, "]", ""]), "utf-8")


def main() -> int:
    """Scores on unseen halves; with `--write` fits on all pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    pages = sources(options.data)
    unseen: dict[str, list[Sheet]] = {home: [] for home in SCORED}
    for half in (0, 1):
        forest, _ = fit([page for page in pages if page.number % 2 != half])
        for home in SCORED:
            unseen[home] += score(forest, [page for page in pages if page.home == home and page.number % 2 == half])
    for home, sheets in unseen.items():
        show(f"unseen: {home}", sheets)
    show("unseen: all", [sheet for sheets in unseen.values() for sheet in sheets])
    if options.write:
        write(fit(pages)[1])
        print(f"{OUT.name}: {OUT.stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
