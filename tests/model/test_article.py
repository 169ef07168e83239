"""Outlets are counted by their source; unknown ones stay apart."""

from __future__ import annotations

import pytest

from dragoman.model.article import UNKNOWN_SOURCE, Article, LanguageEvidence, SourceRef


def article(name: str, source: str) -> Article:
    return Article(name, f"capture:{name}", SourceRef(source, source), "T", "x", "en", LanguageEvidence("t", 1.0))


def test_articles_of_one_source_are_of_one_outlet() -> None:
    assert article("a1", "news.example").outlet == article("a2", "news.example").outlet == "news.example"


@pytest.mark.parametrize("source", ["", UNKNOWN_SOURCE])
def test_articles_of_unknown_sources_are_of_outlets_of_their_own(source: str) -> None:
    assert article("a1", source).outlet != article("a2", source).outlet
