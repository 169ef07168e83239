"""`dragoman stories`: the stories on the desk."""

from __future__ import annotations

from dragoman.cli.shared import After, AsJson, DeskPath, Language, Limit, Since, Until, given, put_found, query
from dragoman.desk import Desk


def stories(
    desk: DeskPath = None,
    language: Language = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    after: After = None,
    as_json: AsJson = False,
) -> None:
    """List the stories, the latest first."""
    with Desk.open(**given(desk)) as opened:
        found = opened.story_items(query(language=language, since=since, until=until, limit=limit, after=after))
    put_found(
        found,
        as_json,
        ("id", "first", "last", "articles", "languages", "title"),
        lambda item: (item.id, item.first or "?", item.last or "?", str(len(item.members)), " ".join(item.languages), item.title),
    )
