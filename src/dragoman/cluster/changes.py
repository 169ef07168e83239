"""Changes: what became of the stories that were there before, for those who know their addresses and for the log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.model.story import Filed, Story


def homes(stories: Iterable[Story]) -> dict[str, str]:
    """Article to the id of its story; round-ups are left out where they stand in several."""
    return {member.article: story.id for story in stories for member in story.members if not member.roundup or len(story.members) == 1}


def gone(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """(old id, new id) of every story that is no more: where most of its articles went; an empty new id where none of them is held any
    longer. Both map articles to stories."""
    left = set(before.values()) - set(after.values())
    shared: dict[str, dict[str, int]] = {story: {} for story in left}
    for article, story in before.items():
        if story in left and article in after:
            shared[story][after[article]] = shared[story].get(after[article], 0) + 1
    return tuple((old, min(counts, key=lambda new: (-counts[new], new), default="")) for old, counts in sorted(shared.items()))


def log(before: Mapping[str, str], after: Mapping[str, str], by: Mapping[str, str], at: str) -> list[Filed]:
    """What happened to articles and stories, as lines that are yet to be numbered; `by` tells who put each article where it is now."""
    heirs, old = dict(gone(before, after)), set(before.values())
    lines = [Filed(0, at, "merge", new, "", was) for was, new in heirs.items() if new]
    for article, story in sorted(after.items()):
        was, who = before.get(article), by.get(article, "")
        if was is None:
            lines.append(Filed(0, at, "assign", story, article, "", who))
        elif was != story and heirs.get(was) != story:
            lines.append(Filed(0, at, "move" if story in old or was in heirs else "split", story, article, was, who))
    return lines
