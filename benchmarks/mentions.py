"""What mentions and linking cost on articles of 3,000 characters, beside the bare tagger on the same texts in the same run.

Texts are the sample pages of a language put together and cut to 3,000 characters. Prints milliseconds an article (the median over
rounds, one process, one core, after a warm-up round that loads the models).

    python benchmarks/mentions.py [--rounds N] [--json]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

# One core is what is measured: model libraries start a thread for each core otherwise.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

from dragoman.annotate.mentions import Mentions
from dragoman.annotate.sentences import Sentences
from dragoman.annotate.taggers import tagger
from dragoman.desk import Desk
from dragoman.link.aliases import Aliases
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading

SAMPLES = Path(__file__).parents[1] / "samples"
LANGUAGES = ("zh", "en", "ru")
CHARACTERS = 3000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result = {language: measured(text, language, options.rounds) for language, text in texts().items()}
    if options.json:
        sys.stdout.write(json.dumps(result) + "\n")
        return
    for language, row in result.items():
        sys.stdout.write(f"{language}: " + ", ".join(f"{name} {value:.1f} ms" for name, value in row.items()) + "\n")


def texts() -> dict[str, str]:
    """Language to 3,000 characters of sample articles."""
    found: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    with Desk.open() as desk:
        for reading in desk.read([str(SAMPLES)]):
            article = getattr(reading, "article", None)
            if article is not None and article.language in found:
                found[article.language].append(article.text)
    return {language: ("\n".join(parts) * 4)[:CHARACTERS] for language, parts in found.items()}


def measured(text: str, language: str, rounds: int) -> dict[str, float]:
    """Median milliseconds of the bare tagger, of mentions (tagger included) and of linking."""
    evidence = LanguageEvidence("benchmark", 1.0)
    article = Article("a", "bench:a", SourceRef("b", "B"), "", text, language, evidence, published=Published("2022-01-12", "day"))
    cut = Sentences().annotate(Reading(article=article))
    named = Mentions().annotate(cut)
    steps: dict[str, Callable[[], Any]] = {
        "tagger alone": lambda: tagger(language).tag(text),
        "mentions": lambda: Mentions().annotate(cut),
        "linking": lambda: Aliases().annotate(named),
    }
    return {name: statistics.median(_timed(step) for _ in range(rounds + 1)) for name, step in steps.items()}


def _timed(step: Callable[[], Any]) -> float:
    started = time.perf_counter()
    step()
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main()
