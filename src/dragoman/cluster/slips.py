"""Cards as bytes and back, to be kept on the desk so that they need not be made again of whole readings."""

from __future__ import annotations

import msgspec

from dragoman.cluster.card import Card
from dragoman.cluster.windows import day_of
from dragoman.model.filing import Slip

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Card)


def pack(card: Card, made_by: str) -> Slip:
    """The slip of a card."""
    return Slip(card.article, day_of(card), made_by, _encoder.encode(card))


def unpack(slip: Slip) -> Card:
    """The card of a slip. Raises `msgspec.DecodeError` where another maker made it."""
    return _decoder.decode(slip.raw)
