"""Which outlet a page is of, and which of its sections the article stands in."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from babel import Locale

from dragoman.extract import nearby
from dragoman.extract.metadata import Metadata
from dragoman.extract.portal import Portal
from dragoman.model.article import UNKNOWN_SOURCE, SourceRef
from dragoman.text.lines import letters, slug

# Country domains that the whole world uses.
_WORLDLY = frozenset(("io", "tv", "co", "me", "ai", "fm", "ly", "to", "cc", "ws", "am", "is", "gg", "sh", "la", "vc"))


def source(url: str, facts: Metadata, near: nearby.Nearby, portal: Portal | None) -> SourceRef:
    """The outlet of a portal line, else the host with the name that the site gives itself: in its data, or beside the headline and in
    its page title."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    if portal is not None and portal.outlet:
        return SourceRef(slug(portal.outlet), portal.outlet)
    shown = near.outlet if near.outlet and letters(near.outlet) in letters(facts.page_title or "") else None
    name = facts.site or shown
    return SourceRef(host or slug(name or "") or UNKNOWN_SOURCE, name or host, country(host))


def country(host: str) -> str | None:
    """ISO 3166 alpha-2 by the host's country domain; None for domains that the whole world uses."""
    domain = host.rpartition(".")[2]
    code = "GB" if domain == "uk" else domain.upper()
    return code if len(code) == 2 and domain not in _WORLDLY and code in Locale("en").territories else None


def section(facts: Metadata, near: nearby.Nearby, portal: Portal | None, lines: Sequence[str], title: str) -> str | None:
    """The page's data, the portal's line, the marks beside the title, the way to the page among `lines`."""
    stated = facts.section or (portal.section if portal else None) or near.section
    return stated or nearby.in_lines(lines, title)
