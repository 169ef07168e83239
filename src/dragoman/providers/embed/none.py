"""No vectors: for machines where a model is not wanted."""

from __future__ import annotations

from collections.abc import Sequence


class NoVectors:
    """Answers every text with an empty vector, which every reader of vectors takes as "not known"."""

    name = "none"
    version = 1
    size = 0

    def embed(self, texts: Sequence[str], languages: Sequence[str] | None = None) -> list[tuple[float, ...]]:
        """An empty tuple a text."""
        return [() for _ in texts]
