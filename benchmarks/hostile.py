"""Hostile pages: each must end within the budget, with an article or a reason, and without much memory.

Prints for each kind of page the seconds of one core and what became of it. Exit 1 where a page takes longer than the budget.

    python benchmarks/hostile.py [--budget SECONDS]
"""

from __future__ import annotations

import argparse
import resource
import sys
import time

from dragoman.errors import ExtractError, FetchError
from dragoman.extract import extract
from dragoman.fetch.encoding import decide
from dragoman.model.page import Page

WORDS = b"<p>The ministers met in the capital on Tuesday and agreed to meet again before the end of the month.</p>"
PAGES = {
    "100,000 elements deep": b"<html><body>" + b"<div>" * 100_000 + b"text" + b"</div>" * 100_000,
    "10,000 open formatting elements": b"<html><body>" + b"<b><i>" * 5_000 + WORDS,
    "200,000 attributes": b"<html><body><p " + b'a="b" ' * 200_000 + b">" + WORDS,
    "one attribute of 10 MB": b'<html><body><p a="' + b"x" * 10_000_000 + b'">' + WORDS,
    "200,000 entities, encoded twice": b"<html><body><p>" + b"&amp;lt;" * 200_000 + b"</p>" + WORDS,
    "comment that never ends": b"<html><body>" + WORDS + b"<!--" + b"-" * 2_000_000,
    "20,000 paragraphs": b"<html><body><article>" + WORDS * 20_000,
    "5,000 nested tables": b"<table><tr><td>" * 5_000 + WORDS,
    "script of 10 MB": b"<html><body><script>" + b"var a = '<p>';" * 700_000 + b"</script>" + WORDS,
    "line of 2 MB": b"The ministers met " * 110_000,
    "500,000 empty lines": b"\n" * 500_000 + WORDS,
    "brackets": b"[[((" * 200_000,
    "quotes": "“".encode() * 200_000,
    "digits": b"1" * 1_000_000,
    "dates": b"2022-01-12 " * 90_000,
    "dashes": "BRUSSELS — ".encode() * 90_000,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--budget", type=float, default=2.0)
    budget = parser.parse_args().budget
    extract(Page("u", "u", b"<html><body><article>" + WORDS * 3 + b"</article></body></html>", "utf-8"))  # warm-up
    late = 0
    for name, body in PAGES.items():
        started = time.process_time()
        try:
            made = f"an article of {len(extract(Page('u', 'u', body, decide(body))).text)} characters"
        except (ExtractError, FetchError) as error:
            made = f"refused: {error}"
        seconds = time.process_time() - started
        late += seconds > budget
        print(f"{'LATE ' if seconds > budget else '     '}{seconds:6.2f} s  {name}: {made[:90]}")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return int(late > 0)


if __name__ == "__main__":
    sys.exit(main())
