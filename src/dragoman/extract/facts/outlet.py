"""Which outlet a page is of, and which of its sections the article stands in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import islice
from urllib.parse import urlsplit

import lxml.html
from babel import Locale

from dragoman.extract.facts import crumbs, nearby, titles
from dragoman.extract.facts.metadata import Metadata
from dragoman.extract.facts.portal import Portal
from dragoman.extract.when import calendar
from dragoman.extract.who import outletnames
from dragoman.model.article import UNKNOWN_SOURCE, SourceRef
from dragoman.text.lines import bare, letters, slug, squeeze, weight

# Country domains that the whole world uses, and codes that are no country's.
_WORLDLY = frozenset(
    ("io", "tv", "co", "me", "ai", "fm", "ly", "to", "cc", "ws", "am", "is", "gg", "sh", "la", "vc", "nu", "st", "eu", "su")
)
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)+)/?$", re.IGNORECASE)
# The address of a front page; links and elements looked at, code points of a name or of the line of its rights.
_HOME = re.compile(r"/|(?:https?:)?//[^/]+/?|(?:/?index|/?default)\.\w{3,5}")
LINKS = 600
LONGEST = 160
# Longer names are slogans, or headlines in the wrong field.
WORDS = 7
# A section that the data state may be longer than one that is read off a way.
STATED = 8
# A part of a page title is compared with the host where it has so many letters.
TELLING = 3


def source(
    tree: lxml.html.HtmlElement, url: str, facts: Metadata, near: nearby.Nearby, portal: Portal | None, title: titles.Title
) -> SourceRef:
    """The outlet of a portal line, else the host with the name that the site gives itself: in its data, behind the headline in its page
    title, or beside the headline and in the page title."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    if portal is not None and portal.outlet and (portal.sure or not host):
        return SourceRef(slug(portal.outlet), portal.outlet)
    shown = near.outlet if near.outlet and letters(near.outlet) in letters(facts.page_title or "") else None
    given = stated(facts.site, host, [title.text, *facts.titles, *facts.authors])
    titled = at_home(tree, facts.page_title, title.text) or behind(facts.page_title, title.text, host)
    name = titled if titled and (given is None or (_of_host(titled, host) and not _of_host(given, host))) else given or shown
    return SourceRef(host or slug(name or "") or UNKNOWN_SOURCE, name or host, country(host))


def stated(site: str | None, host: str, others: Sequence[str]) -> str | None:
    """The name that a site's data give, cut to the name: no address, slogan or company form; None where it is one of `others` (the page's
    headlines and authors, in the wrong field)."""
    if not site or letters(site) in {letters(other) for other in others}:
        return None
    address = _ADDRESS.match(squeeze(site))
    if address:
        return address["host"]
    bits = [part for whole in titles.parts(site) for part in _pieces(whole)]
    name = next((part for part in bits if _of_host(part, host)), bits[0] if bits else "")
    name = outletnames.without_legal_form(name)
    return name if letters(name) and weight(name) <= WORDS else None


def _pieces(words: str) -> list[str]:
    """The names of a list of names, one where it is none."""
    found = [squeeze(part) for part in re.split(r"[,，;；](?=\S)", words)]
    return (
        found
        if len(found) > 1 and all(weight(part) >= 1 for part in found) and not any(outletnames.is_legal_form(part) for part in found)
        else [words]
    )


def behind(page_title: str | None, headline: str, host: str) -> str | None:
    """The outlet's name behind the headline in the page title: the last part that its host or its ending tells to be one."""
    rest = [part for part in titles.parts(page_title or "")[1:] if letters(part) and letters(part) not in letters(headline)]
    found = [part for part in reversed(rest) if weight(part) <= WORDS and is_outlet(part, host)]
    return next((part for part in found if not _ADDRESS.match(part)), found[0] if found else None)


def at_home(tree: lxml.html.HtmlElement, page_title: str | None, headline: str) -> str | None:
    """The last part of the page title, where the page shows it as its own name: as a link to its front page or in its copyright line."""
    rest = [part for part in titles.parts(page_title or "")[1:] if letters(part) and letters(part) not in letters(headline)]
    if not rest or weight(rest[-1]) > WORDS or bare(rest[-1]) in outletnames.words("never"):
        return None
    name = letters(rest[-1])
    home = (link for link in islice(tree.iter("a"), LINKS) if _HOME.fullmatch(link.get("href") or ""))
    if any(letters(squeeze(link.text_content())[:LONGEST]) == name for link in home):
        return rest[-1]
    owned = (element.text or "" for element in islice(tree.iter("div", "p", "td", "footer", "span", "small"), LINKS))
    return rest[-1] if any(name in letters(text[:LONGEST]) and calendar.is_copyright(text[:LONGEST]) for text in owned) else None


def is_outlet(words: str, host: str = "") -> bool:
    """Whether words can be an outlet's name: they stand in its host, or end as names of outlets do."""
    if bare(words) in outletnames.words("never"):
        return False
    if _ADDRESS.match(words) and (not host or letters(host.partition(".")[0]) in letters(words)):
        return True
    return _of_host(words, host) or outletnames.ends_as_one(words)


def _of_host(words: str, host: str) -> bool:
    key = letters("".join(char for char in unicodedata.normalize("NFKD", words) if not unicodedata.combining(char)))
    names = [
        letters(label) for label in host.split(".")[:-1] if len(label) >= TELLING and label not in ("com", "org", "net", "www", "news")
    ]
    return len(key) >= TELLING and key.isascii() and any(name in key or key in name or key.startswith(name[:8]) for name in names)


def country(host: str) -> str | None:
    """ISO 3166 alpha-2 by the host's country domain; None for domains that the whole world uses."""
    domain = host.rpartition(".")[2]
    code = "GB" if domain == "uk" else domain.upper()
    return code if len(code) == 2 and domain not in _WORLDLY and code in Locale("en").territories else None


def section(
    tree: lxml.html.HtmlElement, facts: Metadata, near: nearby.Nearby, portal: Portal | None, lines: Sequence[str], title: str
) -> str | None:
    """The page's data, the portal's line, the marks beside the title, the way to the page in its data and elements, then among `lines`."""
    names = [*facts.names, *titles.parts(facts.page_title or "")[-1:]]
    shown = portal.section if portal is not None and (portal.sure or not facts.url) else None
    for name in (_last(facts.section, title, frozenset(map(letters, names))), shown, near.section):
        if name:
            return name
    return crumbs.section(tree, title, facts.crumbs, names) or crumbs.in_lines(lines, title, names)


def _last(stated: str | None, title: str, own: frozenset[str]) -> str | None:
    """The section that the data state: the innermost step of a way, of a list the first that is not the site's name."""
    for step in reversed(crumbs.steps(stated or "")):
        names = [name for name in (crumbs.tidy(one) for one in re.split(r"[,，;；](?=\S)", step)) if crumbs.is_name(name, STATED)]
        names = [name for name in names if letters(name) != letters(title)]
        if names:
            return next((name for name in names if letters(name) not in own), names[0])
    return None
