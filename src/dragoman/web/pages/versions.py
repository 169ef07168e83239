"""The versions of an article, and what differs between two of them: words, and statements that vanished or came in."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.errors import NotFoundError
from dragoman.model.annotations import Statement
from dragoman.model.catalogue import Version
from dragoman.model.reading import Reading
from dragoman.web import differences
from dragoman.web.asked import Answer, Asked, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.names import Name
from dragoman.web.pages import lists
from dragoman.web.shown import article_link, short


def pair(versions: Sequence[Version], asked: Asked) -> tuple[Version, Version] | None:
    """The two to compare: those asked for by number (`from`, `to`), else the last two; None where there is only one."""
    if len(versions) < 2:
        return None
    numbers = tuple(str(version.number) for version in versions)
    one, other = asked.one_of("from", numbers), asked.one_of("to", numbers)
    new = next((version for version in versions if str(version.number) == other), versions[-1])
    before = [version for version in versions if version.number < new.number] or [new]
    old = next((version for version in versions if str(version.number) == one), before[-1])
    return old, new


def unmatched(ones: Sequence[Statement], others: Sequence[Statement]) -> list[Statement]:
    """Statements whose words stand in none of the others."""
    there = {"".join(said.text.split()) for said in others}
    return [said for said in ones if "".join(said.text.split()) not in there]


def _folded(blocks: Sequence[differences.Block]) -> list[tuple[bool, list[differences.Block]]]:
    """Blocks in runs: (whether nothing differs, the blocks)."""
    runs: list[tuple[bool, list[differences.Block]]] = []
    for block in blocks:
        same = block.kind == "same"
        if not runs or runs[-1][0] != same:
            runs.append((same, []))
        runs[-1][1].append(block)
    return runs


def _compared(old: Reading, new: Reading) -> dict[str, object]:
    blocks = differences.blocks(old.article.text, new.article.text)
    return {
        "old": old.article,
        "new": new.article,
        "titles": differences.pieces(old.article.title, new.article.title),
        "runs": _folded(blocks),
        "changed": sum(block.kind != "same" for block in blocks),
        "vanished": unmatched(old.statements, new.statements),
        "appeared": unmatched(new.statements, old.statements),
    }


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """The versions of the article's address that are held. `?from=N&to=N` compares two by number, else the last two are compared."""
    versions = desk.versions(asked.part)
    if not versions:
        raise NotFoundError(asked.part)
    mine = next((version for version in versions if version.article == asked.part), versions[-1])
    title = asked.say("Versions")
    two = pair(versions, asked)
    step = (Name(short(mine.title, 60)) or asked.say("(no title)"), article_link(mine.article))
    context = {
        "title": title,
        "crumbs": lists.crumbs(asked, step, (title, None)),
        "versions": versions,
        "mine": mine,
        "two": two,
        **(_compared(desk.reading(two[0].article), desk.reading(two[1].article)) if two else {}),
    }
    return Answer("versions.html", context)
