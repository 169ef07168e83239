"""Weights of a network in an ONNX file, as arrays: onnxruntime runs a graph but does not hand them out.

An ONNX file is one protobuf message (onnx.proto3, IR version 3 and later): ModelProto.graph = 7; GraphProto.node = 1, .initializer = 5;
NodeProto.input = 1, .op_type = 4; TensorProto.dims = 1, .data_type = 2 (1 is float32), .name = 8, .raw_data = 9.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

_FLOAT = 1
_VARINT, _EIGHT, _BYTES, _FOUR = 0, 1, 2, 5
"""Wire types of protobuf."""


class Network(Struct, frozen=True):
    """The float32 tensors of a graph by name, and its nodes in order as (operator, names of inputs)."""

    tensors: dict[str, Matrix]
    nodes: list[tuple[str, list[str]]]


def network(data: bytes) -> Network:
    """The weights and nodes of an ONNX file. The arrays are views of `data`."""
    view = memoryview(data)
    graph = next(value for number, value in _fields(view) if number == 7 and isinstance(value, memoryview))
    tensors: dict[str, Matrix] = {}
    nodes: list[tuple[str, list[str]]] = []
    for number, value in _fields(graph):
        if number == 1 and isinstance(value, memoryview):
            nodes.append(_node(value))
        elif number == 5 and isinstance(value, memoryview):
            tensors.update(_tensor(value))
    return Network(tensors, nodes)


def _node(message: memoryview) -> tuple[str, list[str]]:
    inputs, operator = [], ""
    for number, value in _fields(message):
        if number == 1 and isinstance(value, memoryview):
            inputs.append(str(value, "utf-8"))
        elif number == 4 and isinstance(value, memoryview):
            operator = str(value, "utf-8")
    return operator, inputs


def _tensor(message: memoryview) -> dict[str, Matrix]:
    """The tensor by its name, nothing where it is not of float32."""
    shape: list[int] = []
    name, kind, raw = "", 0, memoryview(b"")
    for number, value in _fields(message):
        if isinstance(value, int):
            shape += [value] if number == 1 else []
            kind = value if number == 2 else kind
        elif number == 1:
            shape += _varints(value)
        elif number == 8:
            name = str(value, "utf-8")
        elif number == 9:
            raw = value
    return {name: np.frombuffer(raw, dtype="<f4").reshape(shape)} if kind == _FLOAT else {}


def _fields(message: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """Field numbers and values of a message, in order. Raises `ValueError` where it is no protobuf."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        wire = key & 7
        if wire == _VARINT:
            value, at = _varint(message, at)
            yield key >> 3, value
            continue
        if wire not in (_EIGHT, _BYTES, _FOUR):
            raise ValueError(f"wire type {wire} at byte {at}: not an ONNX file")
        size = {_EIGHT: 8, _FOUR: 4}.get(wire, 0)
        if wire == _BYTES:
            size, at = _varint(message, at)
        yield key >> 3, message[at : at + size]
        at += size


def _varints(packed: memoryview) -> list[int]:
    found, at = [], 0
    while at < len(packed):
        value, at = _varint(packed, at)
        found.append(value)
    return found


def _varint(message: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at
