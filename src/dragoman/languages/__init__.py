"""What we know of languages: one folder each, data only, found by being there. `xx` is the neutral language that every other
falls back on, file by file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from msgspec import Struct, convert

NEUTRAL = "xx"


class Language(Struct, frozen=True):
    """A language's own card (`language.toml`). `script` is ISO 15924, `spaced` says whether words stand apart by spaces, `quotes`
    are (opening, closing) pairs, outermost first, `sentence_end` its sentence-final marks, `reading` words (or characters where
    unspaced) a minute."""

    code: str
    name: str
    autonym: str
    script: str = "Latn"
    direction: str = "ltr"
    spaced: bool = True
    cased: bool = True
    quotes: tuple[tuple[str, str], ...] = ()
    sentence_end: str = ".!?…"
    reading: int = 230


def _root() -> Traversable:
    return resources.files(__name__)


@cache
def codes() -> tuple[str, ...]:
    """Codes of every language folder but the neutral one, sorted."""
    folders = (item.name for item in _root().iterdir() if item.is_dir() and not item.name.startswith("_"))
    return tuple(sorted(code for code in folders if code != NEUTRAL and _root().joinpath(code, "language.toml").is_file()))


def base(code: str) -> str:
    """The folder that serves a BCP 47 code: its primary subtag where there is one, else the neutral language."""
    primary = code.lower().replace("_", "-").split("-")[0]
    return primary if primary in codes() else NEUTRAL


@cache
def get(code: str) -> Language:
    """The card of a language; an unknown code gets the neutral card under its own code."""
    card = tomllib.loads(_root().joinpath(base(code), "language.toml").read_text("utf-8"))
    return convert({**card, "code": card["code"] if base(code) != NEUTRAL else code}, Language)


@cache
def own_table(code: str, name: str) -> Mapping[str, Any] | None:
    """`languages/<code>/<name>.toml` as a dict, None where the language has none of its own."""
    file = _root().joinpath(base(code), f"{name}.toml")
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else None


@cache
def table(code: str, name: str) -> Mapping[str, Any]:
    """A language's table, the neutral language's where it has none, empty where neither has one."""
    own = own_table(code, name)
    if own is None:
        own = own_table(NEUTRAL, name)
    return own if own is not None else {}


@cache
def tables(name: str) -> Mapping[str, Mapping[str, Any]]:
    """The table of that name of every language that has one, the neutral language last."""
    found = {code: own_table(code, name) for code in (*codes(), NEUTRAL)}
    return {code: data for code, data in found.items() if data is not None}


@cache
def words(code: str, name: str) -> frozenset[str]:
    """`languages/<code>/<name>.txt`: one entry a line, `#` starts a comment."""
    for folder in (base(code), NEUTRAL):
        file = _root().joinpath(folder, f"{name}.txt")
        if file.is_file():
            lines = (line.split("#")[0].strip() for line in file.read_text("utf-8").splitlines())
            return frozenset(line for line in lines if line)
    return frozenset()


def fitted(code: str, name: str) -> bytes | None:
    """`languages/<code>/<name>`, numbers that a script of `quality/` fitted, as bytes; None where it has none. The folder
    needs no card."""
    file = _root().joinpath(code.lower().replace("_", "-").split("-")[0], name)
    return file.read_bytes() if file.is_file() else None
