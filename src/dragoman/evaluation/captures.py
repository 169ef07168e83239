"""Scores of the reading of text captures: the pages of the `extract` sets, rendered to text with all their furniture, as a person saves
them. The renderer follows `innerText` of the HTML standard and shares no code with the extraction, so that it cannot help it."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import babel
import justext
import lxml.html
from lxml import etree
from msgspec import Struct

from dragoman.errors import DragomanError
from dragoman.evaluation import Parts, Score
from dragoman.evaluation.extract import GRAM, Figures, decoded, page_of, tokens, with_trafilatura
from dragoman.evaluation.sets import by_language, prf, records
from dragoman.evaluation.shapes import PageRecord
from dragoman.model.article import Article

JUSTEXT: Any = justext  # a package without types
GOLD = "gold.jsonl"
# A line stands in a text when this share of its runs of four words does. Lines of fewer than four words, numbers aside (two characters of
# scripts without spaces are a word), are names, dates and buttons: they stand anywhere and are not asked after.
STANDS = 0.9
# Shorter sentences (words; characters of scripts without spaces) are not asked after: a name or a date stands anywhere.
SENTENCE = {True: 12, False: 8}
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_SENTENCES = re.compile('(?<=[。！？])|(?<=[.!?…]["”’»)])\\s+|(?<=[.!?…])\\s+|\n+')
_END = re.compile('[.!?…。！？]["”’»）)」』]*$')
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_UNSEEN = frozenset(
    re.findall(
        r"\w+", "script style noscript template head title svg math iframe object embed video audio canvas select textarea datalist map"
    )
)
_ONE_LINE = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
        h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol pre section summary table tbody tfoot thead tr ul""",
    )
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
Runs = frozenset[tuple[str, ...]]


def render(html: str) -> str:
    """The visible text of a page: blocks and `<br>` end lines, paragraphs stand apart by an empty line, cells of a row by a tab; white
    space is collapsed except in `<pre>`. Hidden elements, scripts, forms' values and embedded objects are left out. Empty where there is
    no element."""
    try:
        parser = lxml.html.HTMLParser(encoding=None, huge_tree=True, remove_comments=True, remove_pis=True)
        tree = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]{0,300}\?>", "", html.replace("\0", "")), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    lines = "".join(_pieces(tree)).split("\n")
    text = "\n".join(line.strip(" ") for line in lines)
    return re.sub("\n{3,}", "\n\n", text).strip("\n") + "\n"


def _pieces(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """Text in reading order. Walked with a stack of its own: pages nest deeper than Python recurses."""
    kept = 0
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        node, left = stack.pop()
        if left:
            kept -= node.tag == "pre"
            yield _mark(node, leaving=True)
            yield _words(node.tail, kept > 0)
            continue
        if not isinstance(node.tag, str) or node.tag in _UNSEEN or _hidden(node):
            yield _words(node.tail, kept > 0)
            continue
        yield _mark(node, leaving=False)
        kept += node.tag == "pre"
        yield _words(node.text, kept > 0)
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))


def _mark(node: Any, leaving: bool) -> str:
    if node.tag == "p":
        return "\n\n"
    if node.tag in ("td", "th"):
        return "\t" if leaving and node.getnext() is not None else ""
    return "\n" if node.tag in _ONE_LINE or (node.tag == "br" and not leaving) else ""


def _words(text: str | None, kept: bool) -> str:
    return "" if not text else text if kept else _SPACE.sub(" ", text)


def _hidden(node: Any) -> bool:
    return node.get("hidden") is not None or bool(_HIDDEN.search(node.get("style") or ""))


class Sheet(Struct, frozen=True):
    """A gold record with its capture and what was made of it: `text` is the body, `whole` title and body with its dateline put back."""

    gold: dict[str, Any]
    capture: str
    text: str
    whole: str
    failed: bool = False


class Captures:
    """Each page of an `extract` set rendered to text. Gold texts: `line_f1` with its precision and recall, means over pages of the lines
    of the capture that stand in the body (`letters_f1` weighs them by their length), `micro_f1` over all lines; gold pieces:
    `segment_f1`. `whole` is the share of pages that lost no sentence (or piece) of the gold; `failures` counts pages without result. A
    folder of sets is scored as one."""

    name = "captures"

    def score(self, folder: str, parts: Parts) -> Score:
        """Raises `DragomanError` where the folder is no such set."""
        rows = [
            (gold, render(decoded(page_of(home, gold["id"]))), home)
            for home in _homes(folder)
            for gold in records(home, GOLD, PageRecord)
            if gold.get("text") or gold.get("with")
        ]
        began = time.perf_counter()
        ours = [sheet_of(lambda body: parts.extract(body, None), gold, capture) for gold, capture, _ in rows]
        seconds = time.perf_counter() - began
        peers = {
            "every line": [Sheet(gold, capture, capture, capture) for gold, capture, _ in rows],
            "justext": [_alone(gold, capture, _justext(capture, gold.get("language") or "")) for gold, capture, _ in rows],
            "trafilatura on the HTML": [
                _alone(gold, capture, with_trafilatura(page_of(home, gold["id"]), gold.get("url")).text) for gold, capture, home in rows
            ],
        }
        languages = by_language(ours, lambda sheet: str(sheet.gold.get("language") or "und"), measure)
        others = {name: measure(sheets) for name, sheets in peers.items()}
        return Score(self.name, Path(folder).name, len(rows), measure(ours), languages, others, round(seconds, 3))


