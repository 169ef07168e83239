"""Which story is this; which text is a copy of which (pure, state passed in)."""

from __future__ import annotations

from dragoman.registry import Table

STAGES = Table(
    "filing",
    {
        "filing": "dragoman.cluster.filing:Filing",
        "card": "dragoman.cluster.card:card",
        "card_type": "dragoman.cluster.card:Card",
        "replay": "dragoman.cluster.replay:run",
        "record": "dragoman.cluster.replay:Record",
        "tell": "dragoman.cluster.filing:tell",
        "pack": "dragoman.cluster.slips:pack",
        "unpack": "dragoman.cluster.slips:unpack",
        "copies": "dragoman.cluster.copies:copies",
        "copies_version": "dragoman.cluster.copies.families:VERSION",
        "found_copies": "dragoman.cluster.copies:found",
        "independent": "dragoman.cluster.copies:independent",
        "parts": "dragoman.cluster.explain:parts",
        "counted": "dragoman.cluster.explain:counted",
        "explained": "dragoman.cluster.explain:explained",
        "beside": "dragoman.cluster.explain:beside",
        "same_story": "dragoman.cluster.same:same_story",
        "copied": "dragoman.cluster.copies:beside",
    },
)
