"""The brief as JSON: its fields as everywhere on the desk, and the facts of the articles that it cites."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from dragoman.model.article import Article
from dragoman.model.codec import to_json, to_plain
from dragoman.model.story import Brief

KEPT = ("url", "source", "section", "title", "language", "authors", "published", "origin")


class Json:
    """Indented UTF-8 JSON, deterministic: the brief's fields and `articles`, the cited articles' facts without their text, by id."""

    media_type = "application/json"

    def export(self, brief: Brief, articles: Sequence[Article]) -> bytes:
        facts: dict[str, dict[str, Any]] = {}
        for article in sorted(articles, key=lambda item: item.id):
            plain = to_plain(article)
            facts[article.id] = {name: plain[name] for name in KEPT}
        return msgspec.json.format(to_json({**to_plain(brief), "articles": facts}), indent=2) + b"\n"
