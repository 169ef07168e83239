"""`dragoman entities`: who is named, or one of them with all that the desk holds."""

from __future__ import annotations

import sys
from typing import Annotated, get_args

import typer

from dragoman.cli.shared import After, AsJson, DeskPath, Language, Limit, Party, StoryId, given, put, put_found, query
from dragoman.desk import Desk
from dragoman.model.annotations import MentionType
from dragoman.model.query import Found
from dragoman.model.story import Dossier, NamedEntity, Role

TYPES: tuple[str, ...] = get_args(MentionType)

Name = Annotated[str | None, typer.Argument(metavar="[NAME|ID]", help="one entity, by id or by a name in any language")]
Kind = Annotated[str | None, typer.Option("--type", help="only this type: " + ", ".join(TYPES))]
Letters = Annotated[str | None, typer.Option("--text", help="only names with these letters, in any language")]


def entities(
    name: Name = None,
    desk: DeskPath = None,
    kind: Kind = None,
    text: Letters = None,
    party: Party = None,
    story: StoryId = None,
    language: Language = None,
    limit: Limit = 200,
    after: After = None,
    as_json: AsJson = False,
) -> None:
    """List people, organisations and places with their names per language, roles and parties; or show one of them with its statements,
    stories and articles, and why its names are one."""
    if kind is not None and kind not in TYPES:
        raise typer.BadParameter(f"there is no type {kind!r}; there are: {', '.join(TYPES)}", param_hint="--type")
    with Desk.open(**given(desk)) as opened:
        if name is not None:
            _show(opened.entity(name), as_json)
            return
        asked = query(text=text or "", type=kind, party=party, story=story, language=language, limit=limit, after=after)
        found = opened.entities(asked)
    put_found(found, as_json, ("id", "type", "party", "mentions", "names"), _row)


def _row(entity: NamedEntity) -> tuple[str, ...]:
    names = "; ".join(f"{code}: {', '.join(forms[:3])}" for code, forms in sorted(entity.names.items()))
    return entity.id, entity.type, entity.party or "", str(entity.mentions), names or entity.name


def _show(found: Dossier, as_json: bool) -> None:
    if as_json:
        put(found)
        return
    write = sys.stdout.write
    facts = [found.type, found.party or "", found.wikidata or "", f"{found.mentions} mentions in {len(found.articles)} articles"]
    write(f"{found.name} ({', '.join(fact for fact in facts if fact)})\n{', '.join(found.ids)}\n\n")
    put_found(Found(tuple(sorted(found.names.items()))), False, ("language", "names"), lambda row: (row[0], ", ".join(row[1])))
    if found.roles:
        put_found(Found(found.roles), False, ("role", "party", "from", "to"), _role)
    for merged in found.merged:
        write(f"{merged.name}: {merged.evidence}\n")
    for said in found.judgements:
        write(f"judgement {said.n}: {said.one} {said.kind} {said.other}{' (undone)' if said.undone else ''}\n")
    for story, title in found.stories:
        write(f"story {story}: {title}\n")
    for named in found.named:
        write(f"article {named.article} ({named.language}, {named.published or 'undated'}, named {named.times} times): {named.title}\n")
    for statement in found.said:
        write(f"{statement.act} ({statement.mode}), {statement.evidence.article}: {statement.lead}{statement.text}\n")


def _role(role: Role) -> tuple[str, ...]:
    return role.title, role.party or "", role.since or "", role.until or ""
