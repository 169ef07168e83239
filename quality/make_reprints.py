"""Makes sets of copies out of real texts, for `dragoman eval reprints`.

    python quality/make_reprints.py OUT [--data FOLDER] [--seed N]

Writes OUT/reprints-dev, OUT/reprints-test, OUT/translated-dev and OUT/translated-test. Copies are texts of ../shared/data cut to 30 to
80 %, thinned, under other headlines, between the furniture of sites (`reprints/sites.toml`), with a tenth of the sentences moved, in
traditional characters, of two texts, reworded, or whole; others are accounts of one happening that share next to no words, texts that bring
one long quotation, stand on one site, follow each other up, or come from one template. Translated copies are articles of WMT22 beside their
translations; others are halves beside the other half's translation, the other article that shares most names and numbers, and pairs that
people judged. A source's texts are all in one half: develop on `dev`, measure on `test`. OUT holds texts of others and is never committed.
Same data and seed, same sets.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable
from pathlib import Path

from reprints import pairs, texts, translations

DATA = Path(__file__).parents[2] / "shared" / "data"
SHARE = 0.25
TEMPLATES = 12


def main(words: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(words)
    pool = texts.sources(options.data)
    for half in ("dev", "test"):
        chance = random.Random(f"{options.seed} {half}")
        mine = [text for text in pool if text.half == half]
        made = [*pairs.positives(mine, chance, SHARE), *pairs.versions(mine, chance), *pairs.negatives(mine, chance, SHARE)]
        made += pairs.templated(chance, TEMPLATES)
        write(options.out / f"reprints-{half}", made)
        crossing = [*translations.positives(mine, chance), *translations.negatives(mine, chance)]
        write(options.out / f"translated-{half}", [*crossing, *translations.judged(options.data, half)])


def write(folder: Path, rows: Iterable[pairs.Pair]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (folder / "pairs.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{folder}: {len(lines)} pairs")


if __name__ == "__main__":
    main()
