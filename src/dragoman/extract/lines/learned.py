"""Furniture that a desk learned: which lines of a site are (from counts over its pages), and cleaning articles by them. Pure: counts and
corrections are passed in, and the same article with the same of them gives the same result."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dragoman.extract.lines.assemble import GAP
from dragoman.model.article import UNKNOWN_SOURCE, Article, PageWords, Removed
from dragoman.model.furniture import Correction, FurnitureLine, Learned, LineCount, Observed, Sighting, Verdict
from dragoman.model.ids import article_id, digest
from dragoman.text.lines import bare, ends_sentence, weight

LEARNED = "learned: "
"""How the reasons of learned lines begin."""

CORRECTED = "a person said that it is furniture"
KIND = "learned"
QUOTED = "quoted"

LONGEST = 2_000
"""Characters of a line: longer ones are never furniture."""

MOST = 400
"""Lines of one article that are looked at."""

BESIDE = 12
"""Removed lines before and behind the text that are looked at: further out stands what no body extractor takes for text."""

LEAST = 8
"""Words that must stay: an article is not cleaned down to nothing."""

SAME = 0.5
"""Two pages that share more than this part of the shorter one's words are versions of one document."""

STEADY = 1.0
"""A line stands at a place of its own where its distance from the head or from the foot varies by at most so many paragraphs."""

PARAGRAPH = 60
"""A line of so many words may carry the story on."""

_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_OPENS = tuple('"“„«「『‘')


class Bar(Struct, frozen=True):
    """How much evidence makes a line furniture: different documents, their share of the site's, and different days, or else so many
    documents where the days are not known."""

    pages: int
    share: float
    days: int
    undated: int


# Set on made-up sites (docs/decisions/0004-learned-furniture.md), not on any labelled set.
PLACED = Bar(3, 0.05, 2, 5)
CHANGING = Bar(4, 0.5, 2, 6)
INLINE = Bar(4, 0.2, 2, 6)
SENTENCE = Bar(5, 0.2, 2, 8)
ROAMING = Bar(8, 0.25, 3, 12)


class Item(Struct, frozen=True):
    """A piece of a page in its order: a paragraph of the text, or a removed line. `was` says where it stood before: "text" with its offset,
    or "removed" with its number."""

    text: str
    removed: Removed | None
    was: tuple[str, int]


class SiteRules(Struct, frozen=True):
    """What is known of one site: learned lines by template and key, and the person's verdict by key."""

    lines: dict[tuple[str, str], FurnitureLine]
    verdicts: dict[str, Verdict]


Rules = Mapping[str, SiteRules]


def key(text: str) -> str:
    """What stands for a line: the same for lines that differ only in case, compatibility forms, numbers and marks at their ends; "" for one
    without letters, which is never furniture."""
    plain = bare(text)
    return digest(_DIGITS.sub("#", " ".join(plain.split()))) if _LETTER.search(plain) else ""


def observe(article: Article, fetched: str | None = None) -> Observed:
    """The lines of an article for the counts. Lines that were removed because they were learned count as text, so that learning does not
    feed on itself."""
    items = [item for item in _items(article) if len(item.text) <= LONGEST]
    paragraphs = sum(1 for item in items if _stood_in_text(item))
    lines, seen = [], 0
    for item in _near(items)[:MOST]:
        name = key(item.text)
        in_text = _stood_in_text(item)
        if name:
            kind = item.removed.kind if item.removed and not in_text else QUOTED if item.text.startswith(_OPENS) else ""
            lines.append(Sighting(name, item.text, kind, seen, max(0, paragraphs - seen - in_text), weight(item.text)))
        seen += in_text
    published = article.published
    day = published.value[:10] if published.value and published.precision in ("minute", "day") else (fetched or "")[:10]
    return Observed(article.id, article.url, article.source.id, article.template, day, tuple(lines))


def _stood_in_text(item: Item) -> bool:
    return item.removed is None or item.removed.reason.startswith((LEARNED, CORRECTED))


