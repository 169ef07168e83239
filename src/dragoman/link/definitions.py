"""What a text says itself about names: short forms that it defines (世界卫生组织(世卫组织), World Trade Organization (WTO),
ВТО (Всемирная ...), 以下简称, "known as", "далее —") and names that it gives in a second script (库列巴(Dmytro Kuleba)).

link.toml: `defines` holds words that stand between a name and its short form ("known as", 以下简称, далее); `may_define` words that do so
where the one abbreviates the other ("or").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from dragoman import languages
from dragoman.link.abbreviations import is_short_form, long_form
from dragoman.link.known import lookup
from dragoman.link.match import scores
from dragoman.link.names import is_abbreviation, key
from dragoman.model.annotations import Mention, MentionType
from dragoman.text.lemmas import nominative
from dragoman.text.scripts import script

_BRACKET = re.compile(r"[(（]\s*[“\"«]?([^()（）\n]{2,120}?)[”\"»]?\s*[)）]")
_LONGEST_GAP = 2
"""Characters (a space, a closing quotation mark) between a name and its bracket."""
_QUOTES = '“”"«»‘’「」『』'
_STRIPPED = f" {_QUOTES}"
_NAME = re.compile(r"[^\W\d_][^\W\d_.'’·・•\-]*(?:[\s.'’·・•\-]+[^\W\d_][^\W\d_.'’·・•\-]*){0,7}\.?")
_ALIKE = 0.3
"""The score of sound from which a bracket of one word behind a person's name is the name again, and no country or paper."""
_TWIN = {"Hira": "Hani", "Kana": "Hani"}
_CAPITALS = 2
"""Capital letters of an acronym, at least."""
_QUOTED = r"[“\"«「][^”\"»」]{2,40}[”\"»」]"
_SPACED_NAME = r"[^\W\d_][\w.&-]*(?: [A-ZА-ЯІЇЄҐ][\w.&-]*){0,3}"
_UNSPACED_NAME = r"\w{2,8}"


class Definition(Struct, frozen=True):
    """A short form that the text defines: both surfaces, the long one's base form, and where the words that do so stand."""

    short: str
    long: str
    name: str
    start: int
    end: int


class Equality(Struct, frozen=True):
    """One name in two scripts, as the text gives it: the mention's surface, the other surface, its script (ISO 15924), and the words
    that say so."""

    name: str
    other: str
    script: str
    type: MentionType
    start: int
    end: int


def definitions(text: str, mentions: Sequence[Mention], language: str = "en") -> tuple[Definition, ...]:
    """The short forms that a text defines, in order, the first definition of each.

    A bracket holds the short form of the words before it, or the long form of a short one, where one abbreviates the other; behind a
    name a word such as "known as" defines any short name, and "or" one that abbreviates it. No person has a short form.
    """
    ends = {mention.end: mention for mention in mentions if mention.type != "person"}
    people = {mention.end for mention in mentions if mention.type == "person"}
    found: dict[str, Definition] = {}
    for match in _BRACKET.finditer(text):
        if any(match.start() - gap in people for gap in range(_LONGEST_GAP + 1)):
            continue
        before = _ending_at(ends, match.start())
        pair = _in_bracket(text, match, before, language)
        if pair:
            found.setdefault(key(pair.short), pair)
    for pair in _by_words(text, ends, language):
        found.setdefault(key(pair.short), pair)
    bases = {mention.text: mention.normal for mention in mentions if mention.normal}
    named = [replace(one, name=bases.get(one.long) or nominative(one.long.split(), language, False) or one.long) for one in found.values()]
    return tuple(sorted(named, key=lambda one: (one.start, one.end)))


def _ending_at(ends: Mapping[int, Mention], at: int) -> Mention | None:
    return next((ends[at - gap] for gap in range(_LONGEST_GAP + 1) if at - gap in ends), None)


