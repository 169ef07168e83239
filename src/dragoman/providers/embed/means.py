"""What all vectors of a language have in common, and how to take it away.

Vectors of a multilingual model lie near each other by language first, and every text is rather near every other: without the mean of its
language a vector says less of the language it is written in and more of what is told (Libovický et al. 2020, arXiv 2004.05160; Mu and
Viswanath 2018, "All-but-the-top"). The means are frozen with the version of their embedder, so that a text has one vector for good;
`quality/fit_means.py` makes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Vector = NDArray[np.float64]

SHRINK = 20
"""Texts of the mean of all languages that each language is given beside its own: one with few texts stays near it."""


class Means(Struct, frozen=True):
    """The mean vector of all `languages` alike, and of each; a language is its primary subtag."""

    every: Vector
    languages: Mapping[str, Vector]

    def centred(self, vector: NDArray[np.floating], language: str) -> Vector:
        """The vector less the mean of its language (of all where the language is not known), with unit length."""
        left = vector - self.languages.get(primary(language), self.every)
        return left / max(float(np.linalg.norm(left)), np.finfo(np.float64).tiny)


def primary(language: str) -> str:
    """The language itself of a BCP 47 code: "zh" of "zh-Hant"."""
    return language.partition("-")[0].lower()


def fitted(vectors: Mapping[str, NDArray[np.floating]]) -> Means:
    """Means of unit vectors (texts, size) by language. Each language with as many texts as the prior counts once for the mean of all."""
    own = {primary(language): rows.astype(np.float64).mean(axis=0) for language, rows in vectors.items()}
    sizes = {primary(language): len(rows) for language, rows in vectors.items()}
    every = np.mean([mean for language, mean in sorted(own.items()) if sizes[language] >= SHRINK], axis=0)
    shrunk = {code: (mean * sizes[code] + every * SHRINK) / (sizes[code] + SHRINK) for code, mean in sorted(own.items())}
    return Means(every, shrunk)


def packed(means: Means) -> bytes:
    """Means as a file: a line of languages parted by spaces, then float16 numbers, first those of all languages, then of each in turn."""
    rows = [means.every, *means.languages.values()]
    return " ".join(means.languages).encode() + b"\n" + np.stack(rows).astype("<f2").tobytes()


def unpacked(data: bytes) -> Means:
    """Means from a file."""
    head, _, numbers = data.partition(b"\n")
    codes = head.decode().split()
    every, *rows = np.frombuffer(numbers, "<f2").astype(np.float64).reshape(len(codes) + 1, -1)
    return Means(every, dict(zip(codes, rows, strict=True)))


def frozen(name: str) -> Means:
    """The means that come with an embedder of this package."""
    return unpacked(files("dragoman.providers.embed").joinpath(f"{name}.means").read_bytes())
