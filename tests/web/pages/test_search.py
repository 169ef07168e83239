from __future__ import annotations


def test_results_mark_the_words_found_and_nothing_else(page):
    lines = page("/search?q=cod").xpath("//ol[@class='lines']/li")
    assert [mark.text for mark in lines[0].xpath(".//mark")] == ["cod", "quota"]
    assert "<script>alert(8)</script>" in lines[1].text_content()


def test_the_question_stays_in_its_field(page):
    assert page("/search?q=%22cod%22+%E9%B1%BC").xpath("//main//input[@name='q']/@value") == ['"cod" 鱼']


def test_without_a_question_the_desk_is_not_asked_and_help_is_open(page, desk):
    assert page("/search").xpath("//details[@class='help'][@open]")
    assert desk.asked == []
    assert not page("/search?q=cod").xpath("//details[@class='help'][@open]")


def test_nothing_found_is_said(empty):
    assert "Nothing found" in empty.get("/search?q=whale").text
