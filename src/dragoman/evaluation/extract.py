"""Scores of the reading of pages: body text, publication dates, bylines. A set is a folder with `pages/<id>.html.gz` and `gold.jsonl`;
other extractors read the same pages, decoded the same way, in the same run."""

from __future__ import annotations

import gzip
import re
import time
import unicodedata
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import trafilatura
from msgspec import Struct

from dragoman.errors import DragomanError, ExtractError, PartError
from dragoman.evaluation import Parts, Score
from dragoman.evaluation.sets import by_language, prf, records
from dragoman.evaluation.shapes import PageRecord
from dragoman.registry import Table

PEERS = Table("peers", {"readability-lxml": "readability:Document"})
GRAM = 4
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.I)
Figures = dict[str, float]


class Got(Struct, frozen=True):
    """What an extractor made of one page; all empty where it failed."""

    title: str = ""
    text: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    failed: bool = False


class Case(Struct, frozen=True):
    """A gold record with what was extracted for it."""

    gold: dict[str, Any]
    got: Got


Extractor = Callable[[bytes, str | None], Got]


class Extract:
    """`f1 precision recall exact` over 4-gram shingles where the gold has a text (means over pages), `segment_f1` with its precision and
    recall where it has pieces to keep and to leave out, else the share of `plausible` pages; `failures` counts pages without result; where
    the gold has titles, `title` is the share of them that were found, marks and case aside."""

    name = "extract"

    def score(self, folder: str, parts: Parts) -> Score:
        """Raises `DragomanError` where the folder is no such set."""
        return _score(self.name, folder, parts, _bodies, {"trafilatura": with_trafilatura, "readability-lxml": _readability})


class Dates:
    """`accuracy`: days right or rightly unknown, of all pages; `precision`: days right, of those given; `coverage`: days given, of
    the pages that have one; `right_or_unknown`: days right, or none given, of all pages; `invented`: pages that got a day but have
    none. A month or a year is no day.
    A set (or language) without any date in its gold has only `given`, the share of pages that got one."""

    name = "dates"

    def score(self, folder: str, parts: Parts) -> Score:
        """Raises `DragomanError` where the folder is no such set."""
        return _score(self.name, folder, parts, _dates, {"trafilatura": with_trafilatura})


class Bylines:
    """`f1` (with precision and recall) of author names over all pages whose authors are known, by exact match without case; `invented`
    counts pages that got an author but name none. A set (or language) that names no author at all has only `given`, the share of pages that
    got one."""

    name = "bylines"

    def score(self, folder: str, parts: Parts) -> Score:
        """Raises `DragomanError` where the folder is no such set."""
        return _score(self.name, folder, parts, _bylines, {"trafilatura": with_trafilatura})


def _score(task: str, folder: str, parts: Parts, measure: Callable[[Sequence[Case]], Figures], peers: dict[str, Extractor | None]) -> Score:
    golds = records(folder, "gold.jsonl", PageRecord)
    began = time.perf_counter()
    cases = _run(folder, golds, lambda body, url: _ours(parts, body, url))
    seconds = time.perf_counter() - began
    others = {name: measure(_run(folder, golds, peer)) for name, peer in peers.items() if peer is not None and _installed(name)}
    languages = by_language(cases, lambda case: str(case.gold.get("language") or "und"), measure)
    return Score(task, Path(folder).name, len(golds), measure(cases), languages, others, round(seconds, 3))


def _run(folder: str, golds: Sequence[dict[str, Any]], extractor: Extractor) -> list[Case]:
    return [Case(gold, extractor(page_of(folder, gold["id"]), gold.get("url"))) for gold in golds]


def page_of(folder: str, page: str) -> bytes:
    """The bytes of a page of a set. Raises `DragomanError` naming one that cannot be read."""
    packed = Path(folder) / "pages" / f"{page}.html.gz"
    try:
        return gzip.decompress(packed.read_bytes()) if packed.is_file() else packed.with_suffix("").read_bytes()
    except (OSError, EOFError, zlib.error) as error:
        raise DragomanError(f"{packed}: the page of record {page!r} cannot be read: {error}") from error


def _ours(parts: Parts, body: bytes, url: str | None) -> Got:
    try:
        article = parts.extract(body, url)
    except ExtractError:
        return Got(failed=True)
    return Got(article.title, article.text, article.published.value or "", article.authors)


def _bodies(cases: Sequence[Case]) -> Figures:
    return {**_texts(cases), **_titles(cases)}


def _titles(cases: Sequence[Case]) -> Figures:
    titled = [case for case in cases if case.gold.get("title")]
    return {"title": _mean([tokens(case.got.title) == tokens(case.gold["title"]) for case in titled])} if titled else {}


