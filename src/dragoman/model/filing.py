"""What filing writes down from day to day, so that it can be taken up again at any day. Days are proleptic ordinals of dates of
publication."""

from __future__ import annotations

from msgspec import Struct

from dragoman.model.story import Member


class Slip(Struct, frozen=True):
    """What filing needs to know of an article: the day at which it is filed, and its card as bytes, which only `cluster` reads. `made_by`
    names what made it: another maker's slip is made anew."""

    article: str
    day: int
    made_by: str
    raw: bytes


class Placed(Struct, frozen=True):
    """From the end of `day` on, an article is in an event, given by its key, as this member (whose own `event` is left empty)."""

    article: str
    day: int
    event: str
    member: Member


class Chained(Struct, frozen=True):
    """From the end of `day` on, an event is of a story, given by its key; an empty one says that the event is no more."""

    event: str
    day: int
    story: str
