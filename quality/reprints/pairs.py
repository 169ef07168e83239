"""Pairs of texts, one a copy of the other or not."""

from __future__ import annotations

import itertools
import random
import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from reprints import texts
from reprints.texts import Text

SITES = tomllib.loads((Path(__file__).parent / "sites.toml").read_text("utf-8"))
APART = 0.03
"""Two accounts of one happening that share no more than this of their runs of words are independent for certain."""
DATED, CREDITED = 0.6, 0.3
Pair = dict[str, Any]
Chance = random.Random


def framed(text: Text, chance: Chance, site: dict[str, Any] | None = None, credit: str = "") -> Text:
    """Between the furniture of a site, with or without a credit line."""
    site = site or site_of(text.language, chance)
    if site is None:
        return text
    foot = [site["credit"].format(outlet=credit)] if credit else []
    head = chance.sample(site["head"], k=min(len(site["head"]), chance.randint(1, 3)))
    foot += chance.sample(site["foot"], k=min(len(site["foot"]), chance.randint(1, 3)))
    return replace(text, text="\n\n".join([*head, text.text, *foot]))


def site_of(language: str, chance: Chance) -> dict[str, Any] | None:
    known = [site for site in SITES["site"] if site["language"] == language]
    return chance.choice(known) if known else None


def copied(kind: str, original: Text, copy: Text, chance: Chance, name: str) -> Pair:
    """A pair with its copy on either side; dates or a credit tell which it is, or nothing does."""
    day = date(2023, 1, 1) + timedelta(days=chance.randrange(365))
    first = {**_side(original), "outlet": "original-post.example", "published": None, "credit": None}
    second = {**_side(copy), "outlet": "second-hand.example", "published": None, "credit": None}
    told = None
    if chance.random() < DATED:
        first["published"], second["published"] = day.isoformat(), (day + timedelta(days=chance.randint(1, 3))).isoformat()
        told = "dates"
    if chance.random() < CREDITED:
        second["credit"], told = "Original Post", "credit"
        if first["published"] and chance.random() < 0.3:  # a site that shows the day of crawling: the credit counts
            first["published"], second["published"] = second["published"], first["published"]
    turned = chance.random() < 0.5
    pair = {"id": name, "a": second if turned else first, "b": first if turned else second, "same": True, "score": None, "kind": kind}
    return {**pair, "copy": ("a" if turned else "b") if told else None}


def other(kind: str, a: Text, b: Text, name: str) -> Pair:
    return {"id": name, "a": _side(a), "b": _side(b), "same": False, "score": None, "kind": kind}


def _side(text: Text) -> Pair:
    return {"language": text.language, "title": text.title, "text": text.text}


def positives(pool: Sequence[Text], chance: Chance, share: float) -> Iterator[Pair]:
    """Copies of each kind of a share of the texts."""
    makers: dict[str, Callable[[Text], Text]] = {
        "exact": lambda text: text,
        "truncated": lambda text: texts.truncated(text, chance),
        "thinned": lambda text: texts.thinned(text, chance),
        "headline": lambda text: texts.headed(text, chance),
        "framed": lambda text: framed(text, chance, credit=chance.choice(("", "Original Post"))),
        "moved": lambda text: texts.moved(text, chance),
        "reworded": lambda text: texts.reworded(text, chance),
        "rewritten": lambda text: texts.reworded(text, chance, every=chance.choice((2, 3, 4))),
        "truncated, framed": lambda text: framed(texts.headed(texts.truncated(text, chance), chance), chance),
        "reworded, truncated": lambda text: texts.truncated(texts.reworded(text, chance), chance),
    }
    for text in pool:
        for kind, make in makers.items():
            if chance.random() < share:
                yield copied(kind, text, make(text), chance, f"{text.id}:{kind}")
        if text.language == "zh":
            yield copied("traditional", text, texts.traditional(texts.headed(text, chance)), chance, f"{text.id}:traditional")
            yield copied("traditional, truncated", text, texts.traditional(texts.truncated(text, chance)), chance, f"{text.id}:hant")
        mates = [one for one in pool if one.language == text.language and one.group != text.group]
        if mates and chance.random() < share:
            mate = chance.choice(mates)
            both = texts.spliced(text, mate, chance)
            yield copied("spliced", text, both, chance, f"{text.id}:spliced")
            yield copied("spliced", mate, both, chance, f"{text.id}:spliced other")


