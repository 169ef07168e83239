"""Writing an ONNX model: the few messages of its protobuf (onnx.proto3) that a graph of ours has need of.

ModelProto.ir_version = 1, .graph = 7, .opset_import = 8; OperatorSetIdProto.domain = 1, .version = 2; GraphProto.node = 1, .name = 2,
.initializer = 5, .input = 11, .output = 12; NodeProto.input = 1, .output = 2, .op_type = 4, .attribute = 5, .domain = 7;
AttributeProto.name = 1, .f = 2, .i = 3, .ints = 8, .type = 20; TensorProto.dims = 1, .data_type = 2, .name = 8, .raw_data = 9;
ValueInfoProto.name = 1, .type = 2; TypeProto.tensor_type = 1; Tensor.elem_type = 1, .shape = 2; TensorShapeProto.dim = 1;
Dimension.dim_value = 1, .dim_param = 2.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

IR_VERSION, OPSET, MICROSOFT = 9, 17, "com.microsoft"
_KINDS = {"float32": 1, "uint8": 2, "int8": 3, "int32": 6, "int64": 7}
_FLOAT, _INT, _INTS = 1, 2, 7
"""AttributeProto.type."""

Value = int | float | Sequence[int]


class Graph:
    """A graph in the making. Names of values are given by their makers; each adding function returns the name of what it made."""

    def __init__(self) -> None:
        self._nodes: list[bytes] = []
        self._constants: list[bytes] = []
        """The pieces of their messages; put together once, at the end, because they are large."""

    def constant(self, name: str, array: NDArray[Any]) -> str:
        """An array that the graph holds. Raises `KeyError` for a kind of number that has no need here."""
        dims = b"".join(_number(1, size) for size in array.shape)
        kind = _number(2, _KINDS[array.dtype.name])
        raw = np.ascontiguousarray(array).tobytes()
        head = dims + kind + _text(8, name) + _head(9, len(raw))
        self._constants += [_head(5, len(head) + len(raw)), head, raw]
        return name

    def node(self, operator: str, inputs: Sequence[str], output: str | Sequence[str], domain: str = "", **attributes: Value) -> str:
        """An operator with its inputs; returns its (first) output. `domain`: whose operator it is, ONNX's own where empty."""
        outputs = [output] if isinstance(output, str) else list(output)
        parts = [_text(1, name) for name in inputs] + [_text(2, name) for name in outputs] + [_text(4, operator)]
        parts += [_bytes(5, _attribute(name, value)) for name, value in sorted(attributes.items())]
        self._nodes.append(_bytes(1, b"".join(parts) + _text(7, domain)))
        return outputs[0]

    def model(self, takes: tuple[str, Sequence[int | str]], gives: tuple[str, Sequence[int | str]]) -> bytes:
        """The model with one float32 input and one output, each (name, shape); a size that is a name is open."""
        ends = _bytes(11, _value(*takes)) + _bytes(12, _value(*gives))
        graph = [*self._nodes, _text(2, "graph"), *self._constants, ends]
        sets = [_bytes(8, _text(1, domain) + _number(2, version)) for domain, version in (("", OPSET), (MICROSOFT, 1))]
        return b"".join([_number(1, IR_VERSION), _head(7, sum(map(len, graph))), *graph, *sets])


def _attribute(name: str, value: Value) -> bytes:
    if isinstance(value, float):
        return _text(1, name) + _varint(2 << 3 | 5) + struct.pack("<f", value) + _number(20, _FLOAT)
    if isinstance(value, int):
        return _text(1, name) + _number(3, value) + _number(20, _INT)
    return _text(1, name) + b"".join(_number(8, one) for one in value) + _number(20, _INTS)


def _value(name: str, shape: Sequence[int | str]) -> bytes:
    sizes = [_number(1, size) if isinstance(size, int) else _text(2, size) for size in shape]
    tensor = _number(1, _KINDS["float32"]) + _bytes(2, b"".join(_bytes(1, size) for size in sizes))
    return _text(1, name) + _bytes(2, _bytes(1, tensor))


def _varint(number: int) -> bytes:
    number &= (1 << 64) - 1
    made = bytearray()
    while number > 127:
        made.append(number & 127 | 128)
        number >>= 7
    made.append(number)
    return bytes(made)


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _head(field: int, size: int) -> bytes:
    return _varint(field << 3 | 2) + _varint(size)


def _bytes(field: int, value: bytes) -> bytes:
    return _head(field, len(value)) + value


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())
