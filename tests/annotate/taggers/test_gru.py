from __future__ import annotations

import numpy as np

from dragoman.annotate.taggers.gru import Gru, Matrix, bidirectional, layout

CHANCE = np.random.default_rng(7)


def drawn(*shape: int) -> Matrix:
    return CHANCE.normal(0, 0.5, shape).astype(np.float32)


def one_step_at_a_time(inputs: Matrix, weights: Matrix, recurrent: Matrix, biases: Matrix) -> Matrix:
    """ONNX's definition of one direction, linear_before_reset = 1."""
    size = recurrent.shape[1]
    state, out = np.zeros(size, dtype=np.float32), []
    for row in inputs:
        given, own = weights @ row + biases[: 3 * size], recurrent @ state + biases[3 * size :]
        gates = 1 / (1 + np.exp(-(given + own)[: 2 * size]))
        new = np.tanh(given[2 * size :] + gates[size:] * own[2 * size :])
        state = (1 - gates[:size]) * new + gates[:size] * state
        out.append(state)
    return np.array(out)


def test_the_rows_of_a_step_are_the_sequences_still_running() -> None:
    laid = layout([1, 3, 2])
    assert laid.bounds == [0, 3, 5, 6]
    assert laid.order.tolist() == [[1, 4, 0, 2, 5, 3], [3, 5, 0, 2, 4, 1]]


def test_sequences_run_together_come_out_as_by_the_definition() -> None:
    lengths, table, size = [4, 1, 6, 4], drawn(9, 5), 3
    weights = [(drawn(2, 3 * size, width), drawn(2, 3 * size, size), drawn(2, 6 * size)) for width in (5, 2 * size)]
    rows = CHANCE.integers(0, 9, sum(lengths))
    found = bidirectional([Gru(*layer) for layer in weights], table, rows, layout(lengths))
    for end, length in zip(np.cumsum(lengths), lengths, strict=True):
        states = table[rows[end - length : end]]
        for into, again, bias in weights:
            ahead = one_step_at_a_time(states, into[0], again[0], bias[0])
            states = np.concatenate([ahead, one_step_at_a_time(states[::-1], into[1], again[1], bias[1])[::-1]], axis=1)
        assert np.allclose(found[end - length : end], states, atol=1e-5)
