"""What tests of the whole portal share: the hand-made desk, and an address for every page that routes.py names."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from dragoman.web import routes

FAKES = "dragoman_web_fakes"

STORY = "/story/sfeed0001feed0001"
EN, ZH, COPY, AR, EVIL = (f"/article/a000000000000000{number}" for number in range(1, 6))

PLACES: dict[str, tuple[str, ...]] = {
    "latest": ("/", "/?by=story"),
    "rolling": ("/rolling",),
    "article": (EN, AR, EVIL),
    "versions": (f"{EN}/versions",),
    "stories": ("/stories",),
    "story": (STORY,),
    "filing": (f"{STORY}/filing",),
    "compare": (
        "/compare",
        "/compare?a=a0000000000000001&b=a0000000000000002",
        "/compare?story=sfeed0001feed0001",
        "/compare?story=sfeed0001feed0001&languages=en,zh",
    ),
    "agenda": ("/agenda",),
    "statements": ("/statements",),
    "entities": ("/entities",),
    "entity": ("/entities/person:mara-quell",),
    "sources": ("/sources",),
    "source": ("/source/gazette.example",),
    "topics": ("/topics",),
    "topic": ("/topic/sanctions", "/topic/quota"),
    "search": ("/search", "/search?q=cod"),
    "health": ("/health",),
    "keys": ("/keys",),
    "takedown": (f"{EN}/takedown", f"{EN}/takedown?sent=1"),
    "takedowns": ("/takedowns",),
}
"""A page's name in routes.py, and its addresses on the hand-made desk."""

ENTRIES = {
    "login": "/login",
    "register": "/register",
    "password": "/password/{link}",
    "forgotten": "/forgotten",
    "confirm": "/confirm/{proof}",
}
"""Pages of coming and going, on a desk with accounts, for who is not logged in; `link` sets a password, `proof` confirms an address."""

OWN = {
    "account": "/account",
    "second": "/account/second",
    "sessions": "/account/sessions",
    "tokens": "/account/tokens",
    "starred": "/starred",
    "later": "/later",
    "audit": "/audit",
    "users": "/users",
    "user": "/users/{user}",
}
"""Pages that an admin who is logged in sees besides; `user` is somebody's id."""

HALFWAY = {"second-step": "/login/second"}
"""Pages between the password and everything else, for who has a second factor."""

REFUSED = {"openid-back": "/login/openid/back"}
"""Pages that say no (403), on a desk with an OpenID provider."""

NO_PAGES = {
    "export": "a file",
    "robots": "a file for programs",
    "riddle": "a picture, or a sound",
    "image": "a picture",
    "openid": "leads away",
}
"""Routes that give something else than a page, and what."""


def walked() -> set[str]:
    """The names of the routes whose pages are walked."""
    return {*PLACES, *ENTRIES, *OWN, *HALFWAY, *REFUSED}


def doors(link: str, proof: str, user: str) -> list[tuple[str, str, int]]:
    """Pages of accounts: who goes there ("", "whole" an admin who is logged in, "half" one who has not given the code yet), the address,
    and the status of the answer."""
    ways = (("", ENTRIES, 200), ("whole", OWN, 200), ("half", HALFWAY, 200), ("", REFUSED, 403))
    return [(who, path.format(link=link, proof=proof, user=user), status) for who, places, status in ways for path in places.values()]


def fakes() -> ModuleType:
    """tests/web/fakes.py, loaded once."""
    if FAKES not in sys.modules:
        spec = importlib.util.spec_from_file_location(FAKES, Path(__file__).parent / "web" / "fakes.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[FAKES] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[FAKES]


def names() -> set[str]:
    """The names of all routes that answer to a link."""
    return {route.name for route in routes.ROUTES} | {door.name for door in routes.DOORS if not door.form}


def addresses() -> list[str]:
    """The addresses of all pages."""
    return [path for paths in PLACES.values() for path in paths]
