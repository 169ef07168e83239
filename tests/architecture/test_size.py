"""Small rooms: modules under 300 lines, functions under 50, medians far below."""

from __future__ import annotations

import ast
from statistics import median

from architecture.source_tree import modules

ALL = [module for module in modules() if module.lines]


def functions() -> list[tuple[str, int]]:
    return [
        (f"{module.name}.{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for module in ALL
        for node in ast.walk(module.tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]


def test_no_module_is_longer_than_300_lines() -> None:
    assert {module.name: module.lines for module in ALL if module.lines > 300} == {}


def test_no_function_is_longer_than_50_lines() -> None:
    assert {name: lines for name, lines in functions() if lines > 50} == {}


def test_medians_stay_far_below() -> None:
    assert median(module.lines for module in ALL) <= 150
    assert median(lines for _, lines in functions()) <= 15
