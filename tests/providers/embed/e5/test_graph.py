import numpy as np

from dragoman.annotate.taggers.onnx_file import network
from dragoman.providers.embed.e5 import graph


def test_the_graph_holds_every_layer(weights):
    operators = [operator for operator, _ in network(graph.model(weights)).nodes]
    assert operators.count("DynamicQuantizeMatMul") == 4 * weights.shape.layers - len(graph.EXACT)
    assert operators.count("MultiHeadAttention") == weights.shape.layers
    assert operators[-1] == "ReduceMean"


def test_weights_keep_to_seven_bits():
    matrix = np.array([[1.1, -2.0], [0.5, 0.3]], np.float32)
    eight = graph._eight_bit(matrix, np.abs(matrix).max(axis=1) / graph.MOST)
    assert eight.dtype == np.int8
    assert eight.tolist() == [[35, 63], [-63, 38]]
