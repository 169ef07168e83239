"""How the cost of every pattern grows with the length of hostile lines: a pattern that takes more than its share is named.

The patterns are those of `languages/*/*.toml` (strings under keys that hold patterns) and the compiled ones of `dragoman.extract` and
`dragoman.text`. Each is searched in lines made of repeated pieces, at the greatest length that such lines have, and at half and a quarter
of it; a pattern is over the bound where one line costs more than `--milliseconds`. Exit 1 where there is one.

    python benchmarks/patterns.py [--milliseconds N] [--length N]
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Iterator
from typing import Any

import dragoman.extract
import dragoman.text
from dragoman import languages

# Lines longer than this are no furniture, and no other pattern for lines sees them.
LENGTH = 600
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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--milliseconds", type=float, default=20.0)
    parser.add_argument("--length", type=int, default=LENGTH)
    options = parser.parse_args()
    seen = over = 0
    for name, pattern in patterns():
        seen += 1
        whole = ".line.patterns" in name
        worst, piece = max((spent(pattern, piece, options.length, whole), piece) for piece in PIECES)
        if worst > options.milliseconds:
            over += 1
            times = [f"{spent(pattern, piece, options.length // part, whole):.1f}" for part in (4, 2, 1)]
            print(
                f"{name}: {' / '.join(times)} ms at a quarter, a half, the whole of {options.length} x {piece!r}: {pattern.pattern[:120]}"
            )
    print(f"{over} of {seen} patterns over {options.milliseconds} ms on a line of {options.length} characters")
    return int(over > 0)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for code, table in sorted(languages.tables("furniture").items()):
        for path, value in _strings(table, code):
            if "pattern" in path or path.endswith((".inside", ".alone", ".last", ".text", ".cut", ".day")):
                yield path, re.compile(value, re.IGNORECASE)
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


def spent(pattern: re.Pattern[str], piece: str, length: int, whole: bool) -> float:
    """Milliseconds to look for a pattern all over a line that ends in what no pattern expects, or (`whole`) to compare the line with it."""
    line = (piece * (length // len(piece) + 1))[:length] + "\u0001"
    began = time.process_time()
    pattern.fullmatch(line) if whole else pattern.search(line)
    return 1000 * (time.process_time() - began)


if __name__ == "__main__":
    sys.exit(main())
