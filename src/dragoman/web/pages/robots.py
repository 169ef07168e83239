"""A desk is for its readers: search engines are asked to stay away."""

from __future__ import annotations

from dragoman.web.asked import Asked, Raw, Reply
from dragoman.web.desk import ReadingDesk


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """robots.txt (RFC 9309)."""
    return Raw(b"User-agent: *\nDisallow: /\n", "text/plain; charset=utf-8")
