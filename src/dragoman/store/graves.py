"""What is left of stories and their copies when an article is taken out of them, before they are filed again."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, delete, select, update

from dragoman.model.article import Article
from dragoman.model.codec import from_json, to_json
from dragoman.model.story import Comparison, Copy, Story
from dragoman.store import rows
from dragoman.store.tables import ARTICLES, COPIES, MEMBERS, REDIRECTS, STORIES


def rid_of_members(connection: Connection, stories: Sequence[str], ids: Sequence[str], titles: Collection[str]) -> list[str]:
    """Takes members out; a story without any ends, with the redirects to it. Its titles are those of the articles that stay. The ids of
    the stories that ended."""
    connection.execute(delete(MEMBERS).where(MEMBERS.c.article.in_(ids)))
    ended = []
    for name in stories:
        left = connection.execute(
            select(MEMBERS.c.article, ARTICLES.c.raw).join(ARTICLES, ARTICLES.c.id == MEMBERS.c.article).where(MEMBERS.c.story == name)
        ).all()
        if left:
            _retitle(connection, name, [from_json(row.raw, Article) for row in left], titles)
            continue
        old = connection.scalars(select(REDIRECTS.c.old).where(REDIRECTS.c.new == name)).all()
        ended += [name, *old]
        connection.execute(delete(REDIRECTS).where(REDIRECTS.c.new == name))
        connection.execute(delete(STORIES).where(STORIES.c.id == name))
    return ended


def _retitle(connection: Connection, name: str, left: Sequence[Article], titles: Collection[str]) -> None:
    held = from_json(connection.execute(select(STORIES.c.raw).where(STORIES.c.id == name)).scalar_one(), Story)
    kept = {code: title for code, title in held.titles.items() if title not in titles}
    title = held.title if held.title not in titles else next(iter([*kept.values(), *(article.title for article in left)]))
    row = rows.story_row(replace(held, title=title, titles=kept)) | {"size": len(left)}
    connection.execute(update(STORIES).where(STORIES.c.id == name).values(row))


def rid_of_copies(connection: Connection, stories: Sequence[str], ids: Collection[str]) -> None:
    """Forgets what was found of the articles beside others; what was found of the rest is kept, to be looked at when it is filed."""
    for row in connection.execute(select(COPIES).where(COPIES.c.story.in_(stories))).all():
        copies = [copy for copy in from_json(row.raw, tuple[Copy, ...]) if not {copy.article, copy.of} & set(ids)]
        verdicts = [one for one in from_json(zlib.decompress(row.verdicts), tuple[Comparison, ...]) if not {one.one, one.other} & set(ids)]
        left = {"seal": row.seal.partition(" ")[0] + " ", "raw": to_json(copies), "verdicts": zlib.compress(to_json(verdicts))}
        connection.execute(update(COPIES).where(COPIES.c.story == row.story).values(left))


def of_kind(kind: str, under: Iterable[Any]) -> tuple[str, ...]:
    """Of (kind, thing) rows the things of a kind."""
    return tuple(row[1] for row in under if row[0] == kind)