def _near(items: Sequence[Item]) -> list[Item]:
    """Without the lines far before and far behind the text."""
    text = [place for place, item in enumerate(items) if _stood_in_text(item)]
    return list(items[max(0, text[0] - BESIDE) : text[-1] + 1 + BESIDE]) if text else []


def ripe(count: LineCount) -> bool:
    """Whether the counts make a line furniture. A line that stands in one place, or that rules know on other pages, needs least; one that
    turns up anywhere between paragraphs more, sentences still more: "This is a developing story" recurs and is true. Lines whose numbers
    change are furniture at a place of their own on most pages (the clock of a page), but not prices, nor the place and day of a report."""
    if 3 * count.quoted >= count.seen or count.ruled == count.seen:
        return False
    steady = min(count.start_spread, count.end_spread) <= STEADY
    known = 4 * count.ruled >= count.seen
    sentence = ends_sentence(count.low) or count.low.rstrip()[-1:] in (":", "：")
    if count.words > PARAGRAPH:
        return (steady or known) and _meets(count, ROAMING)
    if known:
        return _meets(count, PLACED)
    if _numbers(count.low) != _numbers(count.high):
        return steady and _meets(count, CHANGING)
    if steady:
        return _meets(count, SENTENCE if sentence else PLACED)
    return _meets(count, ROAMING if sentence else INLINE)


def _numbers(text: str) -> list[str]:
    return _DIGITS.findall(unicodedata.normalize("NFKC", text))


def _meets(count: LineCount, bar: Bar) -> bool:
    dated = count.days >= bar.days or count.pages >= bar.undated
    return count.pages >= bar.pages and count.pages >= bar.share * count.of and dated


def learn(site: str, counts: Iterable[LineCount]) -> tuple[FurnitureLine, ...]:
    """The furniture of a site, by template and key. What holds for the whole site is not repeated for its templates; pages of no known
    source share nothing but their template."""
    found = [count for count in counts if ripe(count) and not (site == UNKNOWN_SOURCE and not count.template)]
    everywhere = {count.key for count in found if not count.template}
    chosen = [count for count in found if not count.template or count.key not in everywhere]
    rows = (FurnitureLine(site, one.template, one.key, one.low, one.kind or KIND, reason(site, one)) for one in chosen)
    return tuple(sorted(rows, key=lambda line: (line.template, line.key)))


def reason(site: str, count: LineCount) -> str:
    """Why, in words: "learned: on 14 of 20 pages of example.org, 6 days"."""
    days = f", {count.days} days" if count.days > 1 else ", 1 day" if count.days else ""
    return f"{LEARNED}on {count.pages} of {count.of} pages of {site}{' with this layout' if count.template else ''}{days}"


def standing(corrections: Iterable[Correction]) -> dict[tuple[str, str], Correction]:
    """The corrections that count, by site and key: the last one on each line that was not undone."""
    return {(one.site, one.key): one for one in corrections if one.undone is None}


def rules(learned: Learned) -> dict[str, SiteRules]:
    """What was learned, to be looked up by site."""
    found: dict[str, SiteRules] = {}
    for line in learned.lines:
        found.setdefault(line.site, SiteRules({}, {})).lines[line.template, line.key] = line
    for (site, name), one in standing(learned.corrections).items():
        found.setdefault(site, SiteRules({}, {})).verdicts[name] = one.verdict
    return found


def clean(article: Article, known: Rules) -> Article:
    """The article without the learned furniture of its site, and with what a person wants kept. Everything else about it stays. Lines that
    were learned once and are no longer come back. Cleaning twice changes nothing; where next to no text would stay, nothing is removed."""
    site = known.get(article.source.id)
    items = _items(article)
    if site is None and all(item.removed is None or not _stood_in_text(item) for item in items):
        return article
    wanted = _judged(items, article.template, site)
    if sum(weight(item.text) for item in wanted if item.removed is None) < LEAST:
        wanted = _judged(items, article.template, None)
    return article if wanted == items else _rebuilt(article, wanted)


