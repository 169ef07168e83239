"""Embedders: texts to unit vectors. `e5` is the default (a title and a lead, in some hundred languages), `use` is quick and made for single
sentences (16 languages), `hashing` needs no model and sees only shared words, `none` gives no vectors at all (filing then leans on names,
dates and words)."""

from __future__ import annotations

from dragoman.registry import Table

EMBEDDERS = Table(
    "embedders",
    {
        "e5": "dragoman.providers.embed.e5:E5",
        "use": "dragoman.providers.embed.use:USE",
        "hashing": "dragoman.providers.embed.hashing:Hashing",
        "none": "dragoman.providers.embed.none:NoVectors",
    },
)
