from __future__ import annotations


def test_a_line_has_the_names_in_every_language_and_the_roles(page):
    row = page("/entities").xpath("//tbody/tr")[0]
    text = " ".join(row.text_content().split())
    for part in ("Mara Quell", "person", "Norway", "奎尔", "كويل", "fisheries minister", "January 2030 – …", "transliteration"):
        assert part in text


def test_filters_reach_the_desk(client, desk):
    client.get("/entities?q=Quell&party=NO&type=person&story=s1")
    assert (desk.asked[-1].text, desk.asked[-1].party, desk.asked[-1].type, desk.asked[-1].story) == ("Quell", "NO", "person", "s1")
    assert client.get("/entities?type=dragon").status_code == 400


def test_a_name_leads_to_its_page(page):
    assert page("/entities").xpath("//tbody/tr/th/a/@href") == ["/entities/person%3Amara-quell"]
