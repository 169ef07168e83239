"""Pictures of an article: figures with their captions, the lead image, captions whose picture is not known."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin

import lxml.html

from dragoman.model.article import Image
from dragoman.text.lines import letters, squeeze

MOST = 30


def of_page(tree: lxml.html.HtmlElement, lead: str | None, captions: Sequence[str], base: str | None) -> tuple[Image, ...]:
    """Figures with captions, the `lead` image of the page's data, and `captions` of the text whose picture is not known."""
    found: dict[str, Image] = {}
    for figure in tree.iter("figure"):
        caption = squeeze(" ".join(part.text_content() for part in figure.iter("figcaption")))
        source = next((picture.get("src") or picture.get("data-src") for picture in figure.iter("img")), None)
        if caption or source:
            address = absolute(base, source)
            found.setdefault(address or caption, Image(address, caption))
    if lead and lead not in found:
        found[lead] = Image(lead, "")
    known = {letters(image.caption) for image in found.values()}
    for caption in captions:
        if letters(caption) not in known and not any(letters(caption) in one for one in known):
            found.setdefault(caption, Image(None, caption))
    return tuple(found.values())[:MOST]


def of_captions(captions: Sequence[str]) -> tuple[Image, ...]:
    """The captions of a text capture, whose pictures are not known."""
    return of_page(lxml.html.Element("html"), None, captions, None)


def absolute(base: str | None, address: str | None) -> str | None:
    """An address of the web that a page refers to, None for embedded data, scripts and marks within the page."""
    if not address or address.strip().lower().startswith(("data:", "javascript:", "#", "mailto:")):
        return None
    try:
        return urljoin(base or "", address.strip())
    except ValueError:
        return None
