"""Figures: quantities with what they count, for whom and as of when, so that the figures of several texts can be laid side by side.

A quantity becomes a figure only where the words beside it name a counted thing, a unit or a currency that the language's table knows.
The slot is language-neutral: class of the thing, party, and what sets this count apart ("troops:RU#border"); see `figure_slots`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.annotate.figure_context import as_of, party, place
from dragoman.annotate.figure_grammar import Quantity, QuantityGrammar, quantities
from dragoman.annotate.figure_slots import Thing, label, loosely, setting, slot, thing
from dragoman.annotate.time_grammar import lower
from dragoman.model.annotations import Figure, Sentence
from dragoman.model.reading import Reading
from dragoman.model.spans import Evidence


class Figures:
    """Annotator of figures for every language that has a `quantities.toml`; the others get percentages and sums of money."""

    name = "figures"
    version = "1"
    needs: tuple[str, ...] = ("sentences", "mentions", "times")
    gives: tuple[str, ...] = ("figures",)

    def annotate(self, reading: Reading) -> Reading:
        """The reading with its `figures`, in text order."""
        text = reading.article.text
        grammar, low = quantities(reading.article.language), lower(text)
        dated = [(time.start, time.end) for time in reading.times if time.type != "duration"]
        found = [quantity for quantity in grammar.find(_nameless(low, reading)) if not _meets(quantity, dated)]
        partners, spans = _changes(grammar, low)
        found = _split(found, grammar, low, spans)
        figures = [self._figure(reading, grammar, low, found, at, partners) for at in range(len(found))]
        return replace(reading, figures=tuple(figure for figure in figures if figure is not None))

    def _figure(
        self, reading: Reading, grammar: QuantityGrammar, low: str, found: Sequence[Quantity], at: int, partners: dict[int, int]
    ) -> Figure | None:
        quantity = found[at]
        sentence = _sentence(reading.sentences, quantity.start, len(low))
        end = found[at + 1].start if at + 1 < len(found) else len(low)
        counted = thing(grammar, low, quantity, sentence, min(end, sentence.end))
        partner = next((one for one in found if one.start == partners.get(quantity.start)), None)
        earlier = partner is not None and partner.start > quantity.start
        if partner is not None and (earlier or counted is None):
            counted = thing(grammar, low, partner, sentence, sentence.end if earlier else quantity.start) or counted
        if counted is None:
            return None
        whose = party(reading, grammar, low, quantity, counted, sentence)
        where = setting(grammar, low, quantity, counted, sentence)
        start, stop = _clause(grammar, low, quantity, counted, sentence)
        text = reading.article.text[start:stop]
        return Figure(
            slot=loosely(low, quantity, counted, slot(counted, whose, place(reading, counted, sentence), where, earlier=earlier)),
            value=_tidy(quantity.value),
            low=_tidy(quantity.low),
            high=_tidy(quantity.high),
            unit=counted.unit,
            approximate=quantity.approximate,
            as_of=None if earlier else as_of(reading, (start, stop), quantity.start, sentence),
            party=whose,
            evidence=Evidence(article=reading.article.id, start=start, end=stop, text=text),
            label=label(reading, counted, whose, where),
            by=f"{self.name}@{self.version}",
            sure=counted.sure,
        )


def _nameless(low: str, reading: Reading) -> str:
    """The text with its names blanked out, code point for code point: the end of a name is no word before a number (北约30个成员国)."""
    letters = list(low)
    for mention in reading.mentions:
        if mention.type in ("person", "organisation", "place"):
            letters[mention.start : mention.end] = "\0" * (mention.end - mention.start)
    return "".join(letters)


def _meets(quantity: Quantity, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < quantity.end and quantity.start < end for start, end in spans)


def _sentence(sentences: Sequence[Sentence], at: int, length: int) -> Sentence:
    index = bisect_right([sentence.start for sentence in sentences], at) - 1
    return sentences[index] if index >= 0 and sentences[index].end > at else Sentence(0, length)


def _changes(grammar: QuantityGrammar, low: str) -> tuple[dict[int, int], dict[int, tuple[int, int]]]:
    """Changes told in the text: for the start of each of the two numbers the start of the other, and the spans of both by their start."""
    spans: dict[int, tuple[int, int]] = {}
    partners: dict[int, int] = {}
    for old, new in grammar.pairs(low):
        partners |= {old[0]: new[0], new[0]: old[0]}
        spans |= {old[0]: old, new[0]: new}
    return partners, spans


def _split(found: list[Quantity], grammar: QuantityGrammar, low: str, spans: dict[int, tuple[int, int]]) -> list[Quantity]:
    """The two numbers of a change as two quantities, also where they were read as a range."""
    kept = [one for one in found if not any(start < one.end and one.start < end for start, end in spans.values())]
    for start, end in spans.values():
        whole = next((one for one in found if one.value is not None and one.start <= start and end <= one.end), None)
        value = grammar.value(low[start:end])
        if whole and whole.value == value:
            kept.append(replace(whole, start=start))
        elif value is not None:
            kept.append(Quantity(start, end, value, value, value, approximate=False))
    return sorted(kept, key=lambda one: one.start)


def _clause(grammar: QuantityGrammar, low: str, quantity: Quantity, counted: Thing, sentence: Sentence) -> tuple[int, int]:
    """The clause that holds the number and what it counts; a closing mark is left out."""
    first, last = min(quantity.start, counted.start), max(quantity.end, counted.end)
    start = max((stop.end() for stop in grammar.stop.finditer(low, sentence.start, first)), default=sentence.start)
    stop = grammar.stop.search(low, last, sentence.end)
    end = stop.start() if stop else sentence.end
    while start < first and low[start].isspace():
        start += 1
    while end > last and (low[end - 1].isspace() or low[end - 1] in grammar.card.sentence_end):
        end -= 1
    return start, end


def _tidy(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
