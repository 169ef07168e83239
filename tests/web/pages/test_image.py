from __future__ import annotations

from lxml import html

EN = "/article/a0000000000000001"


def test_pictures_are_shown_only_where_the_desk_shows_them(client, desk):
    assert html.fromstring(client.get(EN).text).xpath("//img") == []
    desk.pictures = True
    sources = html.fromstring(client.get(EN).text).xpath("//img/@src")
    assert sources
    assert all(source.startswith("/image/") for source in sources)


def test_a_picture_can_do_nothing_but_be_looked_at(client, desk):
    desk.pictures = True
    answer = client.get(html.fromstring(client.get(EN).text).xpath("//img/@src")[0])
    assert answer.headers["content-type"].startswith("image/jpeg")
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox; frame-ancestors 'none'"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "max-age" in answer.headers["cache-control"]


def test_other_addresses_are_not_found(client, desk):
    desk.pictures = True
    assert client.get("/image/1234/abcd").status_code == 404
    desk.pictures = False
    assert client.get(f"/image/{'0' * 32}/abcd").status_code == 404
