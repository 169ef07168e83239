"""Reading of web archives, scored on a folder of WARC and ARC files, whole and broken, beside warcio's own iterator in the same run."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from dragoman.evaluation import Parts, Score
from dragoman.model.ids import digest
from dragoman.model.problem import Problem

_iterate: Any = ArchiveIterator
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
Found = Counter[tuple[str, str]]


def files(folder: str) -> list[Path]:
    """The archives of a folder, sorted."""
    return sorted(path for path in Path(folder).glob("*.*arc*") if path.is_file())


def score(task: str, folder: str, parts: Parts) -> Score:
    """`pages` read, `problems` told, `crashes` (files on which the reader raised); `agreement`: of the pages in files that warcio reads to
    their end, the share that is read here too, byte for byte. The peer's `crashes` are files that it gave up."""
    started = time.perf_counter()
    held = files(folder)
    same = asked = pages = problems = crashes = theirs = given_up = 0
    for file in held:
        peer, whole = _peer(file)
        theirs += peer.total()
        given_up += not whole
        asked += peer.total() if whole else 0
        try:
            ours, told = _ours(file, parts)
        except Exception:  # noqa: BLE001 - a crash on a broken archive is what is counted here
            crashes += 1
            continue
        pages += ours.total()
        problems += told
        same += (ours & peer).total() if whole else 0
    metrics = {"agreement": same / asked if asked else 0.0, "pages": float(pages), "problems": float(problems), "crashes": float(crashes)}
    peers = {"warcio": {"pages": float(theirs), "crashes": float(given_up)}}
    return Score(task, Path(folder).name, len(held), metrics, peers=peers, seconds=round(time.perf_counter() - started, 3))


def _ours(file: Path, parts: Parts) -> tuple[Found, int]:
    """What the desk reads, and how many problems it tells of."""
    found: Found = Counter()
    problems = 0
    for page in parts.pages(str(file)):
        if isinstance(page, Problem):
            problems += page.reason != "empty archive"
        else:
            found[page.url, digest(page.body)] += 1
    return found, problems


def _peer(file: Path) -> tuple[Found, bool]:
    """What warcio reads, and whether it came to the end."""
    found: Found = Counter()
    try:
        with file.open("rb") as raw:
            for url, body in _records(raw):
                found[url, digest(body)] += 1
    except Exception:  # noqa: BLE001 - warcio raises its own errors, and others, on broken files
        return found, False
    return found, True


def _records(raw: Any) -> Iterator[tuple[str, bytes]]:
    for record in _iterate(raw, arc2warc=True):
        headers = record.http_headers if record.rec_type == "response" else record.rec_headers
        kind = str(headers.get_header("Content-Type") or "") if headers is not None else ""
        status = str(record.http_headers.get_statuscode() or "") if record.rec_type == "response" and record.http_headers else "200"
        url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>").replace(" ", "%20")
        wanted = record.rec_type in ("response", "resource") and status.startswith("2") and url.startswith(("http://", "https://"))
        body = record.content_stream().read()
        if wanted and kind.partition(";")[0].strip().lower() in _PAGES:
            yield url, body
