"""How the cost of every pattern grows with the length of hostile lines: a pattern that takes more than its share is named.

The patterns are those of `languages/*/*.toml` (strings under keys that hold patterns) and the compiled ones of `dragoman.extract` and
`dragoman.text`. Each is asked as the code asks it (whole, from the start, anywhere) in lines made of repeated pieces, of the greatest
length that the code gives it. A pattern is over the bound where one line costs more than `--milliseconds`; it is stopped there, so that
a run ends within minutes. Exit 1 where there is one.

    python benchmarks/patterns.py [--milliseconds N]
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from types import FrameType
from typing import Any

import dragoman.extract
import dragoman.text
from dragoman import languages
from dragoman.extract.who import grammar

# Code points that a pattern gets to see at most, and how it is asked, by a word in its name; the first that fits counts.
ASKED: tuple[tuple[str, int, str], ...] = (
    (".line.patterns", 200, "fullmatch"),
    (".byline.patterns", 160, "fullmatch"),
    (".byline.inside", 160, "search"),
    (".contributor.patterns", 400, "match"),
    (".contributor.", 160, "search"),
    (".names.", 160, "fullmatch"),
    (".origin.text", 260, "search"),
    (".origin.", 400, "search"),
    (".dateline.", 400, "match"),
    ("debris._CODE", 600, "fullmatch"),
    ("", 600, "search"),
)
PIECES = (
    *(
        "a",
        "A ",
        "1",
        "1 ",
        "a1",
        "A.",
        "By ",
        "2022-01-12 ",
        "1.1.",
        "(",
        "((a",
        "[",
        "<a ",
        "  ",
        "— ",
        "- ",
        "/",
        "记",
        "记者",
        "来源：",
    ),
    *("年1月", "А ", "ФОТО ", "A b, ", "and ", "A B and ", ":", "：", "© 20", "a@", "“", "d'", "PARIS ("),
)


class LateError(Exception):
    """A pattern took longer than it may."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--milliseconds", type=float, default=20.0)
    options = parser.parse_args()
    signal.signal(signal.SIGVTALRM, _late)
    seen = over = 0
    for name, pattern in patterns():
        seen += 1
        length, how = next((length, how) for word, length, how in ASKED if word in name)
        worst, piece = max((spent(pattern, piece, length, how, options.milliseconds), piece) for piece in PIECES)
        if worst > options.milliseconds:
            over += 1
            times = [f"{spent(pattern, piece, length // part, how, 5 * options.milliseconds):.1f}" for part in (4, 2, 1)]
            said = f"{' / '.join(times)} ms at a quarter, a half, the whole of {length} x {piece!r}"
            print(f"{name} ({how}): {said}: {pattern.pattern[:120]}", flush=True)
    print(f"{over} of {seen} patterns over {options.milliseconds} ms")
    return int(over > 0)


def _late(_signal: int, _frame: FrameType | None) -> None:
    raise LateError


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for code, table in sorted(languages.tables("furniture").items()):
        for path, value in _strings(table, code):
            if "pattern" in path or path.endswith((".inside", ".alone", ".last", ".text", ".cut", ".day")):
                yield path, re.compile(grammar.filled(value, table), re.IGNORECASE)
    for package in (dragoman.extract, dragoman.text):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for name, value in sorted(vars(importlib.import_module(module.name)).items()):
                found = value if isinstance(value, tuple) else (value,)
                yield from ((f"{module.name}.{name}", one) for one in found if isinstance(one, re.Pattern) and isinstance(one.pattern, str))


def _strings(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, path)


def spent(pattern: re.Pattern[str], piece: str, length: int, how: str, most: float) -> float:
    """Milliseconds to ask a pattern about a line that ends in what no pattern expects; a little over `most` where it is stopped."""
    line = (piece * (length // len(piece) + 1))[:length] + "\u0001"
    began = time.process_time()
    with suppress(LateError):
        signal.setitimer(signal.ITIMER_VIRTUAL, (most + 2) / 1000)
        getattr(pattern, how)(line)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return 1000 * (time.process_time() - began)


if __name__ == "__main__":
    sys.exit(main())