def _texts(cases: Sequence[Case]) -> Figures:
    failures = float(sum(1 for case in cases if case.got.failed))
    if any(case.gold.get("text") for case in cases):
        rows = [shingles(case.got.text, case.gold["text"]) for case in cases if case.gold.get("text")]
        means = {name: _mean([row[place] for row in rows]) for place, name in enumerate(("precision", "recall", "f1"))}
        return {**means, "exact": _mean([row[2] == 1.0 for row in rows]), "failures": failures}
    if any(case.gold.get("with") for case in cases):
        hits = sum(_found(piece, case.got.text) for case in cases for piece in case.gold.get("with") or ())
        wrong = sum(_found(piece, case.got.text) for case in cases for piece in case.gold.get("without") or ())
        wanted = sum(len(case.gold.get("with") or ()) for case in cases)
        precision, recall, f1 = prf(hits, hits + wrong, wanted)
        return {"segment_f1": f1, "precision": precision, "recall": recall, "failures": failures}
    plausible = _mean([len(tokens(case.got.text)) >= 40 and 4 <= len(case.got.title) <= 120 for case in cases])
    return {"plausible": plausible, "failures": failures}


def _dates(cases: Sequence[Case]) -> Figures:
    golds = [(_day(str(case.gold.get("published") or "")), _day(case.got.published)) for case in cases]
    right = sum(1 for gold, got in golds if gold and got == gold)
    given = sum(1 for _, got in golds if got)
    dated = sum(1 for gold, _ in golds if gold)
    if not dated and len(golds) > 1:
        return {"given": given / len(golds)}
    return {
        "accuracy": _mean([got == gold for gold, got in golds]),
        "precision": right / given if given else 0.0,
        "coverage": sum(1 for gold, got in golds if gold and got) / dated if dated else 0.0,
        "right_or_unknown": _mean([got in (gold, "") for gold, got in golds]),
        "invented": float(sum(1 for gold, got in golds if got and not gold)),
    }


def _day(stamp: str) -> str:
    """The day of a date; one that gives but the month or the year gives no day."""
    return stamp[:10] if len(stamp) >= 10 else ""


def _bylines(cases: Sequence[Case]) -> Figures:
    known = [case for case in cases if case.gold.get("authors") is not None]
    if not known or (len(cases) > 1 and not any(case.gold["authors"] for case in known)):
        return {"given": _mean([bool(case.got.authors) for case in cases])}
    pairs = [({_name(name) for name in case.gold["authors"]}, {_name(name) for name in case.got.authors}) for case in known]
    hits = sum(len(gold & got) for gold, got in pairs)
    precision, recall, f1 = prf(hits, sum(len(got) for _, got in pairs), sum(len(gold) for gold, _ in pairs))
    return {"f1": f1, "precision": precision, "recall": recall, "invented": float(sum(1 for gold, got in pairs if got and not gold))}


def tokens(text: str) -> list[str]:
    """Words, and each character of scripts without spaces; marks, case and compatibility forms do not count."""
    return _TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())


def shingles(text: str, gold: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the runs of four tokens, counted with repetition (the measure of the article-extraction benchmark of
    Zyte); a shorter text is one run."""
    got, want = (_runs(tokens(words)) for words in (text, gold))
    hits = sum((got & want).values())
    return prf(hits, sum(got.values()), sum(want.values()))


def _runs(words: list[str]) -> Counter[tuple[str, ...]]:
    if not words:
        return Counter()
    return Counter(tuple(words[place : place + GRAM]) for place in range(max(1, len(words) - GRAM + 1)))


def _found(piece: str, text: str) -> bool:
    return " ".join(piece.split()) in " ".join(text.split())


def _name(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _installed(name: str) -> bool:
    """Whether a peer can be had: one that has a table entry is of the benchmarks only and need not be installed."""
    try:
        return name not in PEERS or PEERS.load(name) is not None
    except PartError:
        return False


def decoded(body: bytes) -> str:
    """A page as text, as the peers get it: decoded as a careful user would: UTF-8 where valid, else as declared, else as gb18030."""
    declared = _META.search(body[:4096])
    label = declared.group(1).decode("ascii").lower() if declared else "gb18030"
    for codec in ("utf-8-sig", "gb18030" if label.startswith("gb") else label, "gb18030"):
        try:
            return body.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
    return body.decode("gb18030" if label.startswith("gb") else "utf-8", "replace")


def with_trafilatura(body: bytes, url: str | None) -> Got:
    """trafilatura with its default settings."""
    found: Any = trafilatura.bare_extraction(decoded(body), url=url, with_metadata=True, include_comments=False)
    if found is None:
        return Got(failed=True)
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return Got(found.title or "", found.text or "", found.date or "", authors)


def _readability(body: bytes, url: str | None) -> Got:
    document = PEERS.load("readability-lxml")(decoded(body))
    try:
        html = document.summary()
    except ValueError:
        return Got(failed=True)
    return Got(document.short_title(), trafilatura.html2txt(html), "", ())
