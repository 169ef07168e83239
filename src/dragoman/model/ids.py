"""Ids: the same input gives the same id on any machine."""

from __future__ import annotations

import hashlib


def digest(*parts: str | bytes, size: int = 8) -> str:
    """Hex BLAKE2b of the parts, `size` bytes, parts kept apart by a zero byte."""
    state = hashlib.blake2b(digest_size=size)
    for part in parts:
        state.update(part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part)
        state.update(b"\0")
    return state.hexdigest()


def article_id(url: str, title: str, text: str) -> str:
    """A version of an article: its address identity, title and clean text."""
    return "a" + digest(url, title, text)


def capture_url(body: bytes) -> str:
    """The address of a saved page that names none: its bytes."""
    return "capture:" + digest(body, size=12)


def story_id(first: str) -> str:
    """A story has an id made of the address of its first article, in order of publication."""
    return "s" + digest(first)
