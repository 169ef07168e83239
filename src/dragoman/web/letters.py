"""The letters of the portal in the reader's language."""

from __future__ import annotations

from typing import Final

from dragoman.accounts.mailing import Wording
from dragoman.web import tongues
from dragoman.web.words import later

LETTERS: Final = {
    "confirm": (
        later("Confirm your address"),
        later("Hello %(name)s,\n\nopen this link to show that the address is yours:\n\n%(link)s\n\nIf you did not ask for it, do nothing."),
    ),
    "invite": (
        later("An invitation"),
        later(
            "Hello,\n\nyou are invited to a news desk. Open this link within two weeks to make an account:\n\n%(link)s\n\n"
            "If you do not expect it, do nothing."
        ),
    ),
    "reset": (
        later("A new password"),
        later(
            "Hello %(name)s,\n\n"
            "open this link within two hours to set a new password:\n\n%(link)s\n\nIf you did not ask for it, do nothing."
        ),
    ),
}


def wording(kind: str, language: str) -> Wording:
    """Subject and body of a letter ("confirm", "invite", "reset"); English where the portal does not speak the language."""
    say = tongues.get(tongues.match(language) or tongues.DEFAULT).catalog.gettext
    subject, body = LETTERS[kind]
    return Wording(say(subject), say(body))
