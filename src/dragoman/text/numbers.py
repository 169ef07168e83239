"""Numbers as people write them: digits of any script with their grouping, number words given by the caller, Chinese numerals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_DIGITS = re.compile(r"\d+(?:[.,'’ \u00a0\u202f]\d+(?!/))*")
_WORD = re.compile(r"[^\W\d_]+")
_HUNDRED, _THOUSAND, _MYRIAD = 100, 1000, 10_000
_TWO = "两兩"


def number(text: str, words: Mapping[str, float] | None = None, decimal: str = ".") -> float | None:
    """The value of a number expression, None where it is none. `words` maps lower-case number words to values; values of 100 and more
    multiply what stands before them ("two hundred thousand"); `decimal` is the language's decimal sign."""
    text = text.strip().lower()
    if not text:
        return None
    if any(_is_cjk_numeral(char) for char in text):
        return _cjk(text, decimal)
    whole = _DIGITS.match(text)
    if whole:
        value = digits(whole.group(), decimal)
        rest = text[whole.end() :].strip()
        if rest.startswith("1/2"):
            value, rest = value + 0.5, rest[3:].strip()
        return value if not rest else _times(value, rest, words or {})
    return _from_words(text, words or {})


def digits(text: str, decimal: str = ".") -> float:
    """The value of a run of digits with group and decimal signs. A sign that stands once before other than three digits is decimal
    whatever the language; of two different signs the last is."""
    signs = [char for char in text if not char.isdigit()]
    point = -1
    if signs:
        last = text.rfind(signs[-1])
        tail = len(text) - last - 1
        mixed = len(set(signs)) > 1
        single = signs.count(signs[-1]) == 1
        if signs[-1] in ".," and single and (mixed or tail != 3 or signs[-1] == decimal):
            point = last
    whole = "".join(str(unicodedata.decimal(char)) for char in (text if point < 0 else text[:point]) if char.isdigit())
    if point < 0:
        return float(whole)
    return float(whole + "." + "".join(str(unicodedata.decimal(char)) for char in text[point + 1 :]))


def _times(value: float, rest: str, words: Mapping[str, float]) -> float | None:
    for word in _WORD.findall(rest):
        factor = words.get(word)
        if factor is None or factor < _HUNDRED:
            return None
        value *= factor
    return value


def _from_words(text: str, words: Mapping[str, float]) -> float | None:
    total, current, seen = 0.0, 0.0, False
    for word in _WORD.findall(text):
        value = words.get(word)
        if value is None:
            return None
        seen = True
        if value >= _THOUSAND:
            total, current = total + max(current, 1.0) * value, 0.0
        elif value == _HUNDRED:
            current = max(current, 1.0) * _HUNDRED
        else:
            current += value
    return total + current if seen else None


def _is_cjk_numeral(char: str) -> bool:
    return char in _TWO or (not char.isdigit() and "\u3007" <= char <= "\u9fff" and unicodedata.numeric(char, -1.0) >= 0)


def _value(char: str) -> float:
    return 2.0 if char in _TWO else unicodedata.numeric(char, -1.0)


def _cjk(text: str, decimal: str) -> float | None:
    """Chinese and Japanese numerals, alone or after digits: 三十五, 二〇二一, 10万, 1亿3000万."""
    if len(text) > 1 and all(_is_cjk_numeral(char) and _value(char) < 10 for char in text):
        return float("".join(str(int(_value(char))) for char in text))
    total, section, current, largest, at = 0.0, 0.0, -1.0, 0.0, 0
    while at < len(text):
        run = _DIGITS.match(text, at)
        if run:
            current, at = digits(run.group(), decimal), run.end()
            continue
        value = _value(text[at]) if _is_cjk_numeral(text[at]) else -1.0
        if value < 0:
            return None
        if value >= _MYRIAD:
            section += max(current, 0.0)
            total = (total + section) * value if total and value > largest else total + (section or 1.0) * value
            section, current, largest = 0.0, -1.0, value
        elif value >= 10:
            section, current = section + (current if current >= 0 else 1.0) * value, -1.0
        else:
            current = value
        at += 1
    return total + section + max(current, 0.0)
