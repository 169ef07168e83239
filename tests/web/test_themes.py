from __future__ import annotations

from lxml import html

from dragoman.web import themes


def test_the_first_wish_that_is_a_theme_is_granted():
    assert themes.choose(None, "dark", "light") == "dark"
    assert themes.choose("purple", None) == "auto"


def test_the_theme_asked_for_is_remembered_in_a_cookie(client):
    answer = client.get("/keys?theme=dark&q=x")
    assert "dragoman_theme=dark" in answer.headers["set-cookie"]
    tree = html.fromstring(client.get("/keys").content.decode())
    assert tree.get("data-theme") == "dark"
    assert tree.xpath("//meta[@name='color-scheme']/@content") == ["dark"]
    assert tree.xpath("//nav[@class='themes']//a[@aria-current]/@href") == ["/keys?theme=dark"]


def test_an_unknown_theme_sets_no_cookie(client):
    answer = client.get("/keys?theme=%0d%0aset-cookie:x=1")
    assert answer.status_code == 200
    assert "dragoman_theme" not in answer.headers.get("set-cookie", "")


def test_the_address_of_other_links_keeps_no_theme(client):
    tree = html.fromstring(client.get("/search?q=cod&theme=light").content.decode())
    assert "/search?lang=en&q=cod" in tree.xpath("//nav[@class='tongues']//a/@href")
