"""Numbers of a language that a script of `quality/` fitted. Apart from the tables, which commands read that need no numpy."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray


@cache
def arrays(code: str, name: str) -> Mapping[str, NDArray[Any]] | None:
    """`languages/<code>/<name>.npz`, numbers that a script of `quality/` fitted; None where the language has none. The folder needs no
    card."""
    file = resources.files("dragoman.languages").joinpath(code.lower().replace("_", "-").split("-")[0], f"{name}.npz")
    if not file.is_file():
        return None
    with np.load(BytesIO(file.read_bytes()), allow_pickle=False) as held:
        return {key: held[key] for key in held.files}
