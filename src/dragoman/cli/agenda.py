"""`dragoman agenda`: what is scheduled."""

from __future__ import annotations

from dragoman.cli.shared import After, AsJson, DeskPath, Limit, Party, Since, StoryId, Until, given, put_found, query
from dragoman.desk import Desk
from dragoman.model.annotations import Event


def agenda(
    desk: DeskPath = None,
    party: Party = None,
    story: StoryId = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    after: After = None,
    as_json: AsJson = False,
) -> None:
    """List what was announced for a date, in order of the dates."""
    with Desk.open(**given(desk)) as opened:
        found = opened.agenda(query(party=party, story=story, since=since, until=until, limit=limit, after=after))
    put_found(found, as_json, ("from", "to", "status", "parties", "place", "what"), _row)


def _row(event: Event) -> tuple[str, ...]:
    return event.start or "?", event.end or "", event.status, " ".join(event.parties), event.place or "?", event.label
