from __future__ import annotations

import json

import msgspec

from dragoman.export import EXPORTS
from dragoman.model.story import Brief


def test_the_brief_comes_back_from_its_export(fakes):
    body = EXPORTS.make("json").export(fakes.BRIEF, fakes.ARTICLES[:4])
    assert msgspec.json.decode(body, type=Brief) == fakes.BRIEF


def test_the_cited_articles_facts_go_along_without_their_text(fakes):
    body = json.loads(EXPORTS.make("json").export(fakes.BRIEF, fakes.ARTICLES[:4]))
    assert sorted(body["articles"]) == [article.id for article in fakes.ARTICLES[:4]]
    assert body["articles"]["a0000000000000002"]["published"]["value"] == "2031-03-10"
    assert all("text" not in facts for facts in body["articles"].values())


def test_the_same_brief_gives_the_same_bytes_in_any_order_of_articles(fakes):
    exporter = EXPORTS.make("json")
    assert exporter.export(fakes.BRIEF, fakes.ARTICLES) == exporter.export(fakes.BRIEF, fakes.ARTICLES[::-1])
