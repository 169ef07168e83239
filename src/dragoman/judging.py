"""What people say of the desk: names that are one or not, stories that are one or not; kept, obeyed at once, taken back. The desk's use
cases around people's words."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.cluster.rulings import Overruled, rulings
from dragoman.errors import DragomanError, NotFoundError
from dragoman.model.identity import Judgement, JudgementKind
from dragoman.model.story import Rulings
from dragoman.ports import Roster, Store
from dragoman.run.local import SystemClock
from dragoman.whois import WhoIs

OF_STORIES: tuple[JudgementKind, ...] = ("merge", "split")


class Judging:
    """What a desk does with people's words."""

    def store(self, write: bool = False) -> Store:
        """The desk's store."""
        raise NotImplementedError

    def whois(self) -> WhoIs:
        """Who is who on the desk."""
        raise NotImplementedError

    def _refile(self, store: Store) -> None:
        raise NotImplementedError

    def judge(self, kind: JudgementKind, *things: str, by: str = "") -> Judgement:
        """Keeps a person's word. "same" and "different" take two entities (ids or names) or two articles (ids: of one story or not);
        "merge" stories and articles that are one story; "split" a story and the articles that leave it and stay together. A story stands
        for the articles that it holds now. Raises `NotFoundError`, and `DragomanError` where the word says nothing or, of entities,
        contradicts an earlier one; of stories the latest word counts (`Judgement.overruled` of the earlier one tells)."""
        now = SystemClock().now()
        if kind in OF_STORIES:
            return self._said(kind, *self._sides(kind, things), now, by)
        if len(things) != 2:
            raise DragomanError(f"{kind!r} is said of two things")
        if all(self._is_article(thing) for thing in things):
            return self._said("merge" if kind == "same" else "split", things[:1], things[1:], now, by)
        return self.whois().judge(kind, things[0], things[1], now, by)

    def undo(self, n: int | None = None) -> Judgement:
        """Takes a judgement back, the last one in force where none is named; the desk is then as if it had never been said. Raises
        `NotFoundError`."""
        undone = self.whois().undo(n, SystemClock().now())
        if undone.kind in OF_STORIES:
            self._refile(self.store())
        return undone

    def judgements(self, story: str | None = None) -> tuple[Judgement, ...]:
        """What people said, in order, undone words too; with `story` only what concerns its articles."""
        said = self.whois().judgements()
        _, overruled = self._rulings(said)
        later = {n: tuple(one.by for one in overruled if one.n == n) for n in {one.n for one in overruled}}
        known = tuple(replace(one, overruled=later[one.n]) if one.n in later else one for one in said)
        if story is None:
            return known
        held = {member.article for member in self.store().story(story).members}
        now = self._roster().versions(sorted({article for one in known for article in (*one.ones, *one.others)}))
        return tuple(one for one in known if any(now.get(article, article) in held for article in (*one.ones, *one.others)))

    def rulings(self) -> Rulings:
        """What filing has to obey."""
        if not isinstance(self.store(), Roster):
            return Rulings()
        return self._rulings(self.whois().judgements())[0]

    def _rulings(self, said: Sequence[Judgement]) -> tuple[Rulings, tuple[Overruled, ...]]:
        return rulings(said, self._roster().versions(sorted({article for one in said for article in (*one.ones, *one.others)})))

    def _roster(self) -> Roster:
        return self.whois().roster

    def _said(self, kind: JudgementKind, ones: Sequence[str], others: Sequence[str], at: str, by: str) -> Judgement:
        roster = self._roster()
        n = max((old.n for old in roster.judgements()), default=0) + 1
        said = Judgement(n, kind, ones[0], others[0], at, by, None, tuple(ones), tuple(others))
        roster.judge(said, roster.merges())
        self._refile(self.store())
        return said

    def _sides(self, kind: JudgementKind, things: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
        """The articles that are spoken of: of a merge those of the first thing and of the rest, of a split those that leave and those
        that stay."""
        if len(things) < 2:
            raise DragomanError(
                "say which stories or articles are one" if kind == "merge" else "say a story and the articles that leave it"
            )
        first, rest = self._articles(things[0]), [article for thing in things[1:] for article in self._articles(thing)]
        others = list(dict.fromkeys(article for article in rest if article not in first))
        if kind == "merge":
            if not others:
                raise DragomanError(f"{', '.join(things)} hold the same articles: there is nothing to merge")
            return first, others
        strangers = [article for article in rest if article not in first]
        staying = [article for article in first if article not in rest]
        if strangers:
            raise DragomanError(f"{', '.join(strangers)} is not of the story {things[0]}")
        if not staying:
            raise DragomanError("all its articles cannot leave a story: some must stay")
        return list(dict.fromkeys(rest)), staying

    def _articles(self, thing: str) -> list[str]:
        """An article by its id, or those that a story holds and does not share with others."""
        story = self.store().story(thing)
        if any(member.article == thing for member in story.members):
            return [thing]
        return [member.article for member in story.members if not member.roundup] or [member.article for member in story.members]

    def _is_article(self, thing: str) -> bool:
        try:
            return self._articles(thing) == [thing]
        except NotFoundError:
            return False
