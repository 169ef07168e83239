"""Fits what the vectors of each language have in common, which the embedder e5 takes away (providers/embed/means.py).

    python quality/fit_means.py [--out FILE] [SET ...]

A SET is a folder with `articles.jsonl` {language, title, text}; by default those in `quality/stories` that are no held-out part: headlines
and articles written for this project. The vectors are made as in the pipeline, of title and lead. The file belongs to the version
of the embedder: with a new file its version rises, and desks read again.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from dragoman.evaluation.sets import lead, records
from dragoman.providers.embed import means
from dragoman.providers.embed.e5 import E5

STORIES = Path(__file__).parent / "stories"
OUT = Path(means.__file__).parent / "e5.means"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("sets", nargs="*", type=Path, default=sorted(path for path in STORIES.glob("*") if not path.name.endswith("-held")))
    options = parser.parse_args()
    texts = [(doc["language"], lead(doc)) for folder in options.sets for doc in records(str(folder), "articles.jsonl")]
    options.out.write_bytes(means.packed(means.fitted(vectors(texts))))
    sizes = Counter(language for language, _ in texts)
    sys.stdout.write(f"{options.out}: " + ", ".join(f"{code} {count}" for code, count in sizes.most_common()) + "\n")


def vectors(texts: list[tuple[str, str]]) -> dict[str, means.Vector]:
    """Vectors as the model gives them, by language; each text once."""
    e5, found = E5(), defaultdict(list)
    for language, text in dict.fromkeys(texts):
        found[means.primary(language)].append(e5.raw(text))
    return {language: np.stack(rows) for language, rows in found.items()}


if __name__ == "__main__":
    main()
