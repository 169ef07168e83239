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

ENTRIES = {"login": "/login", "register": "/register", "password": "/password/{link}"}
"""Pages of coming and going, on a desk with accounts; `link` is that of the first admin."""

NO_PAGES = {
    "export": "a file",
    "robots": "a file for programs",
    "riddle": "a picture, or a sound",
    "image": "a picture",
    "openid": "leads away",
}
"""Routes that give something else than a page, and what."""

LATER = (
    "account",
    "user",
    "users",
    "audit",
    "confirm",
    "forgotten",
    "later",
    "openid-back",
    "second",
    "second-step",
    "sessions",
    "starred",
    "tokens",
)
"""Pages behind a log-in or a link, which are tested in tests/web/pages and are not walked yet."""


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
