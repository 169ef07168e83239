"""The socket between takedown and the store, beside those of `ports`."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from dragoman.model.takedown import Buried, Plea, PleaState, Tombstone


@runtime_checkable
class Graveyard(Protocol):
    """Removes articles for good and remembers that it did; a store is its own graveyard. Every write is one transaction. Raises
    `StoreError`."""

    def bury(self, thing: str, stone: Tombstone, address: str = "") -> Buried:
        """Removes every version of an article (id or address): text, reading, vector, rows of the index, kept bytes, counted lines, names,
        marks, copies and its place in stories; puts the stone, settles pleas, and notes it in the audit log with the `address` of who did
        it. The stories are left to be filed again. Raises `NotFoundError`."""
        ...

    def holding(self, thing: str) -> tuple[str, ...]:
        """The ids of all versions of an article (id or address), the first one first."""
        ...

    def unbury(self, thing: str, at: str, by: str) -> Tombstone:
        """Takes the stone of an article (id, address or number of the stone) away: the address may be collected again. Raises
        `NotFoundError`."""
        ...

    def tombstone(self, thing: str) -> Tombstone | None:
        """The stone that stands where an article, story or address was."""
        ...

    def tombstones(self) -> tuple[Tombstone, ...]:
        """All, the latest first, undone ones too."""
        ...

    def plead(self, plea: Plea, most: int) -> bool:
        """Keeps a request; False where `most` are open already. The same words on the same article are kept once."""
        ...

    def pleas(self, state: PleaState | None = None) -> tuple[Plea, ...]:
        """The latest first."""
        ...

    def close_plea(self, n: int, state: PleaState, by: str, at: str) -> None:
        """Raises `NotFoundError` where none of that number is open."""
        ...
