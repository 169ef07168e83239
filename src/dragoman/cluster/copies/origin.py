"""Who had a text first: what a page credits counts before agency marks, those before dates. Where only dates tell, the text that came first
is the earliest copy seen, never the original."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from dragoman.actors import outlets
from dragoman.cluster.card import interval
from dragoman.cluster.terms import canonical
from dragoman.model.article import Article
from dragoman.model.reading import Reading
from dragoman.model.spans import Why
from dragoman.model.story import Copy, Sources
from dragoman.text.chinese import simplified

CREDIT, LATER, UNDATED, TRANSLATED = 2.0, 1.5, 0.25, 0.3
"""What speaks against taking one text for a copy of another, beside the share of it (0 to 1) that does not stand there: a credit the other
way round (one this way speaks as much for it), a later date, no date, another language."""

AGENCY = 0.75
"""What the mark of an agency counts for beside a credit to an outlet: the text may have come by way of the outlet."""


def cost(child: Article, parent: Article, share: float, translated: bool) -> float:
    """What speaks against `child`, of which `share` stands in `parent`, being a copy of it."""
    dated = later(parent, child)
    credit = _credit(parent, child) - _credit(child, parent)
    return 1 - share + CREDIT * credit + (UNDATED if dated is None else LATER * dated) + TRANSLATED * translated


def reason(child: Article, parent: Article) -> Why:
    """Why `child` is the copy of the two."""
    if credited(child, parent) and not credited(parent, child):
        return Why("credit", 1.0, child.origin.evidence.text if child.origin else "")
    if later(child, parent):
        return Why("earliest copy seen", 1.0, f"{parent.published.value} and {child.published.value}")
    if child.published.value and parent.published.value and later(parent, child) is not None:
        return Why("length", 1.0, "what they share tells, against the dates of their pages")
    return Why("length", 1.0, "no credit and no date tell; the longer text is taken as the earlier")


def agency(child: Article, parent: Article) -> Why | None:
    """The mark of an agency that either text bears."""
    for article in (parent, child):
        if article.origin is not None and article.origin.agency:
            return Why("agency mark", 1.0, article.origin.agency)
    return None


def owed_to(child: Article, parent: Article) -> str | None:
    """Whom the text is owed to: the outlet that either page credits, else the agency, else the outlet of the earliest copy seen."""
    for article in (child, parent):
        if article.origin is not None and article.origin.outlet:
            return article.origin.outlet
    mark = agency(child, parent)
    return mark.detail if mark else parent.source.title or parent.source.id or None


def credited(article: Article, other: Article) -> bool:
    """Whether the article's page names the other one's outlet or agency as the origin of its text, in any language or by its address, or
    links to the other as the original. What an outlet says of itself is no credit."""
    return _credit(article, other) > 0


def house(article: Article) -> str | None:
    """The known outlet that published an article: by its host, by its name where only that is known."""
    source = article.source
    return outlets.of_host(source.id) if "." in source.id else outlets.called(source.title or source.id)


def _credit(article: Article, other: Article) -> float:
    origin, home = article.origin, house(other)
    if origin is None or (home is not None and home == house(article)):
        return 0.0
    if origin.url and (origin.url == other.url or (home is not None and outlets.of_host(urlsplit(origin.url).hostname or "") == home)):
        return 1.0
    if origin.outlet and _means(origin.outlet, other, home):
        return 1.0
    return AGENCY if origin.agency and _means(origin.agency, other, home) else 0.0


def _means(words: str, other: Article, home: str | None) -> bool:
    """Whether words name the outlet of an article, `home` where it is a known one: by what is known of outlets, else by how they are
    written."""
    if home is not None and (meant := outlets.named(words)):
        return home in meant
    name = _name(words)
    theirs = [_name(name) for name in (other.source.title, other.source.id.removeprefix("www.").split(".")[0]) if name]
    return any(len(one) >= 2 and (one in name or (len(name) >= 2 and name in one)) for one in theirs) if name else False


def later(one: Article, other: Article) -> bool | None:
    """Whether the first certainly came out after the second; None where the dates do not tell."""
    if one.published.precision == other.published.precision == "minute" and one.published.value != other.published.value:
        return str(one.published.value) > str(other.published.value)
    (first, last), (other_first, other_last) = interval(one.published), interval(other.published)
    if first is not None and other_last is not None and other_last < first:
        return True
    if other_first is not None and last is not None and last < other_first:
        return False
    return None


def independent(readings: Sequence[Reading], found: Sequence[Copy]) -> Sources:
    """How broad the reporting is. A family of copies, translations too, is one text, and counts for the outlet it came from: the one that
    a page credits, else that of the family's first text. Each such outlet counts once, whatever it published."""
    articles = {reading.article.id: reading.article for reading in readings}
    copied = (copy for copy in found if copy.kind != "quoting")
    parents = {copy.article: copy.of for copy in copied if copy.article in articles and copy.of in articles}
    roots = {root(name, parents) for name in articles}
    return Sources(
        articles=len(articles),
        outlets=len({article.outlet for article in articles.values()}),
        independent=len({_origin(articles[name], articles.values()) for name in roots}),
    )


def root(name: str, parents: Mapping[str, str]) -> str:
    """The text that a chain of copies began with."""
    while name in parents:
        name = parents[name]
    return name


def _owed(article: Article) -> str | None:
    """Who the page says that its text came from: the outlet, else the agency."""
    return (article.origin.outlet or article.origin.agency) if article.origin is not None else None


def _origin(article: Article, others: Iterable[Article]) -> str:
    """The outlet that a text is owed to: a known or held one that it credits, the name it credits, or its own."""
    owed = _owed(article)
    if owed is None:
        return house(article) or article.outlet
    known = outlets.called(owed)
    if known is not None:
        return known
    held = sorted(house(other) or other.outlet for other in others if other.id != article.id and credited(article, other))
    return held[0] if held else f"name:{_name(owed)}"


@lru_cache(maxsize=4096)
def _name(text: str) -> str:
    return "".join(character for character in simplified(canonical(text)) if character.isalnum())
