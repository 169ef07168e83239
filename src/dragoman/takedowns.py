"""Takedown: an article is removed with all that was made of it, and does not come back. The desk's use cases around it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.errors import DragomanError, NotFoundError, StoreError
from dragoman.model.takedown import Plea, PleaState, Tombstone
from dragoman.ports import Store
from dragoman.ports_filing import Copybook
from dragoman.ports_takedown import Graveyard
from dragoman.run.local import SystemClock

LONGEST = 4000
"""Characters of a reason."""

MOST = 1000
"""Requests that may be open: whoever can reach the portal can send some."""


class Takedowns:
    """What a desk does when somebody has a right to a text."""

    def store(self, write: bool = False) -> Store:
        """The desk's store."""
        raise NotImplementedError

    def _refile(self, store: Store, also: Sequence[str] = ()) -> None:
        raise NotImplementedError

    def _forget(self, stories: Sequence[str], pictures: Sequence[str]) -> None:
        raise NotImplementedError

    def graveyard(self) -> Graveyard:
        """The same store, as the keeper of what was removed."""
        store = self.store()
        if not isinstance(store, Graveyard):
            raise StoreError("this store does not remember what was removed")
        return store

    def takedown(self, what: str, reason: str = "", by: str = "", copies: bool = False, address: str = "") -> tuple[Tombstone, ...]:
        """Removes an article (id or address) in all its versions: text, reading, vector, index, kept bytes, pictures, place in stories;
        with `copies` also the texts that were found to be copies of it. Its address is not collected again. `address` is that of who asked,
        for the audit log. Raises `NotFoundError`."""
        graveyard, reason = self.graveyard(), reason.strip()[:LONGEST]
        things = [what, *(self._copied(what) if copies else ())]
        stones, touched = list[Tombstone](), set[str]()
        for place, thing in enumerate(things):
            if place and graveyard.tombstone(thing):
                continue  # another version of an address that is gone already
            done = graveyard.bury(thing, Tombstone(0, "", SystemClock().now(), reason, by), address)
            stones.append(done.stone)
            touched |= {*done.beside, *done.stone.articles}
            self._forget(done.stone.stories, done.pictures)
        self._refile(self.store(), sorted(touched))
        return tuple(stones)

    def restore(self, what: str, by: str = "") -> Tombstone:
        """Takes a removal back (id, address or number): the address may be collected again; the text does not come back by itself. Raises
        `NotFoundError`."""
        return self.graveyard().unbury(what, SystemClock().now(), by)

    def tombstone(self, thing: str) -> Tombstone | None:
        """The stone that stands where an article, story or address was."""
        store = self.store()
        return store.tombstone(thing) if isinstance(store, Graveyard) else None

    def tombstones(self) -> tuple[Tombstone, ...]:
        """What was removed, the latest first, undone ones too."""
        return self.graveyard().tombstones()

    def plead(self, article: str, reason: str, contact: str) -> None:
        """Keeps a request to remove an article. Raises `NotFoundError`, `DragomanError` where too many are open."""
        for held in self.store().readings(ids=[article]):
            url = held.article.url
            break
        else:
            raise NotFoundError(f"there is no article {article!r} on this desk")
        plea = Plea(0, article, url, reason.strip()[:LONGEST], contact.strip()[:400], SystemClock().now())
        if not self.graveyard().plead(plea, MOST):
            raise DragomanError("too many requests are open; write to whoever keeps this desk")

    def pleas(self, state: PleaState | None = None) -> tuple[Plea, ...]:
        """Requests to remove articles, the latest first."""
        return self.graveyard().pleas(state)

    def refuse(self, n: int, by: str = "") -> None:
        """Closes a request without removing anything. Raises `NotFoundError`."""
        self.graveyard().close_plea(n, "refused", by, SystemClock().now())

    def _copied(self, what: str) -> list[str]:
        """The articles of their stories that are a copy of a version of it, or of which one is a copy."""
        store, mine = self.store(), set(self.graveyard().holding(what))
        found = set[str]()
        for article in mine:
            try:
                story = store.story(article).id
            except NotFoundError:
                continue
            copies = (store.copies(story) if isinstance(store, Copybook) else None) or ()
            found |= {other for copy in copies for other in (copy.article, copy.of) if mine & {copy.article, copy.of}}
        return sorted(found - mine)
