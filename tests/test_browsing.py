"""What the desk says of its holdings."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.browsing import Browsing
from dragoman.desk import Desk
from dragoman.errors import StoreError
from dragoman.model.query import Query


def test_every_article_of_the_samples_has_its_versions(sample_desk: Path) -> None:
    with Desk.open(desk=str(sample_desk)) as desk:
        article, _ = desk.latest(Query(limit=1)).items[0]
        (only,) = desk.versions(article.id)
        assert (only.article, only.number, only.current, only.superseded) == (article.id, 1, True, False)
        assert only.seen is None  # pages out of a folder were not fetched at a time that is known
        assert desk.versions("a0") == ()


def test_a_store_that_is_no_catalogue_says_so() -> None:
    class Bare(Browsing):
        def store(self, write: bool = False):  # type: ignore[no-untyped-def]
            return object()

    with pytest.raises(StoreError):
        Bare().versions("a0")
