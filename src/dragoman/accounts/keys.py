"""Keys of programs: API tokens with scopes. A token acts for its user and never beyond what that user may do."""

from __future__ import annotations

import secrets
from typing import Literal, get_args

from dragoman.model.account import Role, may

Scope = Literal["read", "judge", "collect", "admin"]
SCOPES: tuple[Scope, ...] = get_args(Scope)

NEEDS: dict[Scope, Role] = {"read": "reader", "judge": "editor", "collect": "editor", "admin": "admin"}
"""The least role that each scope needs of the token's user."""

MARK = "dragoman_"
"""What a token begins with, so that people and secret scanners know one."""

PREFIX = len(MARK) + 6
"""Characters of a token that are kept in the open, to tell tokens apart."""


def mint() -> str:
    """A fresh token: 240 bits by chance. It is shown once."""
    return MARK + secrets.token_urlsafe(30)


def scopes_of(text: str) -> tuple[Scope, ...]:
    """Scopes from words with commas or blanks between them, in order and each once. Raises `ValueError` naming an unknown one, or where
    there is none."""
    words = text.replace(",", " ").split()
    for word in words:
        if word not in SCOPES:
            raise ValueError(f"there is no scope {word!r}; there are: {', '.join(SCOPES)}")
    if not words:
        raise ValueError(f"a token needs a scope: {', '.join(SCOPES)}")
    return tuple(scope for scope in SCOPES if scope in words)


def grantable(role: Role) -> tuple[Scope, ...]:
    """The scopes that a user of that role may give to a token."""
    return tuple(scope for scope in SCOPES if may(role, NEEDS[scope]))


def allows(scopes: tuple[str, ...], role: Role, wanted: Scope) -> bool:
    """Whether a token of these scopes, whose user has that role today, may do it."""
    return wanted in scopes and may(role, NEEDS[wanted])
