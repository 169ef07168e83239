"""A picture of an article, fetched by the desk in the reader's place."""

from __future__ import annotations

from typing import Final

from dragoman.web.asked import Asked, Raw, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.headers import INERT

CARRIED: Final = {"Content-Security-Policy": INERT, "Cache-Control": "private, max-age=86400, immutable"}


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """The picture of the signed address in the path; 404 where it is not one of ours."""
    picture = desk.picture(asked.part, asked.format)
    return Raw(picture.body, picture.media_type, headers=CARRIED)
