"""The digits of a riddle, as a picture or as a sound."""

from __future__ import annotations

from dragoman.accounts import RIDDLES
from dragoman.accounts.front import Accounts
from dragoman.errors import NotFoundError
from dragoman.web.asked import Asked, Raw, Reply

TYPES = {"picture": "image/png", "sound": "audio/wav"}


def page(accounts: Accounts, asked: Asked) -> Reply:
    """Raises `NotFoundError` where there is no such riddle (any more) or way of telling it."""
    if asked.format not in TYPES or asked.format not in RIDDLES:
        raise NotFoundError(asked.format)
    told = accounts.told(asked.part, asked.format)
    if told is None:
        raise NotFoundError(asked.part)
    return Raw(told, TYPES[asked.format])
