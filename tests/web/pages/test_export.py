from __future__ import annotations

STORY = "/story/sfeed0001feed0001/export"


def test_a_brief_can_be_taken_along_in_every_format(client, page):
    for link in page("/story/sfeed0001feed0001").xpath("//p[@class='exports']/a/@href"):
        assert client.get(link).status_code == 200
    assert client.get(f"{STORY}/json").json()["story"] == "sfeed0001feed0001"
    markdown = client.get(f"{STORY}/markdown")
    assert markdown.headers["content-type"] == "text/markdown; charset=utf-8"
    assert markdown.text.startswith("# Norland and Westmark")


def test_a_merged_storys_export_leads_on(client):
    answer = client.get("/story/smerged/export/json", follow_redirects=False)
    assert answer.headers["location"] == f"{STORY}/json"


def test_unknown_formats_are_not_found(client):
    assert client.get(f"{STORY}/exe").status_code == 404
