from __future__ import annotations


def test_what_came_in_last_stands_first(page, fakes):
    tree = page("/rolling")
    links = tree.xpath("//ol[@aria-live]/li/a/@href")
    assert links == [f"/article/{article.id}" for article in reversed(fakes.ARTICLES)]
    box = tree.xpath("//div[@data-rolling]")[0]
    assert (box.get("data-rolling"), box.get("data-after")) == ("/rolling/stream", "5")


def test_it_can_be_loaded_again_by_hand_or_by_itself(page):
    assert page("/rolling").xpath("//meta[@http-equiv='refresh']") == []
    tree = page("/rolling?every=60")
    assert tree.xpath("//meta[@http-equiv='refresh']/@content") == ["60"]
    assert tree.xpath("//script[contains(@src, 'rolling')]") == []
    assert "/rolling" in tree.xpath("//p[@class='refreshing']/a/@href")


def test_no_other_pause_can_be_asked_for(client):
    assert client.get("/rolling?every=1").status_code == 400


def test_an_empty_desk_says_so(empty):
    assert "dragoman collect" in empty.get("/rolling").text
