"""Quotation marks of a text, paired: nested, repeated over paragraphs, or with one side missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

_OPENING_LEFT = "([{—–-:,;/「『（《“‘«„"
_DOUBLED = ("''", "``")
_APOSTROPHES = "'’"


class Quoted(Struct, frozen=True):
    """A quotation: offsets with its marks (`start`, `end`) and of the words inside. `depth` is 0 for the outermost; `whole` is False
    where a mark was missing and the pair was repaired; `goes_on` says that the next paragraph carries on the same quotation."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int = 0
    whole: bool = True
    goes_on: bool = False


class _Open(Struct):
    """A mark that waits for one of its closing partners."""

    at: int
    opening: str
    closing: str


def quotations(text: str, marks: Sequence[tuple[str, str]]) -> tuple[Quoted, ...]:
    """Every quotation of the text in order of its start. `marks` are (opening, closing) pairs as on a language card; two apostrophes or
    grave accents count as a straight double mark.

    Marks pair within a paragraph. What stays open is repaired: it ends with its paragraph (and `goes_on` where the next paragraph opens
    with the same mark, the habit for long quotations), or with the first inner closing mark where one closed two (Russian typography). A
    closing mark without partner is taken to end a quotation that began its paragraph only where nothing else was quoted there.
    """
    found: list[Quoted] = []
    plain = text.replace("\0", " ")
    for doubled in _DOUBLED:
        plain = plain.replace(doubled, '"\0')
    spans = list(_blocks(plain, marks))
    for number, (start, end) in enumerate(spans):
        following = plain[spans[number + 1][0] :][:1] if number + 1 < len(spans) else ""
        found.extend(_widened(quoted, plain) for quoted in _paragraph(plain, start, end, marks, following))
    return tuple(sorted(found, key=lambda quoted: (quoted.start, -quoted.end)))


def _widened(quoted: Quoted, plain: str) -> Quoted:
    """With both characters of doubled marks."""
    inner_start = quoted.inner_start + (plain[quoted.inner_start : quoted.inner_start + 1] == "\0")
    end = quoted.end + (plain[quoted.end : quoted.end + 1] == "\0")
    return structs.replace(quoted, inner_start=min(inner_start, quoted.inner_end), end=end)


def outermost(quoted: Sequence[Quoted]) -> tuple[Quoted, ...]:
    """The quotations that lie in no other."""
    return tuple(item for item in quoted if item.depth == 0)


def _blocks(text: str, marks: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Paragraphs; lines without a blank one between belong together where a quotation opens in one and closes in the next."""
    sided = [(opening, closing) for opening, closing in marks if opening != closing]
    block: tuple[int, int] | None = None
    for start, end in _paragraphs(text):
        if block is not None and text.count("\n", block[1], start) == 1 and _runs_on(text, block, (start, end), sided):
            block = (block[0], end)
            continue
        if block is not None:
            yield block
        block = (start, end)
    if block is not None:
        yield block


def _runs_on(text: str, block: tuple[int, int], line: tuple[int, int], sided: Sequence[tuple[str, str]]) -> bool:
    for opening, closing in sided:
        is_open = text.rfind(opening, *block) > text.rfind(closing, *block)
        closes, opens = text.find(closing, *line), text.find(opening, *line)
        if is_open and closes >= 0 and (opens < 0 or closes < opens) and closing not in _APOSTROPHES:
            return True
    return False


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start + len(line) - len(line.lstrip()), start + len(line.rstrip())
        start += len(line)


def _paragraph(text: str, start: int, end: int, marks: Sequence[tuple[str, str]], following: str) -> list[Quoted]:
    found: list[Quoted] = []
    stack: list[_Open] = []
    for at in range(start, end):
        char = text[at]
        if not any(char in pair for pair in marks) or _is_apostrophe(text, at):
            continue
        depth = _closes(stack, char, text, at, start)
        if depth is not None:
            opened = stack[depth]
            del stack[depth:]
            found.append(Quoted(opened.at, at + 1, opened.at + 1, at, depth))
        else:
            _open(stack, found, text, at, start, marks)
    found.extend(_left_open(text, end, stack, found, following))
    kept: list[Quoted] = []
    for item in sorted(found, key=lambda item: (item.start, -item.end)):
        if not any(_crosses(item, other) for other in kept):
            kept.append(item)
    return [structs.replace(item, depth=sum(_inside(item, other) for other in kept)) for item in kept]


def _crosses(item: Quoted, other: Quoted) -> bool:
    """Whether two repaired quotations overlap without one holding the other."""
    return (other.start < item.start < other.end < item.end) or (other.start, other.end) == (item.start, item.end)


def _inside(item: Quoted, other: Quoted) -> bool:
    return other is not item and other.start <= item.start and item.end <= other.end and (other.start, other.end) != (item.start, item.end)


def _is_apostrophe(text: str, at: int) -> bool:
    """A mark inside a word, or one that shortens a word at its end while no single quotation can be open (`'`, `’`)."""
    if text[at] not in _APOSTROPHES:
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return before.isalnum() and after.isalnum()


def _closes(stack: Sequence[_Open], char: str, text: str, at: int, start: int) -> int | None:
    """The depth of the open mark that this character closes, None where it closes none."""
    for depth in range(len(stack) - 1, -1, -1):
        opened = stack[depth]
        if char not in opened.closing:
            continue
        if opened.opening == char and depth == len(stack) - 1 and _looks_opening(text, at, start) and at > opened.at + 1:
            return None
        return depth
    return None


def _looks_opening(text: str, at: int, start: int) -> bool:
    before, after = text[at - 1] if at > start else " ", text[at + 1 : at + 3].lstrip("\0")[:1]
    return (before.isspace() or before in _OPENING_LEFT) and bool(after) and not after.isspace() and after not in ",.;:!?)"


def _open(stack: list[_Open], found: list[Quoted], text: str, at: int, start: int, marks: Sequence[tuple[str, str]]) -> None:
    """Opens a quotation, or repairs one whose opening mark is missing."""
    char = text[at]
    for opening, closing in marks:
        if char == opening and (opening != closing or _looks_opening(text, at, start) or not text[at - 1 : at].isalnum()):
            partners = "".join(other for first, other in marks if first == opening)
            stack.append(_Open(at, opening, partners))
            return
    if char in _APOSTROPHES or stack or found:
        return
    if any(char == closing and opening != closing for opening, closing in marks) and text[at - 1 : at] and not text[at - 1].isspace():
        found.append(Quoted(start, at + 1, start, at, 0, whole=False))


def _left_open(text: str, end: int, stack: Sequence[_Open], found: Sequence[Quoted], following: str) -> Iterator[Quoted]:
    for depth, opened in enumerate(stack):
        goes_on = following.startswith(opened.opening)
        last = min((item.end for item in found if item.start > opened.at and text[item.end - 1] in opened.closing), default=None)
        stop = end if goes_on or last is None else last
        if stop - opened.at > 1 and opened.opening not in _APOSTROPHES + "‘":
            yield Quoted(opened.at, stop, opened.at + 1, stop, depth, whole=False, goes_on=goes_on)
