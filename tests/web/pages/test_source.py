from __future__ import annotations

from dragoman.web.pages.source import troubles

GAZETTE = "/source/gazette.example"


def words(nodes) -> str:
    return " ".join("".join(node.text_content() for node in nodes).split())


def test_the_card_says_what_is_known_and_what_was_not_checked(page):
    card = words(page(GAZETTE).xpath("//dl[@class='card']"))
    assert "New Zealand" in card
    assert "unreviewed" in card
    assert "was not checked" in card
    assert "1 of 1 article" in card
    assert "0 of 1 article" in words(page("/source/host.example").xpath("//dl[@class='card']"))


def test_its_articles_sections_and_problems_are_listed(page):
    tree = page(GAZETTE)
    assert tree.xpath("//section[@id='articles']//h3/a/@href") == ["/article/a0000000000000001"]
    assert tree.xpath("//section[@id='sections']//a/@href") == ["/source/gazette.example?section=World"]
    assert "the address is not public" in words(tree.xpath("//section[@id='problems']"))
    assert not page("/source/ribao.example").xpath("//section[@id='problems']")


def test_an_outlet_of_the_table_has_a_page_before_anything_is_held_of_it(page):
    tree = page("/source/tass.ru", "zh")
    assert "俄罗斯" in words(tree.xpath("//dl[@class='card']"))
    assert "塔斯社" in words([tree])


def test_another_domain_of_an_outlet_leads_on_where_it_is_held(client, fakes, monkeypatch):
    assert client.get("/source/tass.com").status_code == 404
    monkeypatch.setitem(fakes.OUTLETS, "tass.ru", fakes.OutletReport("tass.ru", "TASS", "RU", 1))
    answer = client.get("/source/tass.com", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (301, "/source/tass.ru")


def test_a_source_that_nobody_knows_is_not_found(client):
    assert client.get("/source/nowhere.example").status_code == 404


def test_problems_belong_to_the_source_that_they_name_or_to_their_host(desk):
    assert [one.reason for one in troubles(desk, "gazette.example")] == ["private address"]
    assert troubles(desk, "127.0.0.1") == []