def _homes(folder: str) -> list[str]:
    """The folder itself, or the sets in it."""
    if (Path(folder) / GOLD).is_file():
        return [folder]
    return [str(path.parent) for path in sorted(Path(folder).glob(f"*/{GOLD}"))] or [folder]


def sheet_of(read: Callable[[bytes], Article], gold: dict[str, Any], capture: str) -> Sheet:
    """What `read` makes of a capture."""
    try:
        article = read(capture.encode())
    except DragomanError:
        return Sheet(gold, capture, "", "", failed=True)
    whole = article.text
    for removed in reversed(article.removed):
        if removed.kind == "dateline":
            whole = f"{whole[: removed.at]}{removed.text} {whole[removed.at :]}"
    return Sheet(gold, capture, article.text, f"{article.title}\n{whole}")


def _alone(gold: dict[str, Any], capture: str, text: str) -> Sheet:
    return Sheet(gold, capture, text, text, failed=not text)


def _justext(capture: str, language: str) -> str:
    """jusText (Pomikálek 2011) on the lines as paragraphs, with its list of function words where it has one for the language."""
    paragraphs = "".join(f"<p>{line.replace('&', '&amp;').replace('<', '&lt;')}</p>" for line in capture.splitlines() if line.strip())
    try:
        name = babel.Locale.parse(language).get_language_name("en")
    except (babel.UnknownLocaleError, ValueError):
        name = None
    known = name in JUSTEXT.get_stoplists()
    words: Collection[str] = JUSTEXT.get_stoplist(name) if known else frozenset()
    limits = {} if known else {"stopwords_low": 0, "stopwords_high": 0}
    if not paragraphs:
        return ""
    return "\n".join(one.text for one in JUSTEXT.justext(paragraphs, words, **limits) if not one.is_boilerplate)


def measure(sheets: Sequence[Sheet]) -> Figures:
    """The figures of these pages."""
    figures = {"whole": _mean([not lost(sheet) for sheet in sheets]), "failures": float(sum(1 for sheet in sheets if sheet.failed))}
    counts = [lines_of(sheet) for sheet in sheets if sheet.gold.get("text")]
    if counts:
        rows = [prf(*lines) for lines, _ in counts]
        figures |= {name: _mean([row[place] for row in rows]) for place, name in enumerate(("line_precision", "line_recall", "line_f1"))}
        figures["letters_f1"] = _mean([prf(*letters)[2] for _, letters in counts])
        figures["micro_f1"] = prf(*(sum(column) for column in zip(*(lines for lines, _ in counts), strict=True)))[2]
    pieces = [pieces_of(sheet) for sheet in sheets if not sheet.gold.get("text")]
    if pieces:
        figures["segment_precision"], figures["segment_recall"], figures["segment_f1"] = prf(
            *(sum(column) for column in zip(*pieces, strict=True))
        )
    return figures


def lines_of(sheet: Sheet) -> list[tuple[int, int, int]]:
    """How many different lines of the capture stand in both body and gold, in the body, in the gold; then the same in letters."""
    gold, got = Standing(sheet.gold["text"]), Standing(sheet.text)
    lines = {_letters(line): line for line in sheet.capture.splitlines() if says(line)}
    wanted = {key for key, line in lines.items() if gold.has(line)}
    found = {key for key, line in lines.items() if got.has(line)}
    both = wanted & found
    return [(len(both), len(found), len(wanted)), (_length(both), _length(found), _length(wanted))]


def _length(lines: Collection[str]) -> int:
    return sum(map(len, lines))


def says(line: str) -> bool:
    """Whether a line has words enough to be told apart."""
    words = [word for word in tokens(line) if not word.isdigit()]
    return sum(0.5 if _CJK.match(word) else 1.0 for word in words) >= GRAM


class Standing:
    """Asks whether lines stand in a text: most of their runs of words."""

    def __init__(self, text: str) -> None:
        self.runs = _runs(tokens(text))

    def has(self, line: str) -> bool:
        runs = _runs(tokens(line))
        return bool(runs) and len(runs & self.runs) >= STANDS * len(runs)


def pieces_of(sheet: Sheet) -> tuple[int, int, int]:
    """Pieces to keep that were kept, pieces of either kind in the body, pieces to keep that stand in the capture."""
    body = _letters(sheet.text)
    keep, leave = (_standing(sheet, kind) for kind in ("with", "without"))
    hits = sum(piece in body for piece in keep)
    return hits, hits + sum(piece in body for piece in leave), len(keep)


def _standing(sheet: Sheet, kind: str) -> list[str]:
    capture = _letters(sheet.capture)
    return [letters for piece in sheet.gold.get(kind) or () if (letters := _letters(piece)) and letters in capture]


def lost(sheet: Sheet) -> list[str]:
    """The sentences (or pieces) of the gold that stand in the capture and not in the body."""
    body = _letters(sheet.whole)
    if not sheet.gold.get("text"):
        return [piece for piece in _standing(sheet, "with") if piece not in body]
    capture = _letters(sheet.capture)
    return [one for one in sentences(sheet.gold["text"]) if _letters(one) in capture and _letters(one) not in body]


def sentences(text: str) -> list[str]:
    """The sentences of a gold text that are long enough to be asked after."""
    pieces = [one.strip() for one in _SENTENCES.split(text)]
    return [one for one in pieces if _END.search(one) and len(tokens(one)) >= SENTENCE[bool(_CJK.search(one))]]


def _runs(words: list[str]) -> Runs:
    return frozenset(tuple(words[place : place + GRAM]) for place in range(len(words) - GRAM + 1))


def _letters(text: str) -> str:
    """Letters and digits alone, by compatibility forms, without case."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
