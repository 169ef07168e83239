"""Voices: everything in a text that may speak, from named people to "officials" and "he"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from dragoman import actors
from dragoman.annotate.speech_parties import Party
from dragoman.annotate.speech_table import Speech
from dragoman.model.annotations import Mention

MAX_TITLE_WORDS = 12
MAX_TITLE_CHARACTERS = 24
MAX_OFFICE = 6
MAX_COMPLEMENT = 40
MAX_ABBREVIATION = 4
MAX_JOINT = 6
MAX_OWNED = 3
NOUN_KINDS = (("observers", "observer"), ("groups", "group"), ("roles", "role"), ("bodies", "body"), ("media", "media"))
APPOSED = re.compile(r"[,，、]?[ \u00a0]?(?:[^\W\d_]{1,3}[ \u00a0])?")
STOP = re.compile(r"[\n,，、;；:：.。!！?？()（）\[\]“”\"«»„「」—–]")


class Voice(Struct, frozen=True):
    """Words that may speak. `kind` is person, body, media, group, role, observer, or a pronoun kind (he, they, it, who, latter, former by
    table: "person*" is written "pronoun:person"); `head` is where the name itself begins; `named` says that a mention stands behind it,
    `evidence` how it was resolved (see `Speaker`)."""

    start: int
    end: int
    kind: str
    name: str
    head: int
    entity: str | None = None
    role: str | None = None
    party: str | None = None
    named: bool = False
    evidence: str = ""

    @property
    def pronoun(self) -> str | None:
        """The kind of pronoun, None for others."""
        return self.kind[8:] if self.kind.startswith("pronoun:") else None


def voices(text: str, table: Speech, mentions: Sequence[Mention], named: Sequence[Party]) -> tuple[Voice, ...]:
    """All voices in order of their start, without overlaps; mentions win over party names, these over nouns, and pronouns come last."""
    found: list[Voice] = []
    for voice in _mentioned(mentions, named):
        is_media = voice.kind == "body" and table.nouns["media"].match(text[voice.start : voice.end]) is not None
        found = _with(found, _extended(text, table, replace(voice, kind="media") if is_media else voice, named))
    for party in named:
        if party.noun and not _covered(found, party.start, party.end):
            found.append(_of_party(text, party, mentions))
    for entries, kind in NOUN_KINDS:
        for noun in table.nouns[entries].finditer(text):
            titled = next((voice for voice in found if voice.kind == "person" and voice.end == noun.start()), None)
            if titled is not None and not table.card.spaced and kind == "role":
                found[found.index(titled)] = replace(titled, end=noun.end(), role=titled.role or noun.group())
            elif not _covered(found, noun.start(), noun.end()):
                found = _with(found, _noun(text, table, noun.start(), noun.end(), kind, named, mentions))
    found = _spoken_for(text, table, found)
    for kind, pattern in table.pronouns.items():
        found += [
            Voice(word.start(), word.end(), f"pronoun:{kind}", word.group(), word.start())
            for word in pattern.finditer(text)
            if not _covered(found, word.start(), word.end())
        ]
    return tuple(sorted(found, key=lambda voice: (voice.start, voice.end)))


def _spoken_for(text: str, table: Speech, found: Sequence[Voice]) -> list[Voice]:
    """The voices, where a person without a party takes office and party from the office beside the name ("Norway's finance minister, X"),
    and at every other place from where the same person has them."""
    ordered = sorted(found, key=lambda voice: voice.start)
    beside: dict[str, Voice] = {}
    for left, right in pairwise(ordered):
        for person, office in ((left, right), (right, left)):
            if (
                _speaks_for(text, person, office)
                and _is_apposed(text, table, left.end, right.start)
                and not _goes_on(text, table, office, right)
            ):
                beside.setdefault(person.entity or person.name, office)
    return [_held(voice, beside.get(voice.entity or voice.name)) for voice in found]


def _speaks_for(text: str, person: Voice, office: Voice) -> bool:
    """Whether an office tells the party of a person who has none. An office that the link room has read already, and that gave no
    party, gives none here either ("director of the Norway Institute at a college")."""
    read = person.role is not None and text[office.start : office.end] in person.role
    return person.kind == "person" and person.party is None and office.kind == "role" and office.party is not None and not read


def _goes_on(text: str, table: Speech, office: Voice, last: Voice) -> bool:
    """Whether an office after the name is of something that only begins with the name of a party ("director of the Norway Institute")."""
    following = re.match(r"[ \u00a0-]?(\w)", text[office.end : office.end + 2])
    return last is office and table.card.cased and following is not None and following.group(1).isupper()


def _is_apposed(text: str, table: Speech, end: int, start: int) -> bool:
    """Whether office and name stand side by side: a comma at most, or a complement of the office and a comma, between them."""
    between = text[end:start]
    if APPOSED.fullmatch(between):
        return True
    words = between.rstrip(", ").split()
    opened = words and table.preposition.match(words[0]) is not None
    return bool(opened) and len(words) <= MAX_OFFICE and not STOP.search(between.rstrip(", ")) and between.rstrip(" ").endswith(",")


def _held(voice: Voice, office: Voice | None) -> Voice:
    if office is None or voice.kind != "person" or voice.party is not None:
        return voice
    return replace(voice, party=office.party, role=voice.role or office.role)


def _covered(found: Sequence[Voice], start: int, end: int) -> bool:
    return any(voice.start < end and start < voice.end for voice in found)


def _with(found: list[Voice], voice: Voice) -> list[Voice]:
    """Adds a noun's voice in place of the names that only modify it ("US officials", "the army of Sudan")."""
    return [other for other in found if not (voice.start <= other.start and other.end <= voice.end)] + [voice]


