"""Nearest: which of many vectors are closest to one. All of them are looked at, by a product of matrices, so nothing is missed; and
products are exact, so that the answer does not hang on the machine, on the order of the rows or on how many are asked for at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

STEPS = 2048
"""Numbers of unit vectors are rounded to whole multiples of 1/2048. Products of whole numbers are exact in any order as long as sums stay
below 2**24, which single precision holds exactly: by Cauchy and Schwarz they stay below 2048**2 = 2**22."""

LEAST = 0.2 * STEPS**2
"""Products below which nothing is near: of centred vectors two texts of different matters are at about 0."""

SPARE = 4
"""So many times more are looked at than are wanted, for those that are not allowed."""


class Nearest:
    """Unit vectors under names. The size is that of the first one; vectors of another size are left out (another embedder made them)."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._names: list[str] = []
        self._free: list[int] = []
        self._matrix: Floats = np.zeros((0, 0), dtype=np.float32)
        self._changed: set[int] = set()
        self._asked: dict[str, int] = {}
        self._block: Floats = np.zeros((0, 0), dtype=np.float32)
        self._products: Floats = np.zeros((0, 0), dtype=np.float32)

    def __len__(self) -> int:
        return len(self._rows)

    def put(self, name: str, vector: Floats) -> None:
        """Keeps a vector, in place of an older one of this name."""
        if self._matrix.size and vector.size != self._matrix.shape[1]:
            return
        row = self._rows.get(name)
        if row is None:
            row = self._rows[name] = self._free.pop() if self._free else self._room(vector.size)
            self._names[row] = name
        self._matrix[row] = np.rint(vector * STEPS)
        self._changed.add(row)

    def drop(self, name: str) -> None:
        """Forgets a name; one that is not known is no error."""
        row = self._rows.pop(name, None)
        if row is not None:
            self._names[row] = ""
            self._matrix[row] = 0.0
            self._free.append(row)
            self._changed.add(row)

    def ask(self, vectors: Mapping[str, Sequence[float] | Floats]) -> None:
        """Announces what will be asked for: one product for all of them costs far less than one each. Answers stay true when vectors are
        put and dropped afterwards."""
        fitting = {name: vector for name, vector in vectors.items() if len(vector) == self._matrix.shape[1]}
        self._asked = {name: place for place, name in enumerate(fitting)}
        self._changed.clear()
        if fitting:
            self._block = np.rint(np.asarray(list(fitting.values()), dtype=np.float32) * STEPS)
            self._products = self._block @ self._matrix[: len(self._names)].T

    def best(self, name: str, vector: Sequence[float] | Floats, most: int, allowed: Callable[[str], bool]) -> list[str]:
        """Up to `most` names, nearest first, ties by name; `name` is that under which the vector was announced, if it was."""
        if not self._rows or len(vector) != self._matrix.shape[1]:
            return []
        products = self._along(name, vector)
        rows = np.flatnonzero(products >= LEAST)
        wanted = most * SPARE
        if rows.size > wanted:
            near = products[rows]
            rows = rows[near >= np.partition(near, rows.size - wanted)[rows.size - wanted]]
        ranked = sorted((-float(products[row]), self._names[row]) for row in rows if self._names[row])
        found: list[str] = []
        for _, other in ranked[:wanted]:
            if len(found) == most:
                break
            if allowed(other):
                found.append(other)
        return found

    def _along(self, name: str, vector: Sequence[float] | Floats) -> Floats:
        """Products of every row with the vector."""
        place = self._asked.get(name)
        if place is None:
            fresh: Floats = self._matrix[: len(self._names)] @ np.rint(np.asarray(vector, dtype=np.float32) * STEPS)
            return fresh
        products: Floats = np.zeros(len(self._names), dtype=np.float32)
        known = self._products[place]
        products[: known.size] = known
        if self._changed:
            rows = np.fromiter(self._changed, dtype=np.intp, count=len(self._changed))
            products[rows] = self._matrix[rows] @ self._block[place]
        return products

    def _room(self, size: int) -> int:
        row = len(self._names)
        self._names.append("")
        if row >= len(self._matrix):
            grown = np.zeros((max(64, 2 * row), size), dtype=np.float32)
            grown[: len(self._matrix), : self._matrix.shape[1]] = self._matrix
            self._matrix = grown
        return row
