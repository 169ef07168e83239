"""What filing writes down from day to day, so that it can be taken up again at any day. Days are proleptic ordinals of dates of
publication."""

from __future__ import annotations

from msgspec import Struct

from dragoman.model.story import Filed, Member, Story


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


class Written(Struct, frozen=True):
    """What is in force at some time, or what was written down on some days. `shown` are the ids of the stories in which articles that
    were asked for are shown now."""

    placed: tuple[Placed, ...] = ()
    chained: tuple[Chained, ...] = ()
    shown: tuple[str, ...] = ()


class Refiled(Struct, frozen=True):
    """What a replay comes to: the `spans` of days (first, last) that it went through, what it wrote down for them in place of what was
    written there, articles `lost` (no longer held), stories that changed, those that are no more (old id, new id), and the log.
    `settled` says that nothing is due any more."""

    spans: tuple[tuple[int, int], ...] = ()
    written: Written = Written()
    lost: tuple[str, ...] = ()
    stories: tuple[Story, ...] = ()
    gone: tuple[tuple[str, str], ...] = ()
    log: tuple[Filed, ...] = ()
    settled: bool = False
