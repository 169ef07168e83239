"""Every noun is a frozen value with a docstring, and goes through JSON unharmed."""

from __future__ import annotations

import importlib
from pathlib import Path

import msgspec
import pytest

import dragoman.model

MODULES = sorted(path.stem for path in Path(dragoman.model.__file__).parent.glob("*.py") if path.stem != "__init__")
NOUNS = sorted(
    {
        kind
        for module in MODULES
        for kind in vars(importlib.import_module(f"dragoman.model.{module}")).values()
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind is not msgspec.Struct
    },
    key=lambda kind: kind.__name__,
)


def test_the_seven_nouns_are_there() -> None:
    assert {"Source", "Lead", "Page", "Article", "Reading", "Story", "Brief"} <= {kind.__name__ for kind in NOUNS}


@pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__name__)
def test_it_is_frozen_and_explains_itself(kind: type[msgspec.Struct]) -> None:
    assert kind.__struct_config__.frozen
    assert kind.__doc__


@pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__name__)
def test_its_json_schema_can_be_given_to_others(kind: type[msgspec.Struct]) -> None:
    assert "$ref" in msgspec.json.schema(kind)
