"""The numbers of running stories: `running.toml`, set by hand on the project's own stories and samples, not fitted yet."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from msgspec import Struct, convert


class Running(Struct, frozen=True):
    """`bias` and a weight a feature (see `running.features`), log odds. An event continues a story from probability `link` up; `loose` is
    the least at which it is at all like one of the story's events."""

    bias: float
    weights: dict[str, float]
    link: float
    loose: float


@cache
def running() -> Running:
    """The weights that ship."""
    return convert(tomllib.loads(resources.files("dragoman.cluster").joinpath("running.toml").read_text("utf-8")), Running)
