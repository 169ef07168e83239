from __future__ import annotations


def test_the_articles_of_an_issue_are_listed(page):
    tree = page("/topic/quota")
    assert tree.xpath("string(//h1/bdi)") == "quota"
    assert tree.xpath("//ol[@class='lines']//h3/a/@href") == [f"/article/a000000000000000{number}" for number in (1, 2)]
    assert len(page("/topic/quota?language=zh").xpath("//ol[@class='lines']/li")) == 1


def test_a_topic_that_no_table_names_is_called_as_its_article_calls_it(page):
    assert page("/topic/medtop%3A20000000").xpath("string(//h1/bdi)") == "fishing industry"


def test_a_known_topic_without_articles_has_a_page(page):
    tree = page("/topic/sanctions", "fr")
    assert tree.xpath("string(//h1/bdi)") == "sanctions"
    assert tree.xpath("//p[@class='empty']")


def test_capitals_lead_on_and_nonsense_is_not_found(client):
    answer = client.get("/topic/Sanctions", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (301, "/topic/sanctions")
    assert client.get("/topic/nonsense").status_code == 404
