"""The sockets between filing and the store, beside those of `ports`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from dragoman.model.filing import Refiled, Slip, Written
from dragoman.model.story import Breadth, Comparison, Copy, Filed


@runtime_checkable
class Cabinet(Protocol):
    """Keeps what filing remembers; a store is its own cabinet. Days are proleptic ordinals. Every write is one transaction. Raises
    `StoreError`."""

    def unslipped(self, made_by: str) -> tuple[str, ...]:
        """Articles (newest versions) without a slip of this maker: new ones, and those that were read again since."""
        ...

    def slip(self, slips: Sequence[Slip]) -> None:
        """Keeps slips, in place of older ones; their days, old and new, are due to be filed again."""
        ...

    def slips(self, since: int, until: int) -> Iterator[Slip]:
        """Those of these days (inclusive), by day and article."""
        ...

    def slips_of(self, ids: Sequence[str]) -> tuple[Slip, ...]: ...

    def days(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The days that have slips, and those that are due, in order."""
        ...

    def held(self, day: int, since: int) -> Written:
        """What was in force before `day` of the events with an article filed from `since` on, and of their stories."""
        ...

    def written(self, day: int) -> Written:
        """What was written down on a day."""
        ...

    def now(self, articles: Sequence[str]) -> Written:
        """What is in force of the stories of these articles, and the round-ups of their time; and the stories that show these articles."""
        ...

    def refiled(self, done: Refiled) -> None:
        """Keeps what a replay came to."""
        ...

    def filed(self, thing: str) -> tuple[Filed, ...]:
        """The log of a story or an article, in order."""
        ...


@runtime_checkable
class Copybook(Protocol):
    """Keeps which texts of a story are copies; a store is its own copybook. Every write is one transaction. Raises `StoreError`."""

    def copy_seals(self) -> dict[str, str]:
        """The stories that were looked at, and what each was made of."""

    def copies(self, story: str) -> tuple[Copy, ...] | None:
        """None where the story was not looked at."""

    def verdicts(self, story: str) -> tuple[Comparison, ...]:
        """What was found of pairs of its texts."""

    def breadths(self, stories: Sequence[str]) -> dict[str, Breadth]:
        """How broad those of the stories were that were looked at, unless one of their articles was read anew since."""

    def recopy(
        self, story: str, seal: str, copies: Sequence[Copy], verdicts: Sequence[Comparison], breadth: Breadth | None = None
    ) -> None: ...

    def uncopy(self, stories: Sequence[str]) -> None:
        """Forgets stories that are no more."""
