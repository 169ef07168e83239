"""The query language: words (all must stand), "phrases", -not, OR, prefix*, and filters like language:zh source:example.org
since:2022-01-01 until:2022-02. Whatever is typed gives a question, never an error: what cannot be a filter is searched as words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import rjieba
from msgspec import Struct
from msgspec.structs import replace

from dragoman.model.query import Query
from dragoman.ports import Asked
from dragoman.search.tokens import bases, tokens
from dragoman.text.scripts import unspaced

MOST = 40
"""Parts of a question that are read; the rest is left out."""

_PART = re.compile(r'(?P<minus>-?)(?:(?P<field>[A-Za-z]+):(?=\S))?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_QUOTES = str.maketrans("“”„«»「」『』＂：－", '"' * 10 + ":-")
_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")


class _Part(Struct, frozen=True):
    """A word or phrase of the question as an FTS5 expression, with the words to mark."""

    expression: str
    terms: tuple[str, ...]


def ask(query: Query, desk: tuple[str, ...] = ()) -> Asked:
    """The question ready for the index; words count in their base forms of the languages `desk` too. A filter given beside the text wins
    over one inside it."""
    filters: dict[str, str] = {}
    wanted: list[list[_Part]] = []
    unwanted: list[_Part] = []
    either = False
    for match in list(_PART.finditer(query.text.translate(_QUOTES)))[:MOST]:
        word, phrase, field = match["word"], match["phrase"], (match["field"] or "").lower()
        if phrase is None and word == "OR" and not field and not match["minus"]:
            either = bool(wanted)
            continue
        value = phrase if phrase is not None else word
        if field and not match["minus"] and _filter(field, value, filters):
            continue
        found = _parts(f"{match['field']} {value}" if field else value, phrase is not None or bool(field), desk)
        if match["minus"]:
            unwanted += found
        elif either and found:
            wanted[-1] = [_Part(_all(wanted[-1]) + " OR " + _all(found), _terms(wanted[-1] + found))]
        elif found:
            wanted.append(found)
        either = False
    merged = {name: value for name, value in filters.items() if getattr(query, name) is None}
    return Asked(
        query=replace(query, text="", **merged),
        match=" AND ".join(f"({_all(parts)})" for parts in wanted) or None,
        unless=" OR ".join(part.expression for part in unwanted) or None,
        terms=_terms([part for parts in wanted for part in parts]),
    )


def _all(parts: list[_Part]) -> str:
    return " AND ".join(part.expression for part in parts) if len(parts) == 1 else "(" + " AND ".join(p.expression for p in parts) + ")"


def _terms(parts: list[_Part]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for part in parts for term in part.terms))


def _filter(field: str, value: str, filters: dict[str, str]) -> bool:
    """Whether the field is a filter and its value fits; the filter is noted then."""
    read = FILTERS.get(field)
    fitting = read(value) if read else None
    if fitting is None:
        return False
    filters[field] = fitting
    return True


def _day(value: str, last: bool) -> str | None:
    """The first or last day of a year, month or day; None where it is none."""
    if not _DAY.fullmatch(value):
        return None
    parts = [int(part) for part in value.split("-")]
    try:
        if len(parts) == 3:
            return date(*parts).isoformat()
        date(parts[0], parts[1] if len(parts) == 2 else 1, 1)
    except ValueError:
        return None
    return value + ("-12-31" if last else "-01-01")[-3 * (3 - len(parts)) :]


def _plain(value: str) -> str | None:
    return value.strip() or None


FILTERS: dict[str, Callable[[str], str | None]] = {
    "language": lambda value: value.strip().lower() or None,
    "source": _plain,
    "story": _plain,
    "speaker": _plain,
    "party": _plain,
    "act": _plain,
    "since": lambda value: _day(value, last=False),
    "until": lambda value: _day(value, last=True),
}
"""Fields of a question and how their values are read; other fields are searched as words."""


def _parts(value: str, phrase: bool, desk: tuple[str, ...]) -> list[_Part]:
    """The expressions of a phrase (one) or of a word (one for each word that it is made of, where no spaces part them)."""
    if phrase:
        return [part for part in (_expression(value, False, True, desk),) if part]
    prefix = value.endswith("*")
    pieces = [piece for run in re.split(r"[\W_]+", value) for piece in _cut(run)]
    found = (_expression(piece, prefix and at == len(pieces) - 1, False, desk) for at, piece in enumerate(pieces))
    return [part for part in found if part]


def _cut(run: str) -> list[str]:
    """Words of a run: unspaced characters by the segmenter, so that a question of several words need not stand as one phrase."""
    if not any(unspaced(character) for character in run):
        return [run] if run else []
    return [word for word in rjieba.cut(run) if word.strip()]


def _expression(value: str, prefix: bool, exact: bool, desk: tuple[str, ...]) -> _Part | None:
    found = [word for word, _, _ in tokens(value)]
    if not found:
        return None
    if unspaced(found[-1][0]):
        if len(found) > 1 and unspaced(found[-2][-1]) and len(found[-1]) == 1:
            found.pop()  # the pair before it holds the last character, and in a text a run may go on
        elif len(found[-1]) == 1:
            prefix = True
    words = '"' + " ".join(found) + '"' + ("*" if prefix else "")
    others = () if exact or prefix or len(found) > 1 else bases(value, desk)
    if not exact and not prefix and len(found) == 1 and not unspaced(found[0][0]):
        forms = " OR ".join(f'"{form}"' for form in dict.fromkeys((found[0], *others)))
        return _Part(f"({forms})", (*found, *others))
    return _Part(words, (*found[:-1], found[-1] + "*" if prefix else found[-1]))
