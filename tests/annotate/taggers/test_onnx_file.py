from __future__ import annotations

import numpy as np
import pytest

from dragoman.annotate.taggers.onnx_file import network


def field(number: int, value: bytes) -> bytes:
    return bytes([number << 3 | 2, len(value)]) + value


def test_weights_and_nodes_are_read() -> None:
    values = np.array([[1.5, -2.0], [0.25, 4.0], [8.0, 0.0]], dtype="<f4")
    tensor = field(1, bytes([3, 2])) + bytes([2 << 3, 1]) + field(8, b"w") + field(9, values.tobytes())
    other = bytes([1 << 3, 1, 2 << 3, 7]) + field(8, b"whole") + field(9, bytes(8))
    node = field(1, b"x") + field(1, b"w") + field(2, b"y") + field(4, b"MatMul")
    found = network(bytes([1 << 3, 8]) + field(7, field(1, node) + field(5, tensor) + field(5, other)))
    assert found.nodes == [("MatMul", ["x", "w"])]
    assert list(found.tensors) == ["w"]
    assert np.array_equal(found.tensors["w"], values)


def test_what_is_no_protobuf_is_refused() -> None:
    with pytest.raises(ValueError, match="wire type"):
        network(b"\x0b\x00")
