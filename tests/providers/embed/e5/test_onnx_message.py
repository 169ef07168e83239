import numpy as np
import onnxruntime
import pytest

from dragoman.annotate.taggers.onnx_file import network
from dragoman.providers.embed.e5.onnx_message import Graph


def test_a_graph_runs():
    graph = Graph()
    weights = np.array([[1, 2], [3, 4]], np.float32)
    made = graph.node("MatMul", ["x", graph.constant("w", weights)], "made")
    graph.node("ReduceMean", [made], "y", axes=[-1], keepdims=0)
    session = onnxruntime.InferenceSession(graph.model(("x", [1, "rows", 2]), ("y", [1, "rows"])), providers=["CPUExecutionProvider"])
    (answer,) = session.run(["y"], {"x": np.array([[[1, 0], [0, 1], [2, 2]]], np.float32)})
    assert answer.tolist() == [[1.5, 3.5, 10.0]]


def test_what_is_written_can_be_read_again():
    graph = Graph()
    graph.constant("w", np.arange(300, dtype=np.float32).reshape(150, 2))
    graph.node("LayerNormalization", ["x", "w"], "y", epsilon=1e-5)
    read = network(graph.model(("x", [2]), ("y", [2])))
    assert read.nodes == [("LayerNormalization", ["x", "w"])]
    assert np.array_equal(read.tensors["w"], np.arange(300, dtype=np.float32).reshape(150, 2))


def test_a_kind_of_number_without_need_is_refused():
    with pytest.raises(KeyError):
        Graph().constant("w", np.zeros(2, np.float64))
