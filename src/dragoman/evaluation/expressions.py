"""Expectations as some corpora write them, Python expressions over a parsed result, evaluated without running Python: the syntax tree is
walked, and only comparisons, look-ups, literals and a few harmless functions are known."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from dragoman.errors import DragomanError

LONGEST = 20_000

_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Is: operator.is_,
    ast.IsNot: operator.is_not,
    ast.In: lambda a, b: a in b,
    ast.NotIn: lambda a, b: a not in b,
}
_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "len": len,
    "ord": ord,
    "datetime.datetime": datetime,
    "datetime.timedelta": timedelta,
}


class ExpressionError(DragomanError):
    """The expectation is written in a way that is not known here."""


def holds(expression: str, names: Mapping[str, Any]) -> bool:
    """Whether the expectation is true of the names. Look-ups of what is not there make it false; raises `ExpressionError` where it uses
    anything but comparisons, look-ups, literals and the functions above."""
    if len(expression) > LONGEST:
        raise ExpressionError("an expectation of more than 20,000 characters")
    try:
        tree = ast.parse(expression.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ExpressionError(f"not an expression: {error}") from error
    try:
        return bool(_value(tree.body, names))
    except (KeyError, IndexError, AttributeError, TypeError, ValueError, OverflowError):
        return False


def _value(node: ast.expr, names: Mapping[str, Any]) -> Any:
    match node:
        case ast.Constant():
            return node.value
        case ast.Name():
            return names[node.id]
        case ast.List() | ast.Tuple():
            items = [_value(item, names) for item in node.elts]
            return items if isinstance(node, ast.List) else tuple(items)
        case ast.Dict():
            return {_value(key, names): _value(value, names) for key, value in zip(node.keys, node.values, strict=True) if key is not None}
        case ast.Subscript():
            return _value(node.value, names)[_value(node.slice, names)]
        case ast.UnaryOp(op=ast.Not()):
            return not _value(node.operand, names)
        case ast.UnaryOp(op=ast.USub()):
            return -_value(node.operand, names)
        case ast.BinOp(op=ast.Add()):
            return _value(node.left, names) + _value(node.right, names)
        case ast.BoolOp():
            decide = all if isinstance(node.op, ast.And) else any
            return decide(_value(part, names) for part in node.values)
        case ast.Compare():
            return _compared(node, names)
        case ast.Attribute():
            return _attribute(node, names)
        case ast.Call():
            return _called(node, names)
    raise ExpressionError(f"{type(node).__name__} is not known in expectations")


def _compared(node: ast.Compare, names: Mapping[str, Any]) -> bool:
    left = _value(node.left, names)
    for kind, part in zip(node.ops, node.comparators, strict=True):
        right = _value(part, names)
        if not _COMPARE[type(kind)](left, right):
            return False
        left = right
    return True


def _attribute(node: ast.Attribute, names: Mapping[str, Any]) -> Any:
    """`a.b` reads a key of a mapping, never a Python attribute."""
    if ast.unparse(node) == "datetime.timezone.utc":
        return UTC
    held = _value(node.value, names)
    if isinstance(held, Mapping):
        return held[node.attr]
    raise ExpressionError(f".{node.attr} of something that is no mapping")


def _called(node: ast.Call, names: Mapping[str, Any]) -> Any:
    function = ast.unparse(node.func)
    arguments = [_value(argument, names) for argument in node.args] if function != "isinstance" else []
    if function in _FUNCTIONS:
        return _FUNCTIONS[function](*arguments, **{word.arg: _value(word.value, names) for word in node.keywords if word.arg})
    if function == "locals":
        return names
    if function == "isinstance" and len(node.args) == 2:
        return type(_value(node.args[0], names)).__name__ == ast.unparse(node.args[1]).split(".")[-1]
    if isinstance(node.func, ast.Attribute) and node.func.attr == "get":
        held = _value(node.func.value, names)
        if isinstance(held, Mapping):
            return held.get(*arguments)
    raise ExpressionError(f"{function}() is not known in expectations")
