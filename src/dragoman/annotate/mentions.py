"""Mentions: the names of persons, organisations, places and events, by the language's tagger, the tables of `actors`, and repairs.

Convention. A mention is the shortest span that names one thing: without articles, titles, honorifics, quotation marks around it and
possessive endings, with the words that belong to the name (University of Oxford, 北约-俄罗斯理事会). Mentions do not overlap: a body
keeps the place in its name (俄罗斯外交部 and МИД России are one organisation each, МИД России with `party` RU). Countries, also as
actors ("Russia said"), are places; their governments' metonyms (the Kremlin, 白宫) are organisations. Country adjectives and names
of peoples ("Russian", российский) are no mentions. A run of country letters (俄美) is one mention a letter; a place inside a larger
one is its own mention (奥地利维也纳 is two). Roles stand in `Mention.role`, never in the span. `normal` is the nominative where the
language inflects, simplified characters where it is Chinese, else the surface.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from msgspec.structs import replace

from dragoman import actors, languages
from dragoman.annotate import (
    mention_again,
    mention_bodies,
    mention_cuts,
    mention_edges,
    mention_glued,
    mention_heads,
    mention_kinds,
    mention_people,
    mention_repairs,
)
from dragoman.annotate.mention_case import recased
from dragoman.annotate.mention_gazetteer import Text, find, find_demonyms, prepared
from dragoman.annotate.mention_roles import Role, Scene, role
from dragoman.annotate.mention_rules import names_of, titles_of
from dragoman.annotate.mention_spans import Span, free
from dragoman.annotate.taggers import tagger
from dragoman.model.annotations import Mention, MentionType, Office
from dragoman.model.reading import Reading
from dragoman.ports import WordTagger
from dragoman.text.chinese import simplified
from dragoman.text.lemmas import lemma, lemmas, mostly_word, nominative
from dragoman.text.words import folded

_OPENING, _CLOSING = frozenset('«„“"'), frozenset('»”“"')


class Mentions:
    """Gives `mentions`, in order, never overlapping. `entity` is set only where the tables know exactly one bearer of the surface."""

    name = "mentions"
    version = "1"
    needs = ("sentences",)
    gives = ("mentions",)

    def annotate(self, reading: Reading) -> Reading:
        """The reading with its mentions."""
        text, language = reading.article.text, reading.article.language
        starts = frozenset(sentence.start for sentence in reading.sentences)
        # Tables and rules of Chinese are in simplified characters; one stands for one, so that offsets hold.
        plain = simplified(text) if languages.get(language).script == "Hans" else text
        prepared_text = prepared(plain, language)
        spans = spans_of(prepared_text, starts)
        scene = Scene(prepared_text, spans, find_demonyms(prepared_text, [span for span in spans if span.type == "person"]))
        by, families = f"{self.name}@{self.version}", _families(scene)
        return replace(reading, mentions=tuple(_mention(scene, span, families, by, text) for span in spans))


def spans_of(text: Text, starts: frozenset[int] = frozenset()) -> list[Span]:
    """The names of a text, in order, never overlapping."""
    whole, language = text.text, text.language
    namer = tagger(language)
    tagged = [Span(start, end, kind, sure) for start, end, kind, sure in namer.tag(recased(whole, language))]
    words = namer.words(whole) if isinstance(namer, WordTagger) else []
    tagged = mention_glued.sure_enough(tagged, language)
    tagged = mention_repairs.trimmed(whole, tagged, language)
    inflected = bool(names_of(language).body_words)
    if inflected:
        tagged = mention_repairs.trimmed(whole, mention_edges.parted(whole, tagged, language), language)
    if names_of(language).repairs:
        tagged = mention_repairs.trimmed(
            whole, mention_cuts.grow(whole, mention_cuts.cut(whole, tagged, language), language, starts), language
        )
        tagged = mention_kinds.typed(whole, mention_cuts.closed(whole, tagged, language), language)
    if not languages.get(language).spaced:
        tagged = mention_repairs.trimmed(whole, mention_repairs.without_titles(whole, tagged, language), language)
    known = _trusted(text, find(text, starts), tagged)
    letters = mention_repairs.compounds(text, known, tagged)
    spans = mention_repairs.merged(
        whole, [span for span in tagged if free(span, letters)], sorted([*known, *letters], key=lambda span: span.start)
    )
    spans = mention_repairs.extended(whole, mention_repairs.joined(whole, spans, language), language)
    spans = mention_heads.typed(whole, mention_bodies.grown(text, _without_honorifics(whole, spans, language)), language)
    for more in (mention_people.foreign, mention_people.again, mention_people.latin):
        spans = sorted([*spans, *more(whole, spans, language)], key=lambda span: span.start)
    spans = mention_glued.repaired(text, spans, words)
    if languages.get(language).cased:
        spans = mention_people.surnames(whole, spans, language)
    if inflected:
        spans = mention_edges.whole_persons(whole, spans, language)
        for more in (mention_edges.in_brackets, mention_edges.echoes):
            spans = sorted([*spans, *more(whole, spans, language)], key=lambda span: span.start)
    if names_of(language).repairs:
        spans = mention_again.cased(whole, spans, language)
    return mention_people.majority(whole, spans)


def _trusted(text: Text, known: Sequence[Span], tagged: Sequence[Span]) -> list[Span]:
    """Known names without bare surnames that the tagger does not see as names: in spaced scripts many are words or other people's names."""
    if not languages.get(text.language).spaced:
        return list(known)
    seen = {(span.start, span.end): span.type for span in tagged}
    return [span for span in known if (span.start, span.end) in seen or not _doubtful(text, span)]


