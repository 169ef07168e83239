"""Who takes part in an event and where it is: each name is read by the function word before it (with, between; on, about; in, at)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from dragoman import actors
from dragoman.annotate.event_clauses import Clause, Span
from dragoman.annotate.event_lexicon import Lexicon, Trigger
from dragoman.model.annotations import Mention

_ROLES = ("party", "topic", "place", "origin", "other")
_HAN_RUN = 4
_CAPITAL = 3
"""A gap this short between two places (code points) says what the second one is to the first ("奥地利首都维也纳")."""
_TOUCHING, _AIMED = 2, 8
AIMING = ("assault", "harm")
"""Types whose object is where they happen."""
_FAR = 40
"""A place further behind its event word than this (code points) is checked for a phrase that it hangs on."""


class Part(Struct, frozen=True):
    """A name in a clause and the role that the words around it give it: party, topic, place, origin, other, or free."""

    mention: Mention
    role: str


class Cast(Struct, frozen=True):
    """Parties (ids), people (display names) and the place of an event."""

    parties: tuple[str, ...]
    people: tuple[str, ...]
    place: str | None = None
    place_entity: str | None = None


def compounds(text: str, span: Span, book: Lexicon, mentions: Sequence[Mention]) -> list[Mention]:
    """Short country names that only company tells ("俄美", "中方"), as mentions of places; empty for languages without a table."""
    if not book.compounds:
        return []
    shorts = "".join(sorted(book.compounds))
    found = []
    for match in re.finditer(f"[{shorts}]{{1,{_HAN_RUN}}}", text[span[0] : span[1]]):
        start, end = span[0] + match.start(), span[0] + match.end()
        if any(one.start < end and start < one.end for one in mentions):
            continue
        led = any(hit.end() == start for hit in book.sign("compound.before").finditer(text, max(span[0], start - 2), start))
        followed = book.sign("compound.after").match(text, end) is not None
        if (followed and (end - start >= 2 or led or _opens(text, start, span))) or (led and end == span[1]):
            found += [_short(text, at, book) for at in range(start, end)]
    return found


def _opens(text: str, start: int, span: Span) -> bool:
    """Whether a lone short name opens its clause or stands behind a mark."""
    return start == span[0] or not text[start - 1].isalnum()


def _short(text: str, at: int, book: Lexicon) -> Mention:
    party = book.compounds[text[at]]
    return Mention(at, at + 1, text[at], "place", entity=party, name=text[at], party=party)


def parts(text: str, clause: Clause, book: Lexicon, mentions: Sequence[Mention], gaps: Sequence[Span], cues: Sequence[Span]) -> list[Part]:
    """The names of a clause in order with their roles. `gaps` are spans whose words say nothing about roles (times), `cues` are
    event words: a role word before one does not reach behind it."""
    found: list[Part] = []
    at, role = clause.start, "free"
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if mention.start < at or mention.end > clause.end:
            continue
        crossed = any(at <= start and stop <= mention.start for start, stop in cues)
        gap = _gap(text, at, mention.start, gaps, cues)
        within = role == "place" and not crossed and mention.type == "place" and len(gap.strip()) <= _CAPITAL and gap.isalnum()
        role = role if within else _role(gap, book, "free" if crossed else role)
        if found and _frames_town(text, found[-1].mention, mention):
            found[-1] = Part(found[-1].mention, "place")
        elif found and found[-1].role == "place" and _frames_town(text, mention, found[-1].mention):
            role = "place"
        found.append(Part(mention, role))
        at = mention.end
    return found


def _frames_town(text: str, country: Mention, town: Mention) -> bool:
    """Whether a country only says where the town beside it lies ("Geneva, Switzerland", "スイスのジュネーブ")."""
    first, second = sorted((country, town), key=lambda one: one.start)
    known = actors.get(town.entity) if town.entity and _is_town(town) else None
    close = second.start - first.end <= _CAPITAL
    return close and known is not None and known.kind == "city" and country.entity is not None and known.country == country.entity


def _gap(text: str, start: int, end: int, gaps: Sequence[Span], cues: Sequence[Span]) -> str:
    begin = max([start, *(stop for _, stop in cues if start < stop <= end)])
    words = list(text[begin:end])
    for left, right in gaps:
        for index in range(max(left, begin), min(right, end)):
            words[index - begin] = " "
    return "".join(words)


def _role(gap: str, book: Lexicon, before: str) -> str:
    """The role that the last function word of a gap gives; mere joining words hand the role of the name before on."""
    rest = book.sign("roles.join").sub(" ", gap)
    if not re.search(r"\w", rest):
        listed = before in ("topic", "other") or not re.search("[,，،]", gap)
        return before if listed else "free"
    found = [(match.end(), match.start(), role) for role in _ROLES for match in book.sign(f"roles.{role}").finditer(gap)]
    if not found:
        return "free"
    end, _, role = max(found, key=lambda one: (one[0], -one[1], one[2]))
    return "free" if book.sign("roles.close").search(gap, end) else role


def is_topic(text: str, start: int, end: int, book: Lexicon) -> bool:
    """Whether the last function word of a stretch says that what follows is a subject of talk."""
    return _role(text[start:end], book, "free") == "topic"


def parties(found: Sequence[Part], trigger: Trigger) -> tuple[str, ...]:
    """Party ids that take part, in order of appearance."""
    return tuple(dict.fromkeys(part.mention.party for part in found if part.mention.party and _acts(part, trigger)))


def people(found: Sequence[Part], trigger: Trigger) -> tuple[str, ...]:
    """Display names of the persons who take part."""
    persons = [part.mention for part in found if part.mention.type == "person" and _acts(part, trigger)]
    return tuple(dict.fromkeys(shown(one) for one in persons))


def shown(mention: Mention) -> str:
    """The English name of somebody or some place that we know, so that languages agree; else the name as the article gives it."""
    known = mention.entity is not None and actors.get(mention.entity) is not None
    return actors.display(mention.entity, "en") if known and mention.entity else mention.name or mention.text


def _acts(part: Part, trigger: Trigger) -> bool:
    """Whether a name takes part: led by a word of company, a free name that is no town, or where those who meet come from."""
    if part.role == "origin":
        return part.mention.end <= trigger.start
    return part.role == "party" or (part.role == "free" and not _is_town(part.mention))


def _is_town(mention: Mention) -> bool:
    """A place that is no party itself: a town is where something happens, a country may also be who acts."""
    return mention.type == "place" and (mention.entity is None or mention.entity != mention.party)


def place(text: str, found: Sequence[Part], trigger: Trigger, book: Lexicon) -> tuple[str | None, str | None]:
    """Name and entity of the most specific place near the trigger: one led by a word of place, else a town right before the trigger."""
    options = [
        part.mention
        for part in found
        if part.role == "place" and part.mention.type == "place" and not _hangs(text, part.mention, trigger, book)
    ]
    beside = [part.mention for part in found if _is_town(part.mention) and _beside(part, trigger)]
    if not options:
        options = beside or (_aimed_at(found, trigger) if trigger.type in AIMING else [])
    if not options:
        return None, None
    near = min(options, key=lambda one: (not _is_city(one), _away(one, trigger), one.start))
    chosen = _most_specific(text, near, options)
    return shown(chosen), chosen.entity


def _aimed_at(found: Sequence[Part], trigger: Trigger) -> list[Mention]:
    """Places that a deed may have struck: those behind its word where anybody is named there, since who stands before it did it."""
    behind = [part.mention for part in found if part.mention.start >= trigger.end and (part.mention.party or part.mention.type == "place")]
    return [one for one in behind or [part.mention for part in found] if one.type == "place"]


def _beside(part: Part, trigger: Trigger) -> bool:
    """Whether a town stands right before or behind the event word ("the Bucharest summit", "visited Cairo", "strikes on Odesa")."""
    if part.role == "free" and 0 <= trigger.start - part.mention.end <= _TOUCHING:
        return True
    reach = _AIMED if trigger.type in AIMING else _TOUCHING
    return (part.role == "free" or trigger.type in AIMING) and 0 <= part.mention.start - trigger.end <= reach


def _hangs(text: str, mention: Mention, trigger: Trigger, book: Lexicon) -> bool:
    """Whether a place far behind the event word belongs to a subordinate phrase ("met amid fears of a war in ...")."""
    far = mention.start - trigger.end
    return far > _FAR and bool(book.sign("roles.topic").search(text, trigger.end, mention.start))


def _is_city(mention: Mention) -> bool:
    """Whether a place is a city that we know: more telling than a country or a continent beside it."""
    actor = actors.get(mention.entity) if mention.entity else None
    return actor is not None and actor.kind == "city"


def _away(mention: Mention, trigger: Trigger) -> int:
    return trigger.start - mention.end if mention.end <= trigger.start else mention.start - trigger.end


def _most_specific(text: str, near: Mention, options: Sequence[Mention]) -> Mention:
    """Of names that stand together ("瑞士日内瓦", "Geneva, Switzerland") the town."""
    chain = [
        other
        for other in options
        if other is near or re.fullmatch(r",?\s?|\w{1,3}", text[min(near.end, other.end) : max(near.start, other.start)] or "") is not None
    ]
    towns = [one for one in chain if _is_town(one)]
    return towns[0] if towns else near


def cast(text: str, found: Sequence[Part], trigger: Trigger, book: Lexicon) -> Cast:
    """Parties, people and place that a clause's names give."""
    name, entity = place(text, found, trigger, book)
    return Cast(parties(found, trigger), people(found, trigger), name, entity)


def merge(first: Cast, second: Cast) -> Cast:
    """Both casts together; the first one's place wins."""
    placed = first if first.place else second
    return Cast(
        tuple(dict.fromkeys(first.parties + second.parties)),
        tuple(dict.fromkeys(first.people + second.people)),
        placed.place,
        placed.place_entity,
    )