def _mentioned(mentions: Sequence[Mention], named: Sequence[Party]) -> Iterator[Voice]:
    last = -1
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if mention.start < last or mention.type not in ("person", "organisation", "place"):
            continue
        same = next((party for party in named if (party.start, party.end) == (mention.start, mention.end)), None)
        party = mention.party or (actors.party(mention.entity) if mention.entity else None) or (same.party if same else None)
        speaks = (same is not None and same.noun) or (mention.entity is not None and mention.entity == party)
        if mention.type == "place" and not speaks:
            continue
        last = mention.end
        kind = "person" if mention.type == "person" else "body"
        entity = mention.entity or (same.entity if same else None)
        yield Voice(
            mention.start, mention.end, kind, mention.name or mention.text, mention.start, entity, mention.role or None, party, named=True
        )


def _of_party(text: str, party: Party, mentions: Sequence[Mention]) -> Voice:
    return Voice(party.start, party.end, "body", text[party.start : party.end], party.start, party.entity, None, party.party, named=True)


def _extended(text: str, table: Speech, voice: Voice, named: Sequence[Party]) -> Voice:
    """A person with the title words in front of the name, and the party that these name where the person has none."""
    if voice.kind != "person":
        return voice
    start = title_start(text, table, voice.start, named)
    title = text[start : voice.start].strip()
    if not title:
        return voice
    party = voice.party
    if party is None and not table.observer.search(title) and table.nouns["roles"].search(title):
        party = next((other.party for other in named if start <= other.start < voice.start), None)
    return replace(voice, start=start, role=voice.role or title, party=party)


def title_start(text: str, table: Speech, at: int, named: Sequence[Party]) -> int:
    """Where the words that belong in front of a name or noun begin."""
    return _spaced_start(text, table, at, named) if table.card.spaced else _unspaced_start(text, table, at, named)


def _spaced_start(text: str, table: Speech, at: int, named: Sequence[Party]) -> int:
    start = best = at
    for _ in range(MAX_TITLE_WORDS):
        word = re.search(r"(\S+)[ \u00a0]+$", text[max(0, start - 60) : start])
        if word is None:
            break
        piece = word.group(1)
        begin = start - len(word.group(0))
        if STOP.search(piece) and not _is_initial(table, piece):
            break
        known = table.title_word.fullmatch(piece.rstrip(".")) or any(party.start <= begin < party.end for party in named)
        capital = table.card.cased and piece[:1].isupper() and not table.preposition.fullmatch(piece) and not _known_cue(table, piece)
        if known or (capital and not table.conjunction.fullmatch(piece)):
            best = start = begin
        elif table.preposition.fullmatch(piece) and best == start and start < at:
            start = begin
        else:
            break
    return best


def _known_cue(table: Speech, piece: str) -> bool:
    return any(cue.pattern.fullmatch(piece) for cue in table.cues)


def _is_initial(table: Speech, piece: str) -> bool:
    """Abbreviations with full stops: J., U.S., Gen."""
    if re.fullmatch(r"(?:\w\.)+", piece):
        return True
    return len(piece) <= MAX_ABBREVIATION and piece.endswith(".") and table.title_word.fullmatch(piece[:-1]) is not None


