"""Whole pages, written for this test, of the kinds that readers bring: what a careful reader takes from each stands beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.extract import extract
from dragoman.fetch.encoding import decide
from dragoman.model.article import Article
from dragoman.model.page import Page

PAGES = Path(__file__).parent / "pages"


def read(file: Path) -> Article:
    body = file.read_bytes()
    return extract(Page(file.name, file.name, body, decide(body, None)))


def facts(article: Article) -> dict[str, Any]:
    """An article as the gold has it."""
    origin, when = article.origin, article.published
    return {
        "title": article.title,
        "text": article.text.split("\n\n"),
        "language": article.language,
        "outlet": article.source.title or None,
        "section": article.section,
        "authors": list(article.authors),
        "people": [[person.name, person.role] for person in article.people],
        "published": when.value,
        "modified": when.modified,
        "between": [when.earliest, when.latest],
        "origin": [origin.outlet, origin.agency, origin.url] if origin else None,
        "images": [[image.caption, image.credit] for image in article.images],
        "notices": sorted({notice.kind for notice in article.notices}),
    }


@pytest.mark.parametrize("gold", sorted(PAGES.glob("*.json")), ids=lambda file: file.stem)
def test_a_page_gives_its_text_and_its_facts_and_nothing_else(gold: Path) -> None:
    wanted = json.loads(gold.read_text("utf-8"))
    got = facts(read(PAGES / wanted.pop("page")))
    assert {key: got[key] for key in wanted} == wanted


def test_a_language_declared_against_the_text_is_said_not_to_be_believed() -> None:
    evidence = read(PAGES / "wronglang_uk.html").language_evidence
    assert evidence.declared == "en-US"
    assert evidence.by.endswith(", not the declared en-US")


def test_an_origin_that_only_the_data_give_quotes_them() -> None:
    origin = read(PAGES / "basedon_en.html").origin
    assert origin is not None
    assert (origin.evidence.where, origin.evidence.text) == (
        "data",
        "JSON-LD isBasedOn: https://www.lowenbridgetimes.example/2023/09/hourly-levels",
    )
