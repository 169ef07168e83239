"""The portal's own languages: one gettext catalog each, and which of them a reader gets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib import resources
from importlib.resources.abc import Traversable

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from msgspec import Struct

from dragoman import languages

DOMAIN = "portal"
DEFAULT = "en"
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_WANT = re.compile(r"\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?))?\s*")


class Tongue(Struct, frozen=True):
    """A language of the portal: BCP 47 code (with the script where the language is written in several, "zh-Hant"), its name in itself,
    writing direction, and its catalog."""

    code: str
    autonym: str
    direction: str
    catalog: NullTranslations

    @property
    def locale(self) -> Locale:
        """The CLDR locale that dates, numbers and names of countries and languages are taken from."""
        return Locale.parse(self.code, sep="-")


def _root() -> Traversable:
    return resources.files(__package__).joinpath("locale")


@cache
def codes() -> tuple[str, ...]:
    """Languages that the portal has a compiled catalog for, sorted."""
    folders = (item for item in _root().iterdir() if item.joinpath("LC_MESSAGES", f"{DOMAIN}.mo").is_file())
    return tuple(sorted(folder.name for folder in folders))


def get(code: str) -> Tongue:
    """The portal's language for a BCP 47 code ("zh-TW" is served by zh-Hant); the default one where there is no such catalog."""
    return _load(match(code) or DEFAULT)


@cache
def _load(code: str) -> Tongue:
    with _root().joinpath(code, "LC_MESSAGES", f"{DOMAIN}.mo").open("rb") as file:
        catalog = GNUTranslations(file)
    locale = Locale.parse(code, sep="-")
    name = locale.languages.get(str(locale)) or locale.get_display_name() or code
    return Tongue(code, name[:1].upper() + name[1:], locale.text_direction, catalog)


def everyone() -> tuple[Tongue, ...]:
    """All languages of the portal, in order of their codes."""
    return tuple(get(code) for code in codes())


def _script(parts: list[str]) -> str:
    """The script of a language tag's subtags: the one that it names, else the likely one of its region or language (CLDR)."""
    likely = get_global("likely_subtags")
    named = next((part.title() for part in parts[1:] if len(part) == 4 and part.isalpha()), None)
    regions = [part.upper() for part in parts[1:] if len(part) == 2]
    full = next((likely[key] for key in (*(f"{parts[0]}_{region}" for region in regions), parts[0]) if key in likely), "")
    return named or next((part for part in full.split("_") if len(part) == 4), "")


@lru_cache(maxsize=256)  # bounded: tags come from anybody
def match(tag: str) -> str | None:
    """The portal's language that serves a tag: the very one, the one in its script, or the language as a whole."""
    parts = tag.lower().replace("_", "-").split("-")
    wanted = (tag.lower(), f"{parts[0]}-{_script(parts)}".lower(), parts[0])
    known = {code.lower(): code for code in codes()}
    return next((known[one] for one in wanted if one in known), None)


def _accepted(header: str) -> str | None:
    wants = []
    for place, part in enumerate(header.split(",")[:32]):
        if (found := _WANT.fullmatch(part)) and (code := match(found[1])):
            wants.append((-float(found[2] or 1), place, code))
    best = min((want for want in wants if want[0] < 0), default=None)
    return best[2] if best else None


def choose(asked: str | None, cookie: str | None, accept: str | None) -> str:
    """The language of a request: what the address asks for, else the cookie, else the best of Accept-Language (RFC 9110, 12.5.4),
    else English. What the portal does not speak is passed over."""
    for tag in (asked, cookie):
        if tag and (code := match(tag)):
            return code
    return (_accepted(accept) if accept else None) or DEFAULT


@cache
def direction(code: str) -> str:
    """Writing direction of any language: "ltr", "rtl", or "auto" where the language is not known."""
    if languages.base(code) != languages.NEUTRAL:
        return languages.get(code).direction
    try:
        return Locale.parse(code, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "auto"


@cache
def tag(code: str) -> str:
    """A language code fit for the `lang` attribute: empty (unknown, as HTML has it) where it is no BCP 47 code or the neutral one."""
    return code.replace("_", "-") if _TAG.fullmatch(code) and code not in (languages.NEUTRAL, "und", "unknown") else ""


def pick(shown: Mapping[str, str], code: str) -> tuple[str, str] | None:
    """Of texts by language, the one for readers of `code` (same code, else same primary language) with the language it is in."""
    primary = code.split("-")[0]
    for other in (code, *sorted(shown)):
        if other in shown and other.split("-")[0] == primary:
            return shown[other], other
    return None
