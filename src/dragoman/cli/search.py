"""`dragoman search`: words in the articles held."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.shared import After, AsJson, DeskPath, Language, Limit, Since, Until, given, put_found, query
from dragoman.desk import Desk


def search(
    text: Annotated[str, typer.Argument(metavar="QUERY", help='words, "phrases", -not, OR, prefix*, language:zh, since:2022-01-01')],
    desk: DeskPath = None,
    language: Language = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 20,
    after: After = None,
    as_json: AsJson = False,
) -> None:
    """Search the desk's articles; Chinese is segmented."""
    with Desk.open(**given(desk)) as opened:
        found = opened.search(query(text=text, language=language, since=since, until=until, limit=limit, after=after))
    put_found(found, as_json, ("article", "language", "title", "words"), lambda hit: (hit.article, hit.language, hit.title, hit.snippet))
