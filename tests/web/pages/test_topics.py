from __future__ import annotations


def test_topics_and_issues_are_listed_in_the_reader_s_language(page):
    links = [(link.text_content(), link.get("href")) for link in page("/topics", "zh").xpath("//li[@class='topic']/a")]
    assert links == [("1", "/topic/medtop%3A1"), ("制裁", "/topic/sanctions")]


def test_an_empty_desk_says_so(empty):
    assert "No topic of the articles held is known." in empty.get("/topics").text
