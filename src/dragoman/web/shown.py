"""How the desk's values are shown: names of parties, countries and languages, links, directions. Filters and globals of the templates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import quote, urlencode, urlsplit

from babel import Locale, UnknownLocaleError
from babel.units import format_unit
from markupsafe import Markup

from dragoman.model.annotations import Event, Figure, Speaker
from dragoman.model.article import Article
from dragoman.model.spans import Cue, Evidence, Why
from dragoman.model.story import Gap, NamedEntity
from dragoman.web import names, tongues
from dragoman.web.names import Name
from dragoman.web.words import WORDS

_ARTICLE = re.compile(r"\ba[0-9a-f]{16}\b")
_DAYS = re.compile(r"([0-9.]+) days(?: between)?")
_NAMING = ("names", "places")
_SAY_IT_ALL = ("first", "bias", "vector mean", "no common language", "other language", "no names", "no places", "undated", "same runs")
"""Features of the join whose name says all that they saw."""
_HIT = re.compile(r"\[([^\[\]]+)\]")


def _code(locale: Locale) -> str:
    return str(locale).replace("_", "-")


def language_name(code: str, locale: Locale) -> str:
    """A language's name in the reader's language; the code where CLDR has none; empty where the language is not known."""
    if not tongues.tag(code):
        return ""
    try:
        return Locale.parse(code, sep="-").get_display_name(locale) or code
    except (UnknownLocaleError, ValueError):
        return code


def country_name(code: str | None, locale: Locale) -> str:
    """A country's name in the reader's language; empty where there is no country."""
    return str(locale.territories.get(code, code)) if code else ""


def party_name(party: str | None, locale: Locale) -> Name:
    """A party's name in the reader's language: who we know, else CLDR's countries, else the id in words."""
    if not party:
        return Name("")
    code = _code(locale)
    if known := names.known(party, code):
        return known
    return (
        Name(locale.territories[party], code) if party in locale.territories else Name(party.partition(":")[2].replace("-", " ") or party)
    )


def entity_name(entity: NamedEntity, locale: Locale) -> Name:
    """An entity's name for the reader: ours where we know it, else the one its articles in that language use, else its own."""
    code = _code(locale)
    if known := names.known(entity.id, code):
        return known
    if own := tongues.pick({held: listed[0] for held, listed in entity.names.items() if listed}, code):
        return Name(*own)
    return Name(entity.name, next((held for held, listed in sorted(entity.names.items()) if entity.name in listed), ""))


def speaker_name(speaker: Speaker, locale: Locale, language: str | None = None) -> Name:
    """A speaker's name for the reader where it is somebody we know, else as the article, in `language`, has it."""
    return names.known(speaker.entity, _code(locale)) or Name(speaker.name, language or "")


def figures_alike(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Figures in order, those with the same value in the same words (copies of one text) together."""
    groups: dict[tuple[float | None, float | None, float | None, str], list[Figure]] = {}
    for item in figures:
        groups.setdefault((item.value, item.low, item.high, " ".join(item.evidence.text.split())), []).append(item)
    return list(groups.values())


def place_name(event: Event, locale: Locale, language: str | None = None) -> Name:
    """Where something happens, in the reader's language where the place is one we know, else as the brief has it."""
    return names.known(event.place_entity, _code(locale)) or Name(event.place or "", language or "")


def label_language(event: Event, articles: Mapping[str, Article]) -> str | None:
    """The language of an event's label: that of the article whose words it is; None where no evidence holds it."""
    label = " ".join(event.label.split())
    holders = (proof.article for proof in event.evidence if label in " ".join(proof.text.split()))
    return next((articles[identity].language for identity in holders if identity in articles), None)


def gap_words(gap: Gap) -> tuple[str, str]:
    """(term, words of the story) of a gap: the desk's own phrase in the catalog's "gap" group where there is one for its kind, and
    what it is about."""
    if gap.kind in WORDS["gap"]:
        return WORDS["gap"][gap.kind], gap.what.partition(": ")[2]
    return "", gap.what


def web_address(url: str | None) -> str | None:
    """The address if a browser may follow it: http or https with a host and nothing odd in it; None otherwise."""
    if not url or any(ord(char) < 33 or char in '"<>\\^`{|}' for char in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and host and "@" not in parts.netloc else None


def article_link(article: str, start: int | None = None, end: int | None = None, cue: Cue | None = None) -> str:
    """The page of an article, with words of it marked where given."""
    path = f"/article/{quote(article, safe='')}"
    if start is None or end is None:
        return path
    marks = {"mark": f"{start}-{end}"} | ({"cue": f"{cue.start}-{cue.end}"} if cue else {})
    return f"{path}?{urlencode(marks)}#mark"


def entity_link(entity: str) -> str:
    """The page of an entity. A slash in its id would end the path, so it is written as in a JSON pointer (RFC 6901)."""
    return f"/entities/{quote(entity.replace('~', '~0').replace('/', '~1'), safe='')}"


def entity_id(part: str) -> str:
    """The id behind such an address."""
    return part.replace("~1", "/").replace("~0", "~")


def topic_link(topic: str) -> str:
    """The page of a topic or an issue."""
    return f"/topic/{quote(topic.replace('~', '~0').replace('/', '~1'), safe='')}"


def wikidata_link(item: str | None) -> str | None:
    """The address of a Wikidata item, None for anything else."""
    return f"https://www.wikidata.org/wiki/{item}" if item and re.fullmatch(r"Q[1-9]\d*", item) else None


def evidence_link(evidence: Evidence) -> str:
    """The words of an article that a line comes from."""
    return article_link(evidence.article, evidence.start, evidence.end, evidence.cue)


@lru_cache(maxsize=512)
def foreign(code: str | None) -> Markup:
    """`lang` and `dir` attributes for text in that language; nothing is claimed of a language that is not known."""
    code = code or ""
    return Markup('lang="{}" dir="{}"').format(tongues.tag(code), tongues.direction(code) if tongues.tag(code) else "auto")


def snippet(text: str) -> list[tuple[str, bool]]:
    """A search result's words, each piece with whether it was found ([ and ] mark what was)."""
    pieces, at = [], 0
    for found in _HIT.finditer(text):
        pieces += [(text[at : found.start()], False), (found[1], True)]
        at = found.end()
    return [piece for piece in [*pieces, (text[at:], False)] if piece[0]]


def reason(why: Why, articles: Mapping[str, Article], locale: Locale) -> str:
    """What a reason for filing saw, for the reader: value and weight, then names for ids and titles for articles. What only says the
    feature again in English is left out."""
    value, _, rest = why.detail.partition(": ") if "×" in why.detail else ("", "", why.detail)
    if why.feature in _SAY_IT_ALL:
        rest = ""
    elif why.feature in _NAMING:
        rest = ", ".join(party_name(key, locale) for key in rest.split(", ") if key)
    elif days := _DAYS.fullmatch(rest):
        rest = format_unit(float(days[1]), "duration-day", "short", locale=locale)
    else:
        rest = _ARTICLE.sub(lambda found: f"“{short(articles[found[0]].title, 50)}”" if found[0] in articles else found[0], rest)
    return " · ".join(part for part in (value, rest.removeprefix("to ")) if part)


def short(text: str, length: int = 160) -> str:
    """Text cut to a length, with an ellipsis where something was cut; a name keeps the language it is in."""
    cut = text if len(text) <= length else text[: length - 1].rstrip() + "…"
    return Name(cut, text.language) if isinstance(text, Name) else cut
