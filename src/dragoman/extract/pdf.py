"""PDF of an article, read with pypdf: the printed lines joined to paragraphs are read as a text capture; what the file says of itself
counts little (it names whoever made the file, and when)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from typing import Any

import pypdf
import wordfreq
from msgspec import Struct, field
from msgspec.structs import replace

from dragoman.errors import ExtractError
from dragoman.extract import capture
from dragoman.extract.pages import LARGER, Print, Row, paragraphs, unshaped
from dragoman.extract.saved import unwrapped
from dragoman.languages.identify import identify
from dragoman.model.article import Article, Published, Removed
from dragoman.model.ids import article_id
from dragoman.model.page import Page
from dragoman.text.lines import letters, squeeze, weight

MADE_BY = "pdf@1"
MOST_PAGES = 60
MOST_OPERATORS = 60_000  # three seconds of work; 25 pages printed by a browser have 25,000
MOST_CHARACTERS = 250_000
MOST_OBJECTS = 20_000  # a paper of 25 pages has some hundreds
LARGEST_CONTENT = 3_000_000  # bytes of one page's drawing, unpacked
LONGEST_TITLE = 30.0  # words
_STAMP = re.compile(r"(?:D:)?((?:19|20)\d\d)(\d\d)(\d\d)")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{6,2000}")

_LARGEST_STREAM = 20_000_000
# Half a minute of work within pypdf's own limits is brought down to a second or two; no picture is looked at.
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": _LARGEST_STREAM,
    "lzw_maximum_output_length": 2_000_000,
    "run_length_maximum_output_length": _LARGEST_STREAM,
    "array_based_stream_maximum_output_length": _LARGEST_STREAM,
    "maximum_declared_stream_length": _LARGEST_STREAM,
    "stream_filters_maximum_length": 4,
    "stream_decoding_work_maximum_length": 4 * _LARGEST_STREAM,
    "stream_parsing_work_maximum_count": 2 * MOST_OPERATORS,
    "page_tree_maximum_entries": 10_000,
    "xform_maximum_invocations_per_extraction": 500,
    "jbig2dec_binary": None,
}


class _Lines(Struct):
    """Gathers the pieces that pypdf finds into rows."""

    rows: list[Row] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    at: tuple[float, float, float] | None = None
    page: int = 0
    operators: int = 0
    characters: int = 0

    def piece(self, text: str, matrix: list[float], line: list[float], font: Any, size: float) -> None:
        """pypdf's `visitor_text`: `matrix` and `line` are the current and the text matrix (PDF 32000-1, 9.4.2)."""
        self.characters += len(text)
        if self.characters > MOST_CHARACTERS:
            raise ExtractError("too large", f"over {MOST_CHARACTERS} characters")
        for part in re.split(r"(\n)", text):
            if part == "\n":
                self.end()
            elif part:
                if self.at is None and part.strip():
                    x = line[4] * matrix[0] + line[5] * matrix[2] + matrix[4]
                    y = line[4] * matrix[1] + line[5] * matrix[3] + matrix[5]
                    scale = abs(line[3] * matrix[3]) or abs(line[1] * matrix[2]) or 1.0
                    self.at = (x, y, abs(size) * scale)
                self.words.append(part)

    def operator(self, *_: Any) -> None:
        """pypdf's `visitor_operand_before`."""
        self.operators += 1
        if self.operators > MOST_OPERATORS:
            raise ExtractError("too large", f"over {MOST_OPERATORS} drawing operators")

    def end(self) -> None:
        """Ends a row."""
        text = squeeze(unshaped("".join(self.words).replace("\u00ad\n", "\u2010")))
        if text and self.at is not None:
            self.rows.append(Row(text, *self.at, self.page))
        self.words, self.at = [], None


def read(page: Page) -> Article:
    """Raises `ExtractError`: "broken", "encrypted", "too large", "no text" (a scan holds pictures only)."""
    if page.body.count(b" obj") > MOST_OBJECTS:
        raise ExtractError("too large", f"over {MOST_OBJECTS} objects")
    try:
        with pypdf.apply_configuration(**_LIMITS):
            reader = pypdf.PdfReader(BytesIO(page.body), root_object_recovery_limit=1000, xref_stream_maximum_entries=200_000)
            rows, facts = _rows(reader), _facts(reader)
    except ExtractError:
        raise
    except (Exception, RecursionError) as error:  # pypdf raises its own errors, and others, on hostile files
        raise ExtractError("broken", f"{type(error).__name__}: {error}"[:200]) from error
    if weight(" ".join(row.text for row in rows)) < capture.SHORTEST:
        raise ExtractError("no text", "a scan, or pictures only")
    language = identify(" ".join(row.text for row in rows)[:20_000]).code
    printed = paragraphs(rows, _known(language))
    return _article(page, printed, facts)


