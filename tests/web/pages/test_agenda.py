from __future__ import annotations


def test_a_line_has_date_what_where_who_status_and_evidence(page):
    line = page("/agenda").xpath("//div[contains(@class,'happening')]")[0]
    text = " ".join(line.text_content().split())
    for part in (
        "Mar 14, 2031",
        "Envoys meet over the cod quota",
        "announced",
        "Norway",
        "Denmark",
        "Harbour City",
        "meeting or talks",
        "face to face",
    ):
        assert part in text
    assert len(line.xpath(".//a[@class='proof']")) == 2


def test_filters_reach_the_desk(client, desk):
    client.get("/agenda?party=NO&since=2031-01-01")
    assert (desk.asked[-1].party, desk.asked[-1].since) == ("NO", "2031-01-01")


def test_an_empty_agenda_says_so(empty):
    assert "Nothing is on the agenda" in empty.get("/agenda").text
