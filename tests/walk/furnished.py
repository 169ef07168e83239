"""Made-up sites: articles that differ, with lines between them that recur. The same number gives the same article."""

from __future__ import annotations

import random
from collections.abc import Sequence

WHO = [
    "Anna Keller",
    "Tomas Brandt",
    "Irene Falk",
    "Jonas Weller",
    "Mara Lind",
    "Peter Ostrow",
    "Vera Holt",
    "Simon Adler",
    "Clara Voss",
    "Emil Rode",
]
WHERE = [
    "Ravenport",
    "Old Harrow",
    "Kestrel Bay",
    "Marn",
    "Upper Tolva",
    "Sankt Veit",
    "Dunmere",
    "Pell",
    "Grey Ford",
    "Lowick",
    "Anselm",
    "Tarn Head",
]
WHAT = [
    "ferry",
    "reservoir",
    "granary",
    "tramway",
    "archive",
    "lighthouse",
    "orchard",
    "observatory",
    "quarry",
    "theatre",
    "cannery",
    "weir",
    "sawmill",
    "library",
    "bakery",
    "foundry",
    "museum",
    "nursery",
    "harbour",
    "market",
    "bridge",
    "chapel",
    "dairy",
    "kiln",
    "mint",
    "pier",
    "school",
    "stable",
    "tannery",
    "vineyard",
]
DID = [
    "closed",
    "reopened",
    "burned",
    "flooded",
    "expanded",
    "shrank",
    "moved",
    "collapsed",
    "thrived",
    "struggled",
    "changed",
    "paused",
    "hired",
    "dismissed",
    "borrowed",
    "paid",
    "won",
    "lost",
    "sued",
    "settled",
]
WHY = """after a storm|for want of money|at the wish of its owners|because of a court order|to the surprise of its neighbours|without a word of
explanation|despite two petitions|under a new law|in spite of the council|with help from abroad""".replace("\n", " ").split("|")
WHEN = [
    "in the spring",
    "last week",
    "over the winter",
    "before the harvest",
    "two years ago",
    "at the end of the month",
    "on a Sunday",
    "in early May",
]


def sentence(chance: random.Random) -> str:
    """One sentence that hardly ever comes twice."""
    who, where, what, did, why, when = (chance.choice(words) for words in (WHO, WHERE, WHAT, DID, WHY, WHEN))
    other, place = chance.choice(WHAT), chance.choice(WHERE)
    forms = (
        f"The {what} of {where} {did} {when} {why}, and the {other} of {place} may follow, {who} told the {chance.choice(WHAT)} committee.",
        f"{who} of {where} said {when} that the {what} {did} {why} and that {chance.randint(12, 900)} people near the {other} felt it.",
        f"In {where} the {what} {did} {why}; {who}, who looks after the {other} of {place}, heard of it {when}.",
    )
    return chance.choice(forms)


def paragraphs(number: int, count: int = 6) -> list[str]:
    """The paragraphs of one article, of two sentences each."""
    chance = random.Random(f"article {number}")
    return [f"{sentence(chance)} {sentence(chance)}" for _ in range(count)]


def title(number: int) -> str:
    """Its headline."""
    chance = random.Random(f"title {number}")
    return f"{chance.choice(WHERE)}: {chance.choice(WHAT)} {chance.choice(DID)} {chance.choice(WHEN)}"


def html(number: int, lines: Sequence[str], host: str = "lantern.example", body: str = "story-body", day: int | None = None) -> str:
    """A page of these lines as its paragraphs."""
    head, text = title(number), "\n".join(f"<p>{line}</p>" for line in lines)
    date = f"2023-05-{(day or 1 + number % 28):02}"
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{head}</title>"
        f"<link rel='canonical' href='https://{host}/{number}'><meta property='article:published_time' content='{date}T08:00:00Z'></head>"
        f"<body><nav><a href='/'>Home</a></nav><main class='page'><article class='{body}'><h1>{head}</h1>{text}</article></main></body></html>"
    )


def between(number: int, line: str, count: int = 6) -> list[str]:
    """An article's paragraphs with a line somewhere between two of them."""
    lines = paragraphs(number, count)
    lines.insert(random.Random(f"place {number}").randint(1, count - 1), line)
    return lines
