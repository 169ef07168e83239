"""What is known of who published: the card of a source. A source that our table of outlets does not know is unreviewed, and says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote

from babel import Locale
from msgspec import Struct, field

from dragoman.actors import outlets
from dragoman.model.article import UNKNOWN_SOURCE, SourceRef
from dragoman.web import shown
from dragoman.web.words import later

KINDS: Final[Mapping[str, str]] = {
    "agency": later("news agency"),
    "newspaper": later("newspaper"),
    "magazine": later("magazine"),
    "broadcaster": later("broadcaster"),
    "site": later("news site"),
    "portal": later("web portal"),
}


class OutletCard(Struct, frozen=True):
    """`reviewed` says whether the table knows the outlet; `kind` is its kind there, `country` an ISO 3166 code (as the article has it, else
    as the table does), `owner` a country's code where a state owns it, else a name; each None where nobody says. `names` are its names in
    the table, by language, `domains` its domains."""

    id: str
    title: str
    reviewed: bool
    kind: str | None = None
    country: str | None = None
    owner: str | None = None
    domains: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def owned_by_state(self) -> bool:
        """Whether `owner` is a country."""
        return self.owner is not None and len(self.owner) == 2 and self.owner.isupper()

    @property
    def known(self) -> bool:
        """Whether the articles name a source at all."""
        return self.id not in ("", UNKNOWN_SOURCE)


def in_table(source: SourceRef) -> str | None:
    """The id of the outlet in our table: by its host; by a name that only it bears where the id is no host. A site that bears the name of
    an outlet and stands on another domain is not that outlet."""
    if "." in source.id:
        return outlets.of_host(source.id)
    return outlets.called(source.title) if source.title else None


def card(source: SourceRef) -> OutletCard:
    """The card of who published."""
    found = in_table(source)
    if found is None:
        return OutletCard(source.id, source.title or source.id, False, country=source.country)
    entry = outlets.outlets()[found]
    country = source.country or entry.country
    return OutletCard(source.id, source.title or source.id, True, entry.kind, country, entry.owner, entry.domains, dict(entry.names))


def kind_name(found: OutletCard, say: Callable[[str], str]) -> str:
    """What kind of outlet it is, in the reader's language; empty where the table does not know it."""
    return say(KINDS[found.kind]) if found.kind else ""


def owner_name(found: OutletCard, locale: Locale) -> str:
    """The owner's name for the reader; empty where nobody says."""
    return (shown.country_name(found.owner, locale) if found.owned_by_state else found.owner) or ""


def link(source: str, section: str | None = None) -> str:
    """The page of a source, of one of its sections where given. A slash in an id is written as in a JSON pointer."""
    path = f"/source/{quote(source.replace('~', '~0').replace('/', '~1'), safe='')}"
    return f"{path}?section={quote(section, safe='')}" if section else path
