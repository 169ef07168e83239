"""Weights of the two verifiers, from `languages/xx/copies.toml`."""

from __future__ import annotations

import math
from collections.abc import Mapping

from dragoman import languages


def weigh(which: str, features: Mapping[str, float]) -> dict[str, float]:
    """What each feature adds to the log odds, and "bias"."""
    table = languages.table(languages.NEUTRAL, "copies")[which]
    return {"bias": table["bias"]} | {name: table[name] * value for name, value in features.items()}


def odds(which: str, features: Mapping[str, float]) -> float:
    """The probability (0 to 1) that the features speak for."""
    return 1 / (1 + math.exp(-sum(weigh(which, features).values())))
