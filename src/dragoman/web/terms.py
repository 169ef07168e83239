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

RANK: Final[Mapping[str, str]] = {
    "admin": later("administrator of the desk"),
    "editor": later("editor of the desk"),
    "analyst": later("analyst"),
    "reader": later("reader"),
}
"""What somebody is on a desk with accounts."""

SCOPE: Final[Mapping[str, str]] = {
    "read": later("read the desk"),
    "judge": later("judge"),
    "collect": later("collect"),
    "admin": later("administer"),
}
"""What a key of a program may do."""

PLEA: Final[Mapping[str, str]] = {"open": later("open"), "done": later("done: removed"), "refused": later("refused")}
"""How a request for removal stands."""
