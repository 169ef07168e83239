"""What is learned of the furniture of made-up sites, and what learning costs.

Sites of several sizes are made up, some in a script without spaces: pages of invented words with lines that are furniture (at the head, at
the foot, between paragraphs; fragments and sentences; on all pages or on some) and with lines that recur and are none (notices of the
newsroom, subheads, slogans in quotation marks, datelines, market tables, versions of one text). Prints precision and recall over the lines
removed, by kind, and milliseconds an article for counting, learning and cleaning.

    python benchmarks/furniture.py [--sites N] [--seed N] [--json]
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

from dragoman.extract.lines.learned import LEARNED, clean, learn, observe, rules
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.ids import article_id
from dragoman.store.memory import Memory

SIZES = (5, 10, 20, 50, 150)
SYLLABLES = (
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "je",
    "ki",
    "lo",
    "mu",
    "na",
    "pe",
    "qui",
    "ro",
    "su",
    "ta",
    "ve",
    "wi",
    "xo",
    "ya",
    "zen",
    "stra",
)
HAN = [chr(0x4E00 + 37 * number) for number in range(500)]

Line = tuple[str, str]  # the text and its kind; kinds that begin with "real" are no furniture


class Site:
    """A made-up site: its words, and which lines recur how often."""

    def __init__(self, number: int, seed: int) -> None:
        self.chance = random.Random(f"{seed} {number}")
        self.spaced = number % 3 != 2
        self.pages = SIZES[number % len(SIZES)]
        self.name = f"site{number}.example"
        self.words = [self._word() for _ in range(2_000)]
        share = self.chance.uniform
        one, some = self.fragment, self.sentence
        self.fixed: list[tuple[str, str, float, str]] = [
            ("fragment between", one(), share(0.3, 1), "middle"),
            ("sentence between", some(), share(0.5, 1), "middle"),
            ("fragment at the foot", one(), share(0.2, 1), "foot"),
            ("sentence at the foot", some(), share(0.3, 1), "foot"),
            ("fragment at the head", one(), share(0.2, 1), "head"),
            ("rare fragment at the foot", one(), share(0.05, 0.15), "foot"),
            ("real notice", some(), share(0.02, 0.08), "foot"),
            ("real notice", some(), share(0.02, 0.15), "middle"),
            ("real subhead", one(), share(0.03, 0.12), "middle"),
            ("real speech", f"“{some()}”", share(0.02, 0.2), "middle"),
        ]
        self.dateline, self.clock = one().upper(), one()
        self.market = [one() for _ in range(6)]

    def _word(self) -> str:
        size = self.chance.choice((1, 2, 2, 3))
        return "".join(self.chance.choice(SYLLABLES if self.spaced else HAN) for _ in range(size))

    def _some(self, count: int) -> str:
        return (" " if self.spaced else "").join(self.chance.choice(self.words) for _ in range(count))

    def fragment(self) -> str:
        return self._some(self.chance.randint(2, 6))

    def sentence(self) -> str:
        return self._some(self.chance.randint(5, 16)) + ("." if self.spaced else "。")

    def paragraph(self) -> str:
        return (" " if self.spaced else "").join(self.sentence() for _ in range(self.chance.randint(1, 4)))

    def page(self, number: int, before: list[list[Line]]) -> list[Line]:
        chance = self.chance
        if before and chance.random() < 0.06:  # a new version of an older page
            text = [line for line in chance.choice(before) if line[1] == "text"]
            text.insert(0, (self.paragraph(), "text"))
        elif chance.random() < 0.08:
            prices = [(f"{name} {chance.randint(10, 9000)}.{chance.randint(0, 99)}", "real market") for name in self.market]
            text = [(self.paragraph(), "text"), *prices]
        else:
            text = [(self.paragraph(), "text") for _ in range(chance.randint(3, 12))]
        for kind, line, share, place in self.fixed:
            if chance.random() < share:
                at = {"head": 0, "foot": len(text), "middle": chance.randint(1, max(1, len(text) - 1))}[place]
                text.insert(at, (line, kind))
        if chance.random() < 0.1:
            text.insert(0, (f"{self.dateline}, {chance.randint(1, 28)}", "real dateline"))
        text.insert(
            0,
            (
                f"{self.clock} {chance.randint(1, 28)}.{chance.randint(1, 12)}.2023 {chance.randint(10, 23)}:{chance.randint(10, 59)}",
                "clock at the head",
            ),
        )
        return text


def article(site: Site, number: int, lines: list[Line]) -> Article:
    """The article of these lines."""
    text, day = "\n\n".join(line for line, _ in lines), f"2023-04-{1 + number % 28:02}"
    url, title, source = f"https://{site.name}/{number}", f"Page {number}", SourceRef(site.name, site.name)
    published = Published(day, "day", "made up", day, day)
    evidence = LanguageEvidence("made up", 1.0)
    return Article(article_id(url, title, text), url, source, title, text, "en", evidence, published=published, template="t")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sites", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    seconds: dict[str, float] = defaultdict(float)
    seen: Counter[str] = Counter()
    gone: Counter[str] = Counter()
    pages = 0
    for number in range(options.sites):
        pages += _site(Site(number, options.seed), seconds, seen, gone)
    real = [kind for kind in seen if kind.startswith("real") or kind == "text"]
    furniture = [kind for kind in seen if kind not in real]
    right, wrong = sum(gone[kind] for kind in furniture), sum(gone[kind] for kind in real)
    result = {
        "sites": options.sites,
        "pages": pages,
        "precision": round(right / max(1, right + wrong), 4),
        "recall": round(right / sum(seen[kind] for kind in furniture), 4),
        "by_kind": {kind: {"lines": seen[kind], "removed": round(gone[kind] / seen[kind], 4)} for kind in sorted(seen)},
        "ms_per_article": {stage: round(1000 * value / pages, 3) for stage, value in seconds.items()},
    }
    if options.json:
        sys.stdout.write(json.dumps(result) + "\n")
        return
    sys.stdout.write(f"{pages} pages of {options.sites} sites: precision {result['precision']}, recall {result['recall']}\n")
    for kind in sorted(seen):
        sys.stdout.write(f"  {kind:<28} {seen[kind]:>6} lines, {gone[kind] / seen[kind]:6.1%} removed\n")
    sys.stdout.write(f"ms an article: {result['ms_per_article']}\n")


def _site(site: Site, seconds: dict[str, float], seen: Counter[str], gone: Counter[str]) -> int:
    pages: list[list[Line]] = []
    for number in range(site.pages):
        pages.append(site.page(number, pages))
    articles = [article(site, number, lines) for number, lines in enumerate(pages)]
    store = Memory()
    observed = _timed(seconds, "observe", lambda: [observe(one) for one in articles])
    _timed(seconds, "count", lambda: store.observe(observed))
    _timed(seconds, "learn", lambda: store.learn(site.name, learn(site.name, store.counts(site.name, 3))))
    known = rules(store.learned())
    cleaned = _timed(seconds, "clean", lambda: [clean(one, known) for one in articles])
    for lines, one in zip(pages, cleaned, strict=True):
        removed = Counter(line.text for line in one.removed if line.reason.startswith(LEARNED))
        for text, kind in lines:
            seen[kind] += 1
            gone[kind] += removed[text] > 0
            removed[text] -= 1
    store.close()
    return len(pages)


def _timed(seconds: dict[str, float], stage: str, work: Callable[[], Any]) -> Any:
    started = time.perf_counter()
    made = work()
    seconds[stage] += time.perf_counter() - started
    return made


if __name__ == "__main__":
    main()