def _unspaced_start(text: str, table: Speech, at: int, named: Sequence[Party]) -> int:
    """Unspaced scripts: the stretch since the last mark, where it ends in a title and begins with a party or another title."""
    window = text[max(0, at - MAX_TITLE_CHARACTERS) : at]
    stops = [found.end() for found in STOP.finditer(window)]
    begin = at - len(window) + (stops[-1] if stops else 0)
    title = next((found for found in table.title_word.finditer(text, begin, at) if _reaches(table, text, found.end(), at)), None)
    nearby = [party for party in named if begin <= party.start and party.end <= at and at - party.end <= MAX_OFFICE]
    apart = (table.preposition, *(cue.pattern for cue in table.cues))
    if title is None and nearby and not any(pattern.search(text, nearby[-1].end, at) for pattern in apart):
        return nearby[-1].start
    if title is None:
        beside = next((party for party in named if party.end == at and party.start >= begin), None)
        return beside.start if beside else at
    heads = [party.start for party in named if begin <= party.start < at]
    nouns = [found.start() for entries in ("bodies",) for found in table.nouns[entries].finditer(text, begin, at)]
    candidates = [head for head in (*heads, *nouns) if not table.preposition.search(text, head, at)] or heads[-1:]
    return min(candidates, default=title.start())


def _reaches(table: Speech, text: str, start: int, at: int) -> bool:
    """Whether title words alone fill the rest up to the name."""
    while start < at:
        found = table.title_word.match(text, start, at)
        if found is None:
            return False
        start = found.end()
    return True


def _noun(text: str, table: Speech, start: int, end: int, kind: str, named: Sequence[Party], mentions: Sequence[Mention]) -> Voice:
    """A noun with its modifiers; its party from the names before it, else from the name that follows ("spokesman for", genitive)."""
    begin = title_start(text, table, start, named)
    stop = end
    if table.several.fullmatch(text, start, end):
        before = {party.end: party.start for party in named}
        while begin in before:
            begin = before[begin]
        return Voice(begin, stop, kind, text[begin:stop], start)
    begin = _owned(text, table, begin, named)
    inside = [party for party in named if begin <= party.start < start] or [party for party in named if party.start == start < party.end]
    if table.card.spaced:
        stop = _complement(text, table, end, named, mentions)
        inside = inside or [party for party in named if end <= party.start < stop]
    party = (
        None
        if kind in ("observer", "media")
        or table.apart.search(text, start, end)
        or not inside
        or _is_joint(text, table, begin, inside, named)
        else inside[-1].party
    )
    entity = party if kind == "body" and inside and (inside[-1].start, inside[-1].end) == (begin, stop) else None
    return Voice(begin, stop, kind, text[begin:stop], start, entity, text[start:end] if kind == "role" else None, party)


def _owned(text: str, table: Speech, begin: int, named: Sequence[Party]) -> int:
    """Where the owner of an office begins, over words that no list of titles holds ("Norway's fisheries minister")."""
    for party in named:
        owned = table.possessive.match(text, party.end) if party.end < begin and table.card.spaced else None
        between = text[owned.end() : begin] if owned else ""
        if owned and between.strip() and len(between.split()) <= MAX_OWNED and not STOP.search(between):
            return party.start
    return begin


def _is_joint(text: str, table: Speech, begin: int, inside: Sequence[Party], named: Sequence[Party]) -> bool:
    """Whether the noun is of several parties ("Dutch and Belgian officials", 美俄双方): it speaks for none of them alone."""
    left = next((party for party in reversed(named) if party.end <= begin), None)
    between = text[left.end : begin].strip() if left is not None else ""
    joined = left is not None and begin - left.end <= MAX_JOINT and table.coordinator.fullmatch(between.strip(" ,、")) is not None
    touching = left is not None and left.end == begin and not table.card.spaced
    parties = {inside[-1].party}
    return len(parties | ({left.party} if left is not None and (joined or touching) else set())) > 1


def _complement(text: str, table: Speech, end: int, named: Sequence[Party], mentions: Sequence[Mention]) -> int:
    """The end of "of X", "for the X", or of a name that follows directly."""
    spans = [(party.start, party.end) for party in named]
    spans += [(mention.start, mention.end) for mention in mentions if mention.type != "person"]
    for start, stop in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < end:
            continue
        words = text[end:start].split()
        if start - end > MAX_COMPLEMENT or STOP.search(text[end:start]) or len(words) > 4:
            return end
        fits = all(table.preposition.fullmatch(word) or table.title_word.fullmatch(word) or word[:1].isupper() for word in words)
        return stop if fits else end
    return end
