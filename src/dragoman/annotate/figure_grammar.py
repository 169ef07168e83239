"""The quantity grammar of a language: number expressions with their bounds, units and counted things (`languages/<code>/quantities.toml`).

`numbers` are number words, `scales` words that multiply digits; `bounds` the words that make a number approximate or a limit; `vague`
words with the interval they stand for; `measures` units by language-neutral name, `money` currencies by ISO 4217 code; `outcomes` and
`counted` the classes of things counted, `settings` what sets one count of a class apart from another; `never` what shows that a number
counts nothing. All patterns are over lower-case text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from dragoman import languages
from dragoman.text.numbers import number

_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f ’']\d{3}){1,6}(?!\d)(?:[.,]\d{1,2})?|\d{1,18}(?:[.,]\d{1,9})?"
_SIGNS = "$€£¥₽₴"


class Quantity(Struct, frozen=True):
    """A number expression: offsets of the whole and of the number alone, its bounds (None where open), and a currency sign before it."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    approximate: bool
    currency: str | None = None
    digits: bool = True


class Classes(Struct, frozen=True):
    """Words of several classes in one pattern."""

    pattern: re.Pattern[str] | None
    names: tuple[str, ...]

    def search(self, text: str, at: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
        """(start, end, class) of every word found."""
        if self.pattern is None:
            return
        for found in self.pattern.finditer(text, at, len(text) if end is None else end):
            yield found.start(), found.end(), self.names[int((found.lastgroup or "c0")[1:])]


class QuantityGrammar:
    """Reads number expressions and knows the words around them; build through `quantities(code)`."""

    def __init__(self, code: str) -> None:
        table = languages.table(code, "quantities")
        self.card = languages.get(code)
        self._words: Mapping[str, float] = table.get("numbers", {})
        self._decimal: str = table.get("decimal", ".")
        self._scales = sorted(table.get("scales", {}).items(), key=lambda item: (-len(item[0]), item[0]))
        self._vague = sorted(table.get("vague", {}).items(), key=lambda item: (-len(item[0]), item[0]))
        self._signs: Mapping[str, str] = {**_sign_codes(), **table.get("signs", {})}
        self.measures = _classes(table.get("measures", {}), self.card.spaced)
        self.money = _classes(table.get("money", {}), self.card.spaced)
        self.outcomes = _classes(table.get("outcomes", {}), self.card.spaced)
        self.counted = _classes(table.get("counted", {}), self.card.spaced)
        self.settings = _classes(table.get("settings", {}), self.card.spaced)
        self.of = re.compile(r"\s*" + f"(?:{'|'.join(table.get('of', ())) or '(?!)'})")
        self.apart = re.compile("|".join(table.get("apart", ())) or "(?!)")
        self.lasting = _any(table.get("lasting", ()))
        self.classifiers = re.compile(f"(?:{'|'.join(table.get('classifiers', ())) or '(?!)'})")
        self.stop = re.compile(table.get("stop", r"[;!?。！？；：\n]|[,:](?!\d)|，"))
        self.gap: int = table.get("gap", 4)
        never = table.get("never", {})
        self._never_before = re.compile(f"(?:{'|'.join(never.get('before', ())) or '(?!)'})$")
        room = "" if self.card.spaced else r"\s?"
        self._never_after = re.compile(f"{room}(?:{'|'.join(never.get('after', ())) or '(?!)'})")
        self._pattern = re.compile(self._build(table))
        pairs = table.get("pairs", ())
        self._pairs = [re.compile(pair.replace("NUM", f"(?:{self._number()})").replace(" ", r"\s+")) for pair in pairs]

    def find(self, low: str) -> Iterator[Quantity]:
        """Number expressions of a lower-case text, left to right."""
        for found in self._pattern.finditer(low):
            quantity = self._read(found, low)
            if quantity is not None:
                yield quantity

    def pairs(self, low: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """Spans of the numbers of a change: from so many to so many."""
        for pattern in self._pairs:
            for found in pattern.finditer(low):
                yield found.span("low"), found.span("high")

    def value(self, text: str) -> float | None:
        """The value of a number with its scale word."""
        for scale, factor in self._scales:
            found = re.search(rf"\s*-?(?:{scale})\.?$", text)
            if found and found.start():
                base = number(text[: found.start()], self._words, self._decimal)
                return None if base is None else base * float(factor)
        return number(text, self._words, self._decimal)

    def _read(self, found: re.Match[str], low: str) -> Quantity | None:
        start, end = found.span()
        if self._never_before.search(low, max(0, found.start("core") - 24), found.start("core")) or self._never_after.match(low, end):
            return None
        sign = self._signs.get((found.group("sign") or "").strip())
        if found.group("vague"):
            low_, high = next(bounds for words, bounds in self._vague if re.fullmatch(words, found.group("vague")))
            return Quantity(start, end, None, float(low_), float(high), approximate=True, currency=sign, digits=False)
        first, second = found.group("num"), found.group("num2")
        value = self.value(first)
        if value is None:
            return None
        digits = first[0].isdigit()
        if second:
            return self._between(first, second, (start, end), sign)
        more = bool(found.group("more") or found.group("more_after"))
        less = bool(found.group("less") or found.group("less_after"))
        if more or less:
            return Quantity(start, end, value, None if less else value, value if less else None, False, sign, digits)
        about = bool(found.group("about") or found.group("about_after"))
        slack = 0.1 * value if about else 0.0
        return Quantity(start, end, value, value - slack, value + slack, about, sign, digits)

    def _between(self, first: str, second: str, span: tuple[int, int], sign: str | None) -> Quantity | None:
        low, high = self.value(first), self.value(second)
        if low is None or high is None:
            return None
        # "3 to 4 million": a scale word after the second number serves both.
        alone = number(re.sub(r"\D+$", "", second), self._words, self._decimal)
        if low < high and alone and alone != high and low <= alone:
            low *= high / alone
        return Quantity(*span, None, low, high, True, sign) if low < high else None

    def _number(self) -> str:
        words = "|".join(sorted((re.escape(word) for word in self._words), key=lambda word: (-len(word), word)))
        scale = "|".join(words for words, _ in self._scales)
        scaled = rf"(?:[\s\u00a0-]?(?:{scale})(?!\w))?" if self.card.spaced else rf"(?:\s?(?:{scale})){{0,2}}"
        if not self.card.spaced:
            return f"(?:{_DIGITS}){scaled}" + (f"|(?:{words}){{1,7}}" if words else "")
        return f"(?:{_DIGITS}){scaled if scale else ''}" + (rf"|(?:{words})(?:[\s-](?:and\s)?(?:{words})){{0,6}}(?!\w)" if words else "")

    def _build(self, table: Mapping[str, Any]) -> str:
        bounds = table.get("bounds", {})
        space = r"\s+" if self.card.spaced else r"\s*"

        def words(name: str) -> str:
            return "|".join(word.replace(" ", r"\s+") for word in bounds.get(name, ())) or "(?!)"

        vague = "|".join(words.replace(" ", r"\s+") for words, _ in self._vague) or "(?!)"
        sign = "|".join(sorted((re.escape(sign) for sign in self._signs), key=lambda sign: (-len(sign), sign)))
        edge = r"(?<![\w.,/:-])" if self.card.spaced else r"(?<![\d.,/:-])(?<![a-z]-)(?<![a-z])"
        before = f"(?:(?P<more>{words('more')}){space}|(?P<less>{words('less')}){space})?(?:(?P<about>{words('about')}){space})?"
        behind = (f"(?P<{name}>{words(name)})" for name in ("about_after", "more_after", "less_after"))
        after = r"(?:\s?(?:" + "|".join(behind) + "))?"
        dash = "(?:" + "|".join(word.replace(" ", r"\s+") for word in bounds.get("range", ("-", "–"))) + ")"
        core = (
            f"(?P<sign>{sign})?\\s?(?:(?P<vague>{vague})|(?P<num>{self._number()})(?:\\s?{dash}\\s?(?:{sign})?(?P<num2>{self._number()}))?)"
        )
        return f"{edge}{before}(?P<core>{core}){after}(?!\\d|[.,:/]\\d)"


def _sign_codes() -> dict[str, str]:
    return dict(zip(_SIGNS, ("USD", "EUR", "GBP", "CNY", "RUB", "UAH"), strict=True))


def _classes(table: Mapping[str, Iterable[str]], spaced: bool) -> Classes:
    names = tuple(table)
    edge = (r"(?<![^\W\d])", r"(?!\w)") if spaced else ("", "")
    pieces = [f"(?P<c{at}>" + "|".join(table[name]).replace(" ", r"[\s-]") + ")" for at, name in enumerate(names)]
    return Classes(re.compile(f"{edge[0]}(?:{'|'.join(pieces)}){edge[1]}") if pieces else None, names)


def _any(words: Iterable[str]) -> re.Pattern[str] | None:
    pattern = "|".join(words)
    return re.compile(pattern) if pattern else None


@cache
def quantities(code: str) -> QuantityGrammar:
    """The quantity grammar that serves a language code; compiled once."""
    return QuantityGrammar(languages.base(code))
