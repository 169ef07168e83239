"""Copies on a desk: looked for in the stories that changed, when stories are filed, and read from the store when they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from dragoman.cluster import STAGES as FILING
from dragoman.model.ids import digest
from dragoman.model.query import Query
from dragoman.model.reading import Reading
from dragoman.model.story import Breadth, Copy, Sources, Story
from dragoman.ports import Store
from dragoman.ports_filing import Copybook

Embed = Callable[[Sequence[str]], Sequence[tuple[float, ...]]]


def settle(
    store: Store,
    made: Mapping[str, Sequence[str]],
    embed: Embed | None,
    stories: Sequence[Story] | None = None,
    gone: Iterable[str] = (),
) -> None:
    """Looks for copies in those of the stories that changed (None: of all), and forgets those of stories that are `gone`; `made` tells who
    made each reading. Each story is kept as soon as it is done, with the verdicts on pairs, so that a story that grows does not start
    anew."""
    if not isinstance(store, Copybook):
        return
    held, there, version = store.copy_seals(), set(), FILING.load("copies_version")
    for story in store.stories(Query(limit=10**9)).items if stories is None else stories:
        there.add(story.id)
        members = sorted(member.article for member in story.members)
        seal = f"{version} {_seal(members, made, embed is None)}"
        if held.get(story.id) != seal:
            known = store.verdicts(story.id) if held.get(story.id, "").startswith(f"{version} ") else ()
            readings = list(store.readings(ids=members)) if len(members) > 1 else []
            copies, verdicts = FILING.load("found_copies")(readings, embed, known) if readings else ((), ())
            sources = FILING.load("independent")(readings, copies) if readings else Sources(1, 1, 1)
            store.recopy(story.id, seal, copies, verdicts, Breadth(of_members(story), sources))
    store.uncopy(sorted(set(held) - there if stories is None else set(gone) & set(held)))


def _seal(members: Sequence[str], made: Mapping[str, Sequence[str]], plain: bool) -> str:
    """What copies hang on beside the rules: the articles, the makers of their readings, and whether there is an encoder."""
    return digest(str(plain), *(f"{name} {' '.join(made.get(name, ()))}" for name in members))


def of_members(story: Story) -> str:
    """Stands for the articles of a story."""
    return digest(*sorted(member.article for member in story.members), size=8)


def of_story(store: Store, story: Story, readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """The copies among a story's articles, as they were found when it was filed; where it was not looked at yet, without a model."""
    known = store.copies(story.id) if isinstance(store, Copybook) else None
    if known is None:
        found: tuple[Copy, ...] = FILING.load("copies")(readings)
        return found
    members = {member.article for member in story.members}
    return tuple(copy for copy in known if copy.article in members and copy.of in members)
