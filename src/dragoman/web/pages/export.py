"""A story's brief as a file, in any format of the exports table."""

from __future__ import annotations

from dragoman.errors import NotFoundError
from dragoman.export import EXPORTS
from dragoman.export.cited import cited
from dragoman.web.asked import Asked, Moved, Raw, Reply
from dragoman.web.desk import ReadingDesk


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """The brief of the id in the path, in the format in the path."""
    if asked.format not in EXPORTS:
        raise NotFoundError(asked.format)
    brief = desk.brief(asked.part)
    if brief.story != asked.part:
        return Moved(f"/story/{brief.story}/export/{asked.format}")
    exporter = EXPORTS.make(asked.format)
    articles = desk.articles(cited(brief))
    body = exporter.export(brief, [articles[item] for item in sorted(articles)])
    return Raw(body, exporter.media_type)
