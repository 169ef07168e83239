"""`dragoman entities`: who is named."""

from __future__ import annotations

from dragoman.cli.shared import After, AsJson, DeskPath, Limit, Party, StoryId, given, put_found, query
from dragoman.desk import Desk
from dragoman.model.story import NamedEntity


def entities(
    desk: DeskPath = None,
    party: Party = None,
    story: StoryId = None,
    limit: Limit = 200,
    after: After = None,
    as_json: AsJson = False,
) -> None:
    """List people, organisations and places with their names per language, roles and parties."""
    with Desk.open(**given(desk)) as opened:
        found = opened.entities(query(party=party, story=story, limit=limit, after=after))
    put_found(found, as_json, ("id", "type", "party", "mentions", "names"), _row)


def _row(entity: NamedEntity) -> tuple[str, ...]:
    names = "; ".join(f"{code}: {', '.join(forms[:3])}" for code, forms in sorted(entity.names.items()))
    return entity.id, entity.type, entity.party or "", str(entity.mentions), names or entity.name
