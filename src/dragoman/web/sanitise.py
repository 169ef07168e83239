"""The one way in which markup of a foreign page may reach a page of ours. Today the portal shows text only and templates escape it; whoever
wants to show more goes through here (the filter `sanitised`), never through `safe` or `Markup`: a test holds that."""

from __future__ import annotations

from typing import Final

import nh3
from markupsafe import Markup

TAGS: Final = frozenset("b blockquote br code em i li ol p q rp rt ruby s strong sub sup u ul".split())  # noqa: SIM905
"""Words with emphasis, paragraphs, lists and readings of characters; no links, pictures, tables or anything with an attribute."""

HOLLOW: Final = frozenset("script style title textarea noscript iframe noembed noframes template xmp plaintext svg math object".split())  # noqa: SIM905
"""Elements that go with all that is in them: what stands there is no text for readers."""

_NONE: Final[dict[str, set[str]]] = {"*": set()}  # an empty table would leave `lang` and `title`

LONGEST: Final = 200_000
"""Characters that are looked at."""


def sanitised(html: str) -> Markup:
    """Foreign markup cut down to an allow-list by an HTML5 parser (nh3, which is ammonia), so that what comes out is parsed by browsers as
    it was parsed here; no attribute survives."""
    return Markup(nh3.clean(html[:LONGEST], tags=set(TAGS), clean_content_tags=set(HOLLOW), attributes=_NONE, link_rel=None))


def plain(html: str) -> str:
    """The words of foreign markup, as text."""
    return str(Markup(nh3.clean(html[:LONGEST], tags=set(), clean_content_tags=set(HOLLOW), attributes=_NONE, link_rel=None)).unescape())
