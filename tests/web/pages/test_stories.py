from __future__ import annotations


def test_a_line_has_title_dates_size_and_languages(page):
    text = " ".join(page("/stories").xpath("//ol[@class='lines']/li")[0].text_content().split())
    for part in ("Norland and Westmark", "Mar 10 – 14, 2031", "4 articles", "Arabic", "Chinese"):
        assert part in text


def test_readers_get_the_title_in_their_language_and_see_the_others(page):
    link = page("/stories", "zh").xpath("//ol[@class='lines']//h2/a")[0]
    assert (link.text, link.get("lang")) == ("北地与西境将就鳕鱼会谈", "zh")
    assert {node.get("lang") for node in page("/stories", "zh").xpath("//p[@class='other-title']/span")} == {"en", "ar"}


def test_filters_reach_the_desk(client, desk):
    client.get("/stories?q=cod&language=ar")
    assert (desk.asked[-1].text, desk.asked[-1].language) == ("cod", "ar")