def _doubtful(text: Text, span: Span) -> bool:
    """Whether a known name that the tagger does not see may be something else: a bare surname, a word of the language, a city's name in
    quotation marks (a club, a ship)."""
    surface = text.text[span.start : span.end]
    word = " " not in surface and not surface.isupper() and mostly_word(surface, text.language)
    quoted = span.type == "place" and text.text[span.start - 1 : span.start] in _OPENING and text.text[span.end : span.end + 1] in _CLOSING
    return span.kind == "surname" or word or quoted


def _without_honorifics(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Persons without Mr, 先生, господин at either end and without offices in front."""
    honorifics, heads, out = titles_of(language).honorifics, titles_of(language).heads, []
    for span in spans:
        start, end = span.start, span.end
        if span.type == "person":
            words = text[start:end].split(" ")
            while len(words) > 1 and (
                folded(words[0]).rstrip(".") in honorifics or (len(words) > 2 and lemma(words[0], language) in heads)
            ):
                start += len(words[0]) + 1
                words = words[1:]
            for word in sorted(honorifics, key=lambda item: (-len(item), item)):
                if not word.isascii() and text.endswith(word, start, end) and end - start > len(word) + 1 and len(words) == 1:
                    end -= len(word)
                    break
        out.append(replace(span, start=start, end=end))
    return out


def _families(scene: Scene) -> dict[str, str]:
    """Surnames of people named in full, by base form: a bare Захаровой has its nominative from Мария Захарова, not from a man's."""
    found: dict[str, str] = {}
    for span in scene.spans:
        surface = scene.text.text[span.start : span.end]
        if span.type == "person" and " " in surface:
            family = _normal(surface, span, scene.text.language).split()[-1]
            for form in lemmas(surface.split()[-1], scene.text.language):
                found.setdefault(form, family)
    return found


def _mention(scene: Scene, span: Span, families: dict[str, str], by: str, text: str) -> Mention:
    surface = text[span.start : span.end]
    office: Role | None = role(scene, span) if span.type == "person" else None
    party = actors.party(office.party) if office and office.party else span.party
    return Mention(
        start=span.start,
        end=span.end,
        text=surface,
        type=cast(MentionType, span.type),
        entity=span.entity,
        name=actors.display(span.entity, scene.text.language) if span.entity else None,
        role=text[office.start : office.end] if office else None,
        party=party,
        normal=_family(surface, span, families, scene.text.language) or _normal(surface, span, scene.text.language),
        by=by,
        sure=span.sure,
        office=Office(office.start, office.end, party=party) if office else None,
    )


def _family(surface: str, span: Span, families: dict[str, str], language: str) -> str | None:
    if span.type != "person" or " " in surface or not families:
        return None
    return next((families[form] for form in lemmas(surface, language) if form in families), None)


def _normal(surface: str, span: Span, language: str) -> str:
    """The base form of a surface."""
    if languages.get(language).script == "Hans":
        return simplified(surface)
    return nominative(surface.split(), language, span.type == "person") or surface