def _in_bracket(text: str, match: re.Match[str], before: Mention | None, language: str) -> Definition | None:
    for inside in _readings(match.group(1), language):
        if before is not None:
            pair = _pair(before.text, inside)
            if pair:
                return Definition(*pair, pair[1], before.start, match.end())
        found = _by_letters(text, match, inside, language)
        if found is not None:
            return found
        if before is not None and before.type == "organisation" and _is_foreign_acronym(before.text, inside):
            return Definition(inside, before.text, before.text, before.start, match.end())
    return None


def _readings(inside: str, language: str) -> list[str]:
    """What a bracket may define: all of it, the part before a comma, a colon's right side ("简称：欧安组织"), what follows 以下简称."""
    cut = re.split(r"[,，;；]", inside)[0].strip(_STRIPPED)
    told = _opening(language).sub("", inside).strip(_STRIPPED + ",，:：—–-")
    return list(dict.fromkeys((inside.strip(_STRIPPED), told, cut, re.split(r"[:：]", cut)[-1].strip(_STRIPPED))))


def _pair(outside: str, inside: str) -> tuple[str, str] | None:
    """(short, long) of two names where one abbreviates the other."""
    if is_abbreviation(inside, outside):
        return inside, outside
    return (outside, inside) if is_abbreviation(outside, inside) else None


def _by_letters(text: str, match: re.Match[str], inside: str, language: str) -> Definition | None:
    """A short form in capitals behind its long form, or a long form behind it, by Schwartz & Hearst, whether a tagger saw them or not."""
    if not languages.get(language).spaced:
        return None
    if _is_acronym(inside):
        long = long_form(inside, text[: match.start()])
        if long is not None and any(word[:1].isupper() for word in long.split()):
            return Definition(inside, long, long, text.rindex(long, 0, match.start()), match.end())
    short = re.search(r"([^\W_][\w.&-]*)\s?$", text[max(0, match.start() - 14) : match.start()])
    if short and _is_acronym(short.group(1)) and (is_abbreviation(short.group(1), inside) or long_form(short.group(1), inside) == inside):
        return Definition(short.group(1), inside, inside, match.start() - len(short.group()), match.end())
    return None


def _is_acronym(text: str) -> bool:
    return is_short_form(text) and " " not in text and sum(char.isupper() for char in text) >= _CAPITALS


def _is_foreign_acronym(name: str, inside: str) -> bool:
    """Whether a bracket behind a body holds its acronym in another script: 北大西洋公约组织(NATO)."""
    return _is_acronym(inside) and inside.isupper() and _script(inside) != _script(name) and len(name) > len(inside) // 2


def _by_words(text: str, ends: Mapping[int, Mention], language: str) -> Iterator[Definition]:
    """Short forms behind a name and a word that says so: the Board, known as the JRB; 联合河流委员会，以下简称“联河委”."""
    sure, unsure = _between(language)
    for end, mention in sorted(ends.items()):
        for pattern, needs_letters in ((sure, False), (unsure, True)):
            match = pattern.match(text, end)
            short = match.group("short").strip(_STRIPPED) if match else ""
            if match is None or not short or key(short) == key(mention.text):
                continue
            if is_abbreviation(short, mention.text) or (not needs_letters and _may_be_name(short)):
                yield Definition(short, mention.text, mention.text, mention.start, match.end())
                break


def _may_be_name(short: str) -> bool:
    return short[:1].isupper() or script(short[0]) == "Hani"


