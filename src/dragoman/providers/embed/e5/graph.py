"""The network of multilingual-e5-small (BERT, Devlin et al. 2019) as an ONNX graph for one text, its matrices as 8-bit numbers.

A matrix keeps one scale an output; what comes in is made 8-bit with one scale for the whole text (dynamic quantisation). One text a run,
else its vector would hang on its neighbours. Weights use 7 of the 8 bits: products of two 8-bit numbers summed in 16 bits, as machines
without VNNI do it, then cannot run over, and every machine finds the same whole numbers.
"""

from __future__ import annotations

import numpy as np

from dragoman.providers.embed.e5.onnx_message import MICROSOFT, Graph
from dragoman.providers.embed.e5.weights import Matrix, Weights

MOST = 63  # the greatest 7-bit weight
EXACT = (0, 4)
"""Layers whose last matrix stays float32: a single channel of what comes into it is there some ten times as large as all others, which one
scale for all cannot hold. That costs a twentieth of the time and halves the distance to the exact vectors."""
INPUT, OUTPUT = "pieces", "mean"


def model(weights: Weights) -> bytes:
    """The graph: from the vectors of a text's pieces (1, pieces, width) to the mean of what the last layer makes of them (1, width)."""
    graph, shape = Graph(), weights.shape
    last = _normal(graph, weights, INPUT, "emb.ln")
    graph.constant("split", np.array([shape.width] * 3, np.int64))
    for layer in range(shape.layers):
        last = _layer(graph, weights, last, layer)
    graph.node("ReduceMean", [last], OUTPUT, axes=[1], keepdims=0)
    return graph.model((INPUT, [1, "length", shape.width]), (OUTPUT, [1, shape.width]))


def _layer(graph: Graph, weights: Weights, given: str, layer: int) -> str:
    shape, name = weights.shape, f"l{layer}."
    _dense(graph, weights, given, [name + "q", name + "k", name + "v"], shape.width, name + "qkv")
    parts = [name + "queries", name + "keys", name + "values"]
    graph.node("Split", [name + "qkv", "split"], parts, axis=-1)
    graph.node("MultiHeadAttention", parts, name + "seen", MICROSOFT, num_heads=shape.heads)
    _dense(graph, weights, name + "seen", [name + "ao"], shape.width, name + "told")
    graph.node("Add", [given, name + "told"], name + "both")
    middle = _normal(graph, weights, name + "both", name + "aln")
    _dense(graph, weights, middle, [name + "fi"], shape.width, name + "wide")
    graph.node("Gelu", [name + "wide"], name + "bent", MICROSOFT)
    dense = _exact if layer in EXACT else _dense
    dense(graph, weights, name + "bent", [name + "fo"], shape.inner, name + "narrow")
    graph.node("Add", [middle, name + "narrow"], name + "sum")
    return _normal(graph, weights, name + "sum", name + "oln")


def _normal(graph: Graph, weights: Weights, given: str, name: str) -> str:
    scale, bias = (graph.constant(f"{name}.{end}", weights.vector(f"{name}.{end}")) for end in "wb")
    return graph.node("LayerNormalization", [given, scale, bias], name, axis=-1, epsilon=float(weights.shape.epsilon))


def _dense(graph: Graph, weights: Weights, given: str, names: list[str], inputs: int, output: str) -> str:
    """Matrices of the same input as one: it is made 8-bit once."""
    whole = np.concatenate([weights.matrix(name + ".w", inputs) for name in names])
    scales = np.abs(whole).max(axis=1) / MOST
    graph.constant(output + ".w", _eight_bit(whole, scales))
    graph.constant(output + ".s", scales.astype(np.float32))
    graph.constant(output + ".z", np.zeros(len(whole), np.int8))
    graph.constant(output + ".b", np.concatenate([weights.vector(name + ".b") for name in names]))
    constants = [output + end for end in (".w", ".s", ".z", ".b")]
    return graph.node("DynamicQuantizeMatMul", [given, *constants], output, MICROSOFT)


def _exact(graph: Graph, weights: Weights, given: str, names: list[str], inputs: int, output: str) -> str:
    """The same in float32."""
    whole = graph.constant(output + ".w", np.concatenate([weights.matrix(name + ".w", inputs) for name in names]).T)
    bias = graph.constant(output + ".b", np.concatenate([weights.vector(name + ".b") for name in names]))
    return graph.node("Add", [graph.node("MatMul", [given, whole], output + ".m"), bias], output)


def _eight_bit(matrix: Matrix, scales: Matrix) -> np.ndarray[tuple[int, ...], np.dtype[np.int8]]:
    """(inputs, outputs), as the operator wants it."""
    return np.clip(np.round(matrix / scales[:, None]), -MOST, MOST).astype(np.int8).T