def versions(pool: Sequence[Text], chance: Chance) -> Iterator[Pair]:
    """Two wordings of one article in one language."""
    held: dict[tuple[str, str], list[Text]] = defaultdict(list)
    for text in pool:
        if text.group.startswith("wmt:"):
            held[text.group, text.language].append(text)
    for found in held.values():
        for one, two in itertools.pairwise(found):
            if texts.shared(one, two) >= 0.1:
                yield copied("versions", one, two, chance, f"{one.id}:version")


def negatives(pool: Sequence[Text], chance: Chance, share: float) -> Iterator[Pair]:
    """Texts that are no copies of each other, though they share something."""
    groups: dict[str, list[Text]] = defaultdict(list)
    spoken: dict[str, list[Text]] = defaultdict(list)
    for text in pool:
        groups[text.group].append(text)
        spoken[text.language].append(text)
    for text in pool:
        happening = [one for one in groups[text.group] if one is not text and one.version == text.version and one.group.startswith("ecb")]
        apart = [one for one in happening if texts.shared(text, one) <= APART]
        apart_topic = [one for one in groups[text.group] if one.version != text.version and texts.shared(text, one) <= APART]
        strangers = [one for one in spoken[text.language] if one.group != text.group]
        for kind, mates in (("happening", apart), ("topic", apart_topic if text.group.startswith("ecb") else [])):
            for mate in chance.sample(mates, k=min(len(mates), 2)):
                yield other(kind, text, mate, f"{text.id}:{kind}:{mate.id}")
        mates = apart or strangers
        if not mates or chance.random() > share * 3:
            continue
        mate = chance.choice(mates)
        yield other("stranger", text, chance.choice(strangers), f"{text.id}:stranger")
        yield _quoting(text, mate, chance.choice(strangers), chance)
        yield _furnished(text, mate, chance)
        yield _followed(text, mate, chance)


def _quoting(a: Text, b: Text, quoted: Text, chance: Chance) -> Pair:
    """Both bring the same long quotation, in words of their own around it."""
    sentences = texts.parts(quoted)
    at = chance.randrange(max(1, len(sentences) - 2))
    words = re.sub('["“”„«»「」]', "", texts.joined(sentences[at : at + chance.randint(1, 3)], quoted.language)).replace("\n\n", " ")
    said = SITES["attribution"].get(a.language, '"{words}"').format(words=words)
    sides = [replace(one, text=texts.joined(_put(texts.parts(one), said, chance), one.language)) for one in (a, b)]
    return other("quoting", *sides, f"{a.id}:quoting")


def _furnished(a: Text, b: Text, chance: Chance) -> Pair:
    site = site_of(a.language, chance)
    if site is None:
        return other("stranger", a, b, f"{a.id}:furniture")
    whole = [replace(one, text="\n\n".join([*site["head"], one.text, *site["foot"]])) for one in (a, b)]
    return other("furniture", *whole, f"{a.id}:furniture")


def _followed(a: Text, b: Text, chance: Chance) -> Pair:
    """The second text takes a sentence or two of background from the first."""
    sentences = texts.parts(a)
    background = [one for one in sentences[1:] if len(one) <= 0.15 * len(a.text)][: chance.randint(1, 2)]
    return other("follow-up", a, replace(b, text=texts.joined([*texts.parts(b), *background], b.language)), f"{a.id}:follow-up")


def _put(sentences: Sequence[str], said: str, chance: Chance) -> list[str]:
    at = chance.randrange(1, len(sentences))
    return [*sentences[:at], said, *sentences[at:]]


def templated(chance: Chance, times: int) -> Iterator[Pair]:
    """Texts of one template with other numbers, places and days."""
    for number, template in enumerate(SITES["template"]):
        for turn in range(times):
            sides = [_filled(template, chance) for _ in "ab"]
            yield other("template", *sides, f"template {number}.{turn}")


def _filled(template: dict[str, Any], chance: Chance) -> Text:
    words = {name: listed.get(template["language"], ["X"]) for name, listed in SITES["words"].items()}
    chosen = {name: chance.choice(listed) for name, listed in words.items()} | {"team2": chance.choice(words["team"])}

    def fill(text: str) -> str:
        for name, word in chosen.items():
            text = text.replace("{" + name + "}", word)
        return re.sub(r"\{n\}", lambda _: str(chance.randint(2, 96)), text)

    return Text("template", template["language"], fill(template["title"]), fill(template["text"]).strip())
