"""Embedders: texts to unit vectors. `use` is the default (one model for 16 languages), `hashing` needs no model and sees only shared
words, `none` gives no vectors at all (filing then leans on names, dates and words)."""

from __future__ import annotations

from dragoman.registry import Table

EMBEDDERS = Table(
    "embedders",
    {
        "use": "dragoman.providers.embed.use:USE",
        "hashing": "dragoman.providers.embed.hashing:Hashing",
        "none": "dragoman.providers.embed.none:NoVectors",
    },
)