def _judged(items: Sequence[Item], template: str, site: SiteRules | None) -> list[Item]:
    """The pieces as they should be: in the text or removed, and why."""
    if site is None:
        return [replace(item, removed=None) if _stood_in_text(item) else item for item in items]
    keys = [key(item.text) if len(item.text) <= LONGEST else "" for item in items]
    wanted = [_one(item, name, template, site) for item, name in zip(items, keys, strict=True)]
    kept = {name for name, verdict in site.verdicts.items() if verdict == "keep"} & set(keys)
    others = [place for place, item in enumerate(wanted) if item.removed is None and keys[place] not in kept]
    for name in sorted(kept if others else ()):
        _restored(wanted, [place for place, other in enumerate(keys) if other == name], others[0], others[-1])
    return wanted


def _one(item: Item, name: str, template: str, site: SiteRules) -> Item:
    """A piece that rules removed stays removed; the text loses what was learned."""
    if not _stood_in_text(item):
        return item
    verdict = site.verdicts.get(name)
    line = site.lines.get((template, name)) or site.lines.get(("", name))
    if verdict == "remove":
        return replace(item, removed=Removed(line.kind if line else KIND, item.text, CORRECTED, 0))
    if line is None or verdict == "keep" or item.text.startswith(_OPENS):
        return replace(item, removed=None)
    return replace(item, removed=Removed(line.kind, item.text, line.reason, 0))


def _restored(items: list[Item], places: Sequence[int], first: int, last: int) -> None:
    """Brings back a line that rules removed: wherever it stood between `first` and `last`, the ends of the text; where it did not and is
    not in the text, the one that stood nearest. Menus that hold the same words stay out."""
    back = [place for place in places if first < place < last]
    if not back and all(items[place].removed is not None for place in places):
        back = sorted(places, key=lambda place: (first - place if place < first else place - last, place))[:1]
    for place in back:
        items[place] = replace(items[place], removed=None)


def _items(article: Article) -> list[Item]:
    """Paragraphs and removed lines in the order of the page. A removed line stands before the first paragraph from its offset on."""
    items: list[Item] = []
    lines = sorted(enumerate(article.removed), key=lambda pair: (pair[1].at, pair[0]))
    start = taken = 0
    for paragraph in article.text.split(GAP) if article.text else ():
        while taken < len(lines) and lines[taken][1].at <= start:
            items.append(Item(lines[taken][1].text, replace(lines[taken][1], at=0), ("removed", lines[taken][0])))
            taken += 1
        items.append(Item(paragraph, None, ("text", start)))
        start += len(paragraph) + len(GAP)
    return items + [Item(line.text, replace(line, at=0), ("removed", was)) for was, line in lines[taken:]]


def _rebuilt(article: Article, items: Sequence[Item]) -> Article:
    """The article of its pieces: text, places of the removed lines, id, and the words that its origin points to."""
    text = GAP.join(item.text for item in items if item.removed is None)
    removed: list[Removed] = []
    moved: dict[tuple[str, int], tuple[str, int]] = {}
    at = 0
    for item in items:
        if item.removed is None:
            moved[item.was] = ("text", at)
            at += len(item.text) + len(GAP)
        else:
            moved[item.was] = (f"removed/{len(removed)}", 0)
            removed.append(replace(item.removed, at=min(at, len(text))))
    origin = replace(article.origin, evidence=_moved(article.origin.evidence, moved)) if article.origin else None
    return replace(article, id=article_id(article.url, article.title, text), text=text, removed=tuple(removed), origin=origin)


def _moved(words: PageWords, moved: Mapping[tuple[str, int], tuple[str, int]]) -> PageWords:
    """Words of a page, where they stand now."""
    kind, _, number = words.where.partition("/")
    if kind == "removed":
        old, start = ("removed", int(number)), 0
    elif kind == "text":
        start = max(place for name, place in moved if name == "text" and place <= words.start)
        old = ("text", start)
    else:
        return words
    where, place = moved[old]
    return replace(words, start=words.start - start + place, end=words.end - start + place, where=where)