@cache
def _between(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands behind a name and defines its short form for sure, and what may do so."""
    table = languages.table(language, "link")
    return _worded(table.get("defines", ()), language), _worded(table.get("may_define", ()), language)


def _worded(words: Sequence[str], language: str) -> re.Pattern[str]:
    name = _SPACED_NAME if languages.get(language).spaced else _UNSPACED_NAME
    return re.compile(rf"[\s,，(（]*{_any(words)}[\s:：—–-]*(?:[^\W\d_A-Z]{{1,3}} (?=[A-Z]))?(?P<short>{_QUOTED}|{name})")


def _any(words: Sequence[str]) -> str:
    body = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return f"(?i:{body})" if body else "(?!)"


@cache
def _opening(language: str) -> re.Pattern[str]:
    """Words that say "in short" at the beginning of a bracket."""
    table = languages.table(language, "link")
    border = r"(?!\w)" if languages.get(language).spaced else ""
    return re.compile(f"^{_any((*table.get('defines', ()), *table.get('may_define', ())))}{border}")


def with_short_forms(text: str, mentions: Sequence[Mention], defined: Sequence[Definition], language: str) -> list[Mention]:
    """The mentions, with every later use of a defined short form among them, typed as its long form is."""
    if not defined:
        return list(mentions)
    border = r"(?<!\w){}(?!\w)" if languages.get(language).spaced else "{}"
    kinds = {key(mention.text): mention.type for mention in mentions if mention.type != "person"}
    found = list(mentions)
    for one in defined:
        kind = kinds.get(key(one.long)) or kinds.get(key(one.short)) or "organisation"
        for match in re.finditer(border.format(re.escape(one.short)), text[one.start :]):
            start, end = one.start + match.start(), one.start + match.end()
            same = next((at for at, other in enumerate(found) if other.start < end and start < other.end), None)
            if same is None:
                found.append(Mention(start, end, text[start:end], kind, normal=one.short, by="aliases@1"))
            elif (found[same].start, found[same].end) == (start, end) and found[same].type in ("person", "other"):
                found[same] = replace(found[same], type=kind, entity=None, name=None)
    return sorted(found, key=lambda mention: mention.start)


def equalities(text: str, mentions: Sequence[Mention], language: str) -> tuple[Equality, ...]:
    """The names that a text gives a second time in another script, in a bracket right behind them, in order.

    A bracket of two words and more behind a person is the name; one of a single word must sound like it, because countries and papers
    stand there too. Behind an organisation or place it must have two words, or be its acronym. A bracket that `actors` knows as something
    else than the mention's type is none.
    """
    ends = {mention.end: mention for mention in mentions if mention.type in ("person", "organisation", "place")}
    found = []
    for match in _BRACKET.finditer(text):
        before = _ending_at(ends, match.start())
        for part in re.split(r"[,，;；/]", match.group(1)) if before else ():
            other = part.strip(_STRIPPED)
            if before is not None and _same(before, other, language):
                found.append(Equality(before.text, other, _script(other), before.type, before.start, match.end()))
    return tuple(found)


def _same(mention: Mention, other: str, language: str) -> bool:
    theirs = _script(other)
    if not _NAME.fullmatch(other) or theirs in ("", _script(mention.text)) or (script(other[0]) != "Hani" and not other[0].isupper()):
        return False
    kinds = {name.type for name in lookup(other, None, _language(theirs, language)) if name.kind != "demonym"}
    if kinds and mention.type not in kinds:
        return False
    words = [word for word in re.split(r"[\s·・•.]+", other) if word]
    if mention.type != "person":
        return len(words) > 1 or _is_acronym(other) or theirs == "Hani"
    if theirs == "Latn" and other.isupper() and len(words) == 1:
        return False
    return len(words) > 1 or scores(mention.normal or mention.text, language, [(other, _language(theirs, language))])[0] >= _ALIKE


def _script(text: str) -> str:
    """The one script of a string's letters ("" for none or several); kana count with Han."""
    found = {_TWIN.get(one, one) for char in text if char.isalpha() and (one := script(char))}
    return found.pop() if len(found) == 1 else ""


def _language(theirs: str, own: str) -> str:
    """A language whose tables know names in a script: the usual one of the project, the text's own where it writes that script."""
    card = languages.get(own)
    usual = {"Hani": "zh", "Latn": "en", "Cyrl": "ru", "Arab": "ar"}
    return own if card.script == theirs else usual.get(theirs, own)
