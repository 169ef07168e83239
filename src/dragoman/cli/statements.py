"""`dragoman statements`: who said what."""

from __future__ import annotations

from dragoman.cli.shared import (
    ActName,
    After,
    AsJson,
    DeskPath,
    Language,
    Limit,
    Party,
    Since,
    SpeakerName,
    StoryId,
    Until,
    given,
    put_found,
    query,
)
from dragoman.desk import Desk
from dragoman.model.annotations import Statement


def statements(
    desk: DeskPath = None,
    speaker: SpeakerName = None,
    party: Party = None,
    act: ActName = None,
    story: StoryId = None,
    language: Language = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    after: After = None,
    as_json: AsJson = False,
) -> None:
    """List statements with their speakers, newest articles first."""
    asked = query(speaker=speaker, party=party, act=act, story=story, language=language, since=since, until=until, limit=limit, after=after)
    with Desk.open(**given(desk)) as opened:
        found = opened.statements(asked)
    put_found(found, as_json, ("party", "speaker", "act", "mode", "words", "article"), _row)


def _row(statement: Statement) -> tuple[str, ...]:
    who = statement.speaker.name if statement.speaker else "?"
    return statement.party or "?", who, statement.act, statement.mode, statement.lead + statement.text, statement.evidence.article
