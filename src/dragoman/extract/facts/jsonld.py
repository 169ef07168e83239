"""JSON-LD (W3C JSON-LD 1.1, schema.org) as news pages write it: graphs, references by `@id`, arrays, several articles on a page, and
JSON with the mistakes that templates make."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import unquote, urlsplit

import lxml.html
import msgspec

from dragoman.text.html import plain
from dragoman.text.lines import letters, squeeze

Thing = dict[str, Any]

# Bounds: objects walked on a page, levels of nesting, code points of a script that are repaired where its JSON is broken.
MOST = 2_000
DEEPEST = 6
LONGEST_BROKEN = 200_000
_KINDS = ("", "news", "reportagenews", "analysisnews", "opinionnews", "backgroundnews", "reviewnews", "scholarly", "tech", "satirical")
ARTICLES = frozenset(f"{kind}article" for kind in _KINDS) | {"blogposting", "liveblogposting", "report", "advertisercontentarticle"}
PAGES = frozenset(("webpage", "itempage", "articlepage", "aboutpage"))
_WRAPPING = re.compile(r"^(?:\s|//|/\*|\*/|<!--|<!\[CDATA\[)+|(?:\s|//|/\*|\*/|-->|\]\]>|;)+$")
_REPEATED = re.compile(r"\}\s*(?=\{)")


def things(tree: lxml.html.HtmlElement) -> list[Thing]:
    """Every object that a page's JSON-LD gives, those of a graph one by one; what is no JSON even when mended is passed over."""
    found: list[Thing] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            found.extend(_objects(parse(script.text), 0, MOST - len(found)))
    return found


def parse(text: str) -> Any:
    """The value of a script, mended where it is broken: comments around it, trailing commas, raw line ends and quotes in strings,
    entities in place of quotes, objects side by side. None where nothing helps."""
    text = _WRAPPING.sub("", text)
    try:
        return msgspec.json.decode("".join(char if char >= " " else " " for char in text))
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        pass
    if len(text) > LONGEST_BROKEN:
        return None
    for attempt in (text, html.unescape(text)):
        try:
            return msgspec.json.decode(_REPEATED.sub("},", f"[{mend(attempt)}]"))
        except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
            continue
    return None


def mend(text: str) -> str:
    """JSON with its commonest mistakes repaired: control characters and bare quotes inside strings, backslashes that escape nothing,
    commas before a closing bracket, comments between values."""
    out: list[str] = []
    place, inside = 0, False
    while place < len(text):
        char = text[place]
        if inside and char == "\\":
            known = text[place + 1 : place + 2] in tuple('"\\/bfnrtu')
            out.append(text[place : place + 2] if known else "\\\\")
            place += 2 if known else 1
            continue
        if inside and char == '"' and not _closes(text, place):
            out.append('\\"')
        elif not inside and char == "/" and text[place + 1 : place + 2] in ("/", "*"):
            end = text.find("\n" if text[place + 1] == "/" else "*/", place + 2)
            place = len(text) if end < 0 else end + (1 if text[place + 1] == "/" else 2)
            continue
        elif not inside and char == "," and _rest(text, place + 1)[:1] in ("}", "]", ","):
            out.append(" ")
        else:
            inside = inside != (char == '"')
            out.append(char if char >= " " else " ")
        place += 1
    return "".join(out)


def _rest(text: str, place: int) -> str:
    """What follows behind white space, a few code points of it."""
    return text[place : place + 200].lstrip()[:80]


def _closes(text: str, place: int) -> bool:
    """Whether a quote inside a string ends it: what follows must go on as JSON does."""
    rest = _rest(text, place + 1)
    if rest[:1] == ",":
        return rest[1:].lstrip()[:1] in ('"', "{", "[", "}", "]", "") or rest[1:].lstrip()[:1].isdigit()
    return rest[:1] in (":", "}", "]", "")


def _objects(value: Any, depth: int, room: int) -> Iterator[Thing]:
    if depth > DEEPEST or room <= 0:
        return
    if isinstance(value, list):
        for item in value[:room]:
            yield from _objects(item, depth + 1, room)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), dict | list):
                yield from _objects(value[key], depth + 1, room - 1)


def resolved(found: Sequence[Thing], thing: Any) -> Any:
    """The object that a bare reference by `@id` means, anything else as it is."""
    if isinstance(thing, list):
        return [resolved(found, one) for one in thing[:50]]
    if isinstance(thing, dict) and isinstance(thing.get("@id"), str) and "name" not in thing:
        same = (one for one in found if one.get("@id") == thing["@id"] and "name" in one)
        return next(same, thing)
    return thing


def kinds(thing: Thing) -> frozenset[str]:
    """The types of an object in lower case, without the vocabulary's address."""
    given = thing.get("@type")
    return frozenset(re.split(r"[/:#]", str(kind))[-1].lower() for kind in (given if isinstance(given, list) else [given]))


def articles(found: Sequence[Thing], url: str | None, titles: Sequence[str]) -> list[Thing]:
    """The objects that stand for the page's own article, surest first: articles before pages, those with the page's address or one of its
    `titles` before others. Where several articles stand side by side, those that neither names are other stories' teasers."""
    own = [thing for thing in found if kinds(thing) & ARTICLES]
    told = [thing for thing in own if _is_own(thing, url, titles)]
    if told or len(own) > 1:
        own = told
    return [*own, *(thing for thing in found if kinds(thing) & PAGES and thing not in own)]


def _is_own(thing: Thing, url: str | None, titles: Sequence[str]) -> bool:
    for key in ("url", "mainEntityOfPage", "@id"):
        value = thing.get(key)
        address = value.get("@id") or value.get("url") if isinstance(value, dict) else value
        if url and isinstance(address, str) and _path(address) == _path(url) != "":
            return True
    words = {letters(text(thing.get(key)) or "") for key in ("headline", "name", "alternativeHeadline")} - {""}
    known = [letters(title) for title in titles if len(letters(title)) >= 4]
    return any(word in title or title in word for word in words if len(word) >= 4 for title in known)


def _path(address: str) -> str:
    try:
        return unquote(urlsplit(address.strip()).path).rstrip("/").casefold()
    except ValueError:
        return ""


def text(value: Any) -> str | None:
    """The words of a value: a string's, the name of an object, the first of several."""
    if isinstance(value, list):
        return next((words for one in value[:20] if (words := text(one))), None)
    if isinstance(value, dict):
        return text(value.get("name") or value.get("@value"))
    return squeeze(plain(value)) or None if isinstance(value, str) else None


def address(value: Any) -> str | None:
    """The address of a value: itself, or the `url` or `@id` of an object."""
    if isinstance(value, list):
        return next((one for item in value[:20] if (one := address(item))), None)
    if isinstance(value, dict):
        return address(value.get("url") or value.get("contentUrl") or value.get("@id"))
    return value.strip() if isinstance(value, str) and value.strip().startswith(("http", "/")) else None


def crumbs(found: Sequence[Thing]) -> list[str]:
    """The names of the first `BreadcrumbList`, outermost first."""
    for thing in found:
        if "breadcrumblist" in kinds(thing) and isinstance(thing.get("itemListElement"), list):
            rows = [one for one in thing["itemListElement"][:20] if isinstance(one, dict)]
            rows.sort(key=lambda one: int(one["position"]) if str(one.get("position")).isdecimal() else 0)
            names = [text(one.get("name")) or text(one.get("item")) for one in rows]
            return [name for name in names if name]
    return []
