from __future__ import annotations

import pytest

from dragoman.errors import NotFoundError

HREF = "/entities/person%3Amara-quell"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_has_names_reasons_statements_and_the_words(page, language):
    found = page(HREF, language)
    text = " ".join(found.text_content().split())
    for part in ("Mara Quell", "奎尔", "كويل", "Norway" if language == "en" else "挪威", "0.81", "+3.1", "97", "fisheries minister", "Q42"):
        assert part in text
    links = found.xpath("//section[@id='articles']//a[@class='proof']/@href")
    assert [link.partition("?mark=")[0] for link in links] == ["/article/a0000000000000001", "/article/a0000000000000004"]
    assert found.xpath("//section[@id='statements']//blockquote")


def test_foreign_names_carry_their_language_and_direction(page):
    (arabic,) = page(HREF).xpath("//ul[@class='by-language']//span[@lang='ar']")
    assert arabic.get("dir") == "rtl"


def test_an_id_that_was_united_leads_on(client):
    answer = client.get("/entities/person:奎尔", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, HREF)
    assert client.get("/entities/person:nobody").status_code == 404


def test_an_id_with_a_slash_has_a_page(client):
    assert client.get("/entities/person%3Aa~1b~0c").status_code == 200


def test_without_the_setting_there_is_no_form(page):
    assert page(HREF).xpath("//form[@method='post']") == []


def test_what_it_wants_and_refuses_stands_with_its_story_and_its_words(page):
    found = page(HREF)
    (section,) = found.xpath("//section[@id='positions']")
    assert section.xpath(".//h3/a/@href") == ["/story/sfeed0001feed0001#positions"]
    (stance,) = section.xpath(".//div[@class='position']/p/span[contains(@class, 'stance-demand')]")
    assert stance.text_content()
    assert section.xpath(".//blockquote//a[@class='proof']/@href")
    assert "Westmark rejected the demand." in section.text_content()
    assert found.xpath("//section[@id='positions']//a[contains(@href, 'topic')]")


def test_in_which_countries_press_it_is_named(page):
    (section,) = page(HREF).xpath("//section[@id='countries']")
    assert [int(one.get("value")) for one in section.xpath(".//meter")] == [2]
    assert "unreviewed" in section.text_content()


def test_a_story_that_is_gone_takes_no_page_along(desk, page, monkeypatch):
    def gone(story):
        raise NotFoundError(story)

    monkeypatch.setattr(desk, "brief", gone)
    assert page(HREF).xpath("//section[@id='positions']") == []
