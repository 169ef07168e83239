"""The fitted numbers of the join: `weights.toml`, written by `quality/fit_join.py`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from msgspec import Struct, convert


class Weights(Struct, frozen=True):
    """`bias` and a weight a feature (see `features`), log odds. An article joins a story from probability `join` up; `pair` is the least
    at which two articles taken alone may be one (quorum)."""

    bias: float
    weights: dict[str, float]
    join: float = 0.5
    pair: float = 0.25


@cache
def weights() -> Weights:
    """The weights that ship."""
    return convert(tomllib.loads(resources.files("dragoman.cluster").joinpath("weights.toml").read_text("utf-8")), Weights)
