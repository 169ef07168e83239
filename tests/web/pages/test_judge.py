"""Forms are taken where the portal takes people's words, from its own pages only."""

from __future__ import annotations

import pytest
from litestar.testing import TestClient
from lxml import html

from dragoman.web.app import create_app

HREF = "/entities/person%3Amara-quell"


@pytest.fixture
def judging(desk):
    with TestClient(create_app(desk, judging=desk)) as made:
        yield made


def forms(client, href=HREF):
    found = html.fromstring(client.get(href, headers={"Accept-Language": "en"}).content.decode()).xpath("//form[@method='post']")
    return [{field.get("name"): field.get("value") or "" for field in form.xpath(".//input")} for form in found]


def test_names_are_parted_united_and_the_word_is_taken_back(judging, desk):
    part, same = forms(judging)
    answer = judging.post("/judge", data=part, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, HREF)
    assert [(said.kind, said.one, said.other, said.by) for said in desk.words] == [
        ("different", "person:mara-quell", "person:奎尔", "portal")
    ]
    judging.post("/judge", data={**same, "other": "Jon Abel"})
    assert desk.words[-1].kind == "same"
    undo = next(form for form in forms(judging) if form["kind"] == "undo")
    judging.post("/judge", data=undo)
    assert desk.words[0].undone


def test_a_form_of_another_site_is_refused(judging, desk):
    part, _ = forms(judging)
    for token in ("", "0" * 128):
        assert judging.post("/judge", data={**part, "_csrf_token": token}).status_code == 403
    judging.cookies.clear()
    assert judging.post("/judge", data=part).status_code == 403
    assert desk.words == []


def test_what_the_desk_refuses_is_told(judging, desk):
    _, same = forms(judging)
    answer = judging.post("/judge", data={**same, "other": "person:mara-quell"})
    assert answer.status_code == 400
    assert "against itself" in answer.text
    assert judging.post("/judge", data={**same, "other": ""}).status_code == 400
    assert judging.post("/judge", data={**same, "kind": "undo", "n": "7"}).status_code == 400


def test_without_the_setting_no_form_is_taken(client, desk):
    assert client.post("/judge", data={"kind": "same", "one": "a", "other": "b"}).status_code in (404, 405)
    assert desk.words == []


def test_stories_are_merged_and_split_on_their_page(judging, desk, fakes):
    story = f"/story/{fakes.STORY}"
    split, other = forms(judging, story)
    (merge,) = forms(judging, f"{story}/filing")
    answer = judging.post("/judge", data={**split, f"article-1-{fakes.A_ZH.id}": fakes.A_ZH.id}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{story}#filing")
    judging.post("/judge", data=merge)
    judging.post("/judge", data={**other, "other": "http://127.0.0.1:8000/story/s9?lang=zh"})
    assert [(said.kind, said.one, said.other) for said in desk.words] == [
        ("split", fakes.STORY, fakes.A_ZH.id),
        ("merge", fakes.STORY, fakes.NEAR.home),
        ("merge", fakes.STORY, "s9"),
    ]
    undo = next(form for form in forms(judging, story) if form["kind"] == "undo")
    assert judging.post("/judge", data=undo, follow_redirects=False).headers["location"] == f"{story}#filing"
    assert desk.words[0].undone
    assert judging.post("/judge", data=split).status_code == 400
