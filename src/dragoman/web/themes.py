"""Light, dark, or as the reader's system has it."""

from __future__ import annotations

from typing import Final

from dragoman.web.words import later

AUTO: Final = "auto"
THEMES: Final = {"light": later("Light"), "dark": later("Dark"), AUTO: later("Auto")}
SCHEMES: Final = {"light": "light", "dark": "dark", AUTO: "light dark"}
"""What `color-scheme` (CSS Color Adjustment 1) says of each."""


def choose(*wishes: str | None) -> str:
    """The first of the wishes (the address, the reader's account, the cookie ...) that is a theme; else as the system has it."""
    return next((wish for wish in wishes if wish in THEMES), AUTO)
