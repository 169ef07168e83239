"""Every page of the portal answers over a real desk, in every language of the portal, with the right language and direction."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from dragoman.desk import Desk
from dragoman.model.query import Query
from dragoman.web.app import create_app
from dragoman.web.routes import ROUTES
from dragoman.web.tongues import codes

TONGUES = sorted(codes())
LARGEST = 100_000
"""Bytes of a page without pictures: of articles as they are, of whole briefs as they travel."""


@pytest.fixture(scope="module")
def desk(sample_desk: Path) -> Iterator[Desk]:
    with Desk.open(desk=str(sample_desk)) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(desk: Desk) -> Iterator[TestClient]:
    with TestClient(create_app(desk)) as made:
        yield made


def addresses(desk: Desk) -> list[str]:
    story = desk.largest_story()
    parts = {"article": desk.brief(story).members[0].article, "story": story, "export": story, "entity": "NATO"}
    parts |= {"versions": parts["article"], "source": desk.outlets()[0].id, "topic": "sanctions"}
    parts |= {"takedown": parts["article"], "filing": story}
    shown = [route for route in ROUTES if not route.editors and route.name != "image"]
    return [route.path.replace("{part:str}", parts.get(route.name, "")).replace("{format:str}", "json") for route in shown]


@pytest.mark.parametrize("code", TONGUES)
def test_every_address_answers_in_the_reader_s_language(client: TestClient, desk: Desk, code: str) -> None:
    for address in addresses(desk):
        answer = client.get(address, params={"lang": code})
        assert answer.status_code == 200, address
        if "text/html" in answer.headers["content-type"]:
            (root,) = re.findall(r"<html ([^>]*)>", answer.text)
            assert f'lang="{code}' in root
            assert 'dir="' in root
            assert all(re.fullmatch(r' src="/static/\w+\.js" defer', found) for found in re.findall(r"<script([^>]*)>", answer.text))


@pytest.mark.parametrize("code", TONGUES)
def test_every_article_and_story_of_the_desk_has_its_page(client: TestClient, desk: Desk, code: str) -> None:
    for story in desk.stories(Query(limit=100)).items:
        brief = client.get(f"/story/{story.id}", params={"lang": code})
        assert brief.status_code == 200
        assert len(gzip.compress(brief.content, 5)) < LARGEST
        for member in story.members:
            page = client.get(f"/article/{member.article}", params={"lang": code})
            assert page.status_code == 200
            assert len(page.content) < LARGEST
            article = desk.reading(member.article).article
            assert f'lang="{article.language}' in page.text