def _rows(reader: pypdf.PdfReader) -> list[Row]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise ExtractError("encrypted", "it opens with a password only")
    if len(reader.pages) > MOST_PAGES:
        raise ExtractError("too large", f"over {MOST_PAGES} pages")
    lines = _Lines()
    for number, sheet in enumerate(reader.pages):
        lines.page = number
        content = sheet.get_contents()
        if content is not None and len(content.get_data()) > LARGEST_CONTENT:
            raise ExtractError("too large", f"page {number + 1} draws over {LARGEST_CONTENT} bytes")
        sheet.extract_text(visitor_text=lines.piece, visitor_operand_before=lines.operator)
        lines.end()
    return lines.rows


def _facts(reader: pypdf.PdfReader) -> dict[str, str]:
    """The file's own title, author and day of making, where they are text."""
    held: Any = reader.metadata or {}
    return {name: squeeze(str(held[name])) for name in ("/Title", "/Author", "/CreationDate") if held.get(name)}


def _known(language: str) -> Callable[[str], bool]:
    """Whether a word occurs in running text of the language; every one does where no word list is held."""
    code = language.split("-")[0]
    if code not in wordfreq.available_languages():
        return lambda word: True
    return partial(_frequent, code)


def _frequent(code: str, word: str) -> bool:
    return bool(wordfreq.zipf_frequency(word, code) >= 2.0)


def _article(page: Page, printed: Print, facts: dict[str, str]) -> Article:
    text = "\n".join(paragraph for paragraph, _ in printed.paragraphs)
    article = capture.read(replace(page, body=text.encode("utf-8", "replace"), encoding="utf-8"))
    title = _title(printed, facts) or article.title
    url = _address(page, printed) or article.url
    author = facts.get("/Author", "")
    authors = article.authors or ((author,) if author and author in text else ())
    return replace(
        article,
        id=article_id(url, title, article.text),
        url=url,
        title=title,
        authors=authors,
        published=_bounded(article.published, facts.get("/CreationDate", "")),
        removed=tuple(sorted((*article.removed, *_removed(article.text, printed)), key=lambda one: one.at)),
        extracted_by=MADE_BY,
    )


def _title(printed: Print, facts: dict[str, str]) -> str | None:
    """The largest letters of the first paragraphs, or the file's title where it stands there too."""
    heads = [(text, size) for text, size in printed.paragraphs[:12] if size >= LARGER * printed.body and weight(text) <= LONGEST_TITLE]
    told = letters(facts.get("/Title", ""))
    for text, _ in printed.paragraphs[:12]:
        if told and len(told) >= 6 and letters(text) == told:
            return text
    best = max((size for _, size in heads), default=0.0)
    return next((text for text, size in heads if size == best and weight(text) >= 2), None)


def _address(page: Page, printed: Print) -> str | None:
    """The address that browsers print at the foot of every page; that of a file that was fetched is its own."""
    if page.url.startswith(("http://", "https://")):
        return page.url
    for row, _, _ in printed.furniture:
        found = _ADDRESS.search(row.text)
        if found and "…" not in row.text and not row.text.endswith("..."):
            return unwrapped(found.group()).url
    return None


def _bounded(published: Published, made: str) -> Published:
    """A file is made when the article is out: its day bounds an unknown date from above."""
    stamp = _STAMP.match(made)
    if published.value or not stamp:
        return published
    day = "-".join(stamp.groups())
    if (published.latest and published.latest <= day) or (published.earliest and published.earliest > day):
        return published
    return replace(published, latest=day, evidence=f"{published.evidence}; the file was made on {day}")


def _removed(text: str, printed: Print) -> Iterator[Removed]:
    """Running heads and feet, placed before the paragraph that follows them."""
    for row, before, why in printed.furniture:
        following = (text.find(paragraph) for paragraph, _ in printed.paragraphs[before:])
        place = next((found for found in following if found >= 0), len(text))
        yield Removed("navigation", row.text, f"running head or foot: {why}", place)
