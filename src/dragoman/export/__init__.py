"""The brief in other formats. Each exporter is one module and one line of the table."""

from __future__ import annotations

from dragoman.registry import Table

EXPORTS = Table(
    "exports",
    {
        "json": "dragoman.export.json:Json",
        "markdown": "dragoman.export.markdown:Markdown",
    },
)
