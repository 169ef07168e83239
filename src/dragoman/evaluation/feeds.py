"""Reading of feeds, scored on a folder of feed files with `expected.json`: file to {description, expect, headers}; a folder of web
archives is scored by `evaluation.archives`."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import msgspec

from dragoman.errors import DragomanError
from dragoman.evaluation import Parts, Score, archives
from dragoman.evaluation.expressions import ExpressionError, holds

SERVER = "http://127.0.0.1:8097/"
"""Where feedparser's own test server stands: its expectations name it."""

feedparser_parse: Callable[..., Any] = feedparser.parse  # type: ignore[attr-defined]


class Feeds:
    """`agreement`: share of the expectations that hold of the feed as read by the parser that the feed source uses; `crashes` counts
    files that made it raise, `unread` expectations written in a way that is not known here (they count as not met). Web archives are
    scored by `archives.score`."""

    name = "feeds"

    def score(self, folder: str, parts: Parts) -> Score:
        """Raises `DragomanError` where the folder is no such set."""
        if archives.files(folder) and not (Path(folder) / "expected.json").is_file():
            return archives.score(self.name, folder, parts)
        expected = _expected(folder)
        started = time.perf_counter()
        met, crashes, unread = 0, 0, 0
        for name, case in sorted(expected.items()):
            try:
                held = _names((Path(folder) / name).read_bytes(), case.get("headers") or [])
                met += holds(case["expect"], held)
            except ExpressionError:
                unread += 1
            except OSError as error:
                raise DragomanError(f"{Path(folder) / name} cannot be read: {error}") from error
            except Exception:  # noqa: BLE001 - a crash of the parser on a hostile file is what is counted here
                crashes += 1
        count = max(1, len(expected))
        metrics = {"agreement": met / count, "crashes": float(crashes), "unread": float(unread)}
        return Score(self.name, Path(folder).name, len(expected), metrics, seconds=round(time.perf_counter() - started, 3))


def _expected(folder: str) -> dict[str, dict[str, Any]]:
    file = Path(folder) / "expected.json"
    if not file.is_file():
        raise DragomanError(f"{file} is missing; feeds scores RSS and Atom files with their expectations, and web archives (WARC)")
    try:
        expected = msgspec.json.decode(file.read_bytes(), type=dict[str, dict[str, Any]])
    except msgspec.DecodeError as error:
        raise DragomanError(f"{file}: {error}") from error
    if not any(isinstance(case.get("expect"), str) for case in expected.values()):
        raise DragomanError(
            f"{file} is of subscription lists (OPML), which the desk does not read; feeds scores RSS and Atom files, "
            "whose expectations are single expressions"
        )
    return {name: case for name, case in expected.items() if isinstance(case.get("expect"), str)}


def _names(body: bytes, headers: list[str]) -> Mapping[str, Any]:
    """What an expectation may speak of: the parser's result, its fields as names."""
    result = feedparser_parse(BytesIO(body), response_headers=_sent(headers))
    return {**result, "bozo": result.get("bozo", False)}


def _sent(headers: list[str]) -> dict[str, str]:
    """The headers that a file is served with: those given, an XML type and an address (which relative links start from) where they lack
    one. Pages that the desk fetches have both."""
    sent = {key.strip().lower(): value.strip() for key, _, value in (line.partition(":") for line in headers)}
    place = urljoin(SERVER, sent.get("content-location", ""))
    return {"content-type": "application/xml", **sent, "content-location": place if place.startswith("http") else SERVER}
