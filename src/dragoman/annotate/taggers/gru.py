"""A bidirectional GRU (Cho et al. 2014) over many sequences at once, in numpy.

Sequences are laid out step by step, the longest first, so that the rows of a step are the sequences still running and no step computes
padding: one sequence comes out the same beside others as alone, up to rounding of float32. onnxruntime runs the same graph one sequence
at a time, and it is matrices instead of vectors that make a processor fast.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


class Layout(Struct, frozen=True):
    """Where sequences that stand one after another in memory lie when read step by step.

    `order[d, i]` is the position in memory of row i, d = 0 read forward and d = 1 backward; step t has the rows `bounds[t]` to
    `bounds[t + 1]`."""

    order: NDArray[np.int64]
    bounds: list[int]


def layout(lengths: Sequence[int]) -> Layout:
    """The layout of sequences of these lengths, all above zero."""
    starts = np.cumsum([0, *lengths[:-1]])
    longest_first = sorted(range(len(lengths)), key=lambda at: -lengths[at])
    sizes = [lengths[at] for at in longest_first]
    first = starts[longest_first]
    last = first + np.array(sizes) - 1
    forward, backward, bounds = [], [], [0]
    for step in range(sizes[0]):
        running = bisect_left(sizes, -step, key=lambda size: -size)
        forward.append(first[:running] + step)
        backward.append(last[:running] - step)
        bounds.append(bounds[-1] + running)
    return Layout(np.stack([np.concatenate(forward), np.concatenate(backward)]), bounds)


class Gru:
    """One bidirectional layer with ONNX's weights: `weights` (2, 3 h, inputs), `recurrent` (2, 3 h, h), `biases` (2, 6 h), gates in the
    order update, reset, new; the reset gate is applied after the product (linear_before_reset)."""

    def __init__(self, weights: Matrix, recurrent: Matrix, biases: Matrix) -> None:
        hidden = recurrent.shape[2]
        gates, own = 2 * hidden, biases[:, 3 * hidden :]
        given = biases[:, : 3 * hidden].copy()
        given[:, :gates] += own[:, :gates]
        # The logistic function is 1 / (1 + exp(-x)): the sign goes into the weights. Gates and new state are kept apart, so that every
        # step works on whole blocks of memory.
        scale = np.ones((3 * hidden, 1), dtype=np.float32)
        scale[:gates] = -1
        into, again = (weights * scale).transpose(0, 2, 1), (recurrent * scale).transpose(0, 2, 1)
        given *= scale[:, 0]
        self._parts = [
            (np.ascontiguousarray(into[..., part]), np.ascontiguousarray(again[..., part]), given[:, None, part].copy())
            for part in (slice(0, gates), slice(gates, None))
        ]
        self._new_bias = own[:, None, gates:].copy()

    def projected(self, inputs: Matrix) -> list[Matrix]:
        """What inputs (n, inputs), or (2, n, inputs) where each direction has its own, bring to the gates (2, n, 2 h) and to the new
        state (2, n, h)."""
        found = [np.matmul(inputs, into) for into, _, _ in self._parts]
        for part, (_, _, bias) in zip(found, self._parts, strict=True):
            part += bias
        return found

    def run(self, projected: Sequence[Matrix], bounds: Sequence[int]) -> Matrix:
        """Hidden states (2, n, h) step by step, of what `projected` gives in the order of the layout."""
        (given_gates, given_new), (again_gates, again_new) = projected, [again for _, again, _ in self._parts]
        hidden = given_new.shape[2]
        states = np.empty_like(given_new)
        before = np.zeros((2, bounds[1], hidden), dtype=np.float32)
        with np.errstate(over="ignore"):
            for start, end in pairwise(bounds):
                before = before[:, : end - start]
                gates = np.matmul(before, again_gates)
                gates += given_gates[:, start:end]
                np.exp(gates, out=gates)
                gates += 1
                np.reciprocal(gates, out=gates)
                new = np.matmul(before, again_new)
                new += self._new_bias
                new *= gates[..., hidden:]
                new += given_new[:, start:end]
                np.tanh(new, out=new)
                here = states[:, start:end]
                np.subtract(before, new, out=here)
                here *= gates[..., :hidden]
                here += new
                before = here
        return states


def bidirectional(layers: Sequence[Gru], table: Matrix, rows: NDArray[np.int64], laid: Layout) -> Matrix:
    """The last layer's states (n, 2 h), forward beside backward, in the order of memory, for inputs `table[rows]`."""
    # What the first layer takes in depends on the row of the table alone: once for each that there is.
    seen, where = np.unique(rows, return_inverse=True)
    given = []
    for part in layers[0].projected(table[seen]):
        given.append(np.empty((2, len(rows), part.shape[2]), dtype=np.float32))
        for direction, order in enumerate(laid.order):
            np.take(part[direction], where[order], axis=0, out=given[-1][direction], mode="clip")
    for layer, after in zip(layers, [*layers[1:], None], strict=True):
        states = layer.run(given, laid.bounds)
        out = np.empty((states.shape[1], 2 * states.shape[2]), dtype=np.float32)
        out[laid.order[0], : states.shape[2]], out[laid.order[1], states.shape[2] :] = states
        given = after.projected(out[laid.order]) if after else []
    return out
