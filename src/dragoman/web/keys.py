"""The keys of the portal, as the help sheet tells them. `static/keys.js` does what stands here; a test holds that both agree."""

from __future__ import annotations

from typing import Final

from dragoman.web.words import later

SHEET: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (("j", "k"), later("next, previous line of a list")),
    (("o", "Enter"), later("open it")),
    (("n", "p"), later("next, previous page")),
    (("v",), later("the original page")),
    (("m",), later("mark as read, or unread")),
    (("s",), later("star, or take the star away")),
    (("/",), later("search")),
    (("?",), later("this help")),
    (("Esc",), later("close, or leave a field")),
)
"""Keys of which each does something, and what."""

GO: Final[tuple[tuple[str, str, str], ...]] = (
    ("l", "/", later("Latest")),
    ("s", "/stories", later("Stories")),
    ("a", "/agenda", later("Agenda")),
    ("t", "/statements", later("Statements")),
    ("e", "/entities", later("Names")),
    ("h", "/health", later("Health")),
)
"""What comes after g, where it goes, and the name of that page."""
