"""What pages of accounts do with somebody whom they are not for."""

from __future__ import annotations

from urllib.parse import quote

from litestar.exceptions import PermissionDeniedException

from dragoman.model.account import Role, User
from dragoman.web.asked import Asked, Moved


def user(asked: Asked) -> User | None:
    """Who is logged in, altogether."""
    return None if asked.reader.pending else asked.reader.user


def lead(asked: Asked) -> Moved:
    """To the log-in, and back here after it."""
    return Moved(f"/login?next={quote(asked.path, safe='')}", 303)


def need(asked: Asked, least: Role) -> None:
    """Raises `PermissionDeniedException` (403) where the reader's role is not enough."""
    if not asked.reader.may(least):
        raise PermissionDeniedException
