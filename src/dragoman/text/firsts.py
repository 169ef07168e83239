"""The characters that a match of a regular expression can begin with: so that many patterns can share one pass over a text."""

from __future__ import annotations

import re

_DIGITS = frozenset("0123456789０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९")
_SPACES = frozenset(" \t\n\r\f\v\u00a0\u2009\u202f\u3000")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
_ANY = None

Firsts = frozenset[str] | None
"""Characters, or None for any."""


def firsts(pattern: str) -> Firsts:
    """First characters of every possible match, None where any character can begin one or a match can be empty. Knows the syntax that
    the language tables use: groups, alternatives, classes, escapes, quantifiers, looks ahead and behind. Digits of `\\d` are those of
    the common scripts. Raises `ValueError` on a pattern that does not close its brackets."""
    found, empty, end = _either(pattern, 0)
    if end != len(pattern):
        raise ValueError(f"unbalanced bracket at {end} in {pattern!r}")
    return _ANY if empty else found


def _either(text: str, at: int) -> tuple[Firsts, bool, int]:
    found: Firsts = frozenset()
    empty = False
    while True:
        chars, nothing, at = _sequence(text, at)
        found = _join(found, chars)
        empty = empty or nothing
        if at >= len(text) or text[at] != "|":
            return found, empty, at
        at += 1


def _sequence(text: str, at: int) -> tuple[Firsts, bool, int]:
    found: Firsts = frozenset()
    open_ = True
    while at < len(text) and text[at] not in "|)":
        chars, nothing, at = _atom(text, at)
        quantifier = _QUANTIFIER.match(text, at)
        if quantifier:
            at = quantifier.end()
            nothing = nothing or quantifier.group()[0] in "?*" or quantifier.group().startswith(("{0", "{,"))
        if open_:
            found = _join(found, chars)
            open_ = nothing
    return found, open_, at


def _atom(text: str, at: int) -> tuple[Firsts, bool, int]:
    char = text[at]
    if char == "(":
        return _group(text, at)
    if char == "[":
        return _class(text, at)
    if char == "\\":
        return (*_escape(text[at + 1]), at + 2)
    if char == ".":
        return _ANY, False, at + 1
    return (frozenset(), True, at + 1) if char in "^$" else (frozenset(char), False, at + 1)


def _group(text: str, at: int) -> tuple[Firsts, bool, int]:
    head = re.compile(r"\((?:\?(?:<?[=!]|:|P<\w+>))?").match(text, at)
    if head is None:
        raise ValueError(f"group expected at {at} in {text!r}")
    chars, nothing, end = _either(text, head.end())
    if end >= len(text):
        raise ValueError(f"group opened at {at} is not closed in {text!r}")
    if head.group()[-1] in "=!":
        return frozenset(), True, end + 1
    return chars, nothing, end + 1


def _class(text: str, at: int) -> tuple[Firsts, bool, int]:
    end = text.index("]", at + 2)
    while text[end - 1] == "\\":
        end = text.index("]", end + 1)
    body, at = text[at + 1 : end], end + 1
    if body.startswith("^"):
        return _ANY, False, at
    found: Firsts = frozenset()
    spot = 0
    while spot < len(body):
        if body[spot] == "\\":
            found = _join(found, _escape(body[spot + 1])[0])
            spot += 2
        elif body[spot + 1 : spot + 2] == "-" and spot + 2 < len(body):
            found = _join(found, frozenset(chr(code) for code in range(ord(body[spot]), ord(body[spot + 2]) + 1)))
            spot += 3
        else:
            found = _join(found, frozenset(body[spot]))
            spot += 1
    return found, False, at


def _escape(char: str) -> tuple[Firsts, bool]:
    if char == "d":
        return _DIGITS, False
    if char == "s":
        return _SPACES, False
    if char in "bBAZ":
        return frozenset(), True
    return (_ANY, False) if char in "wWDS" else (frozenset(char), False)


def _join(one: Firsts, other: Firsts) -> Firsts:
    return _ANY if one is None or other is None else one | other
