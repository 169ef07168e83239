"""Names by the name recogniser of a spaCy pipeline; the modules of the languages load their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_LONGEST = 20_000
"""Characters given to the model at once; it keeps the whole document in memory."""
UNUSED = ("tok2vec", "tagger", "morphologizer", "parser", "attribute_ruler", "lemmatizer")
"""Parts that the name recogniser does without: it has its own word vectors layer."""


class Pipeline:
    """Tags what `types` has a type of `Mention` for; labels that it lacks are left out."""

    name = "spacy"

    def __init__(self, model: Any, types: Mapping[str, str]) -> None:
        self._model = model
        self._types = types

    def tag(self, text: str) -> list[tuple[int, int, str, float]]:
        """Spans (start, end, type, 1.0); the model gives no probability for a span."""
        found, offset = [], 0
        for part in _parts(text):
            for entity in self._model(part).ents:
                if entity.label_ in self._types:
                    found.append((offset + entity.start_char, offset + entity.end_char, self._types[entity.label_], 1.0))
            offset += len(part)
        return found


def _parts(text: str) -> list[str]:
    """The text in parts that end at a paragraph where they can."""
    parts = []
    while len(text) > _LONGEST:
        cut = text.rfind("\n", 1, _LONGEST) + 1 or _LONGEST
        parts.append(text[:cut])
        text = text[cut:]
    return [*parts, text] if text else parts
