"""How messages are marked for the catalog, and the terms of comparison."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def later(message: str) -> str:
    """Marks a message for the catalog; it is translated where it is shown."""
    return message


LIKENESS: Final[Mapping[str, str]] = {
    "speaker": later("the same speaker"),
    "party": later("the same party"),
    "unnamed": later("nobody is named"),
    "aligned": later("sentences aligned in order"),
    "act": later("the kind of statement"),
    "issue": later("the issue"),
    "events": later("what happens"),
    "named": later("the names in them"),
    "figures": later("figures"),
    "numbers": later("numbers in them"),
    "wording": later("wording"),
    "days": later("days between"),
    "only one": later("the only statement of its speaker in each"),
}
"""Why two statements are set beside each other."""
