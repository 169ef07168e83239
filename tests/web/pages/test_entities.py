from __future__ import annotations


def test_a_line_has_the_names_in_every_language_and_the_roles(page):
    row = page("/entities").xpath("//tbody/tr")[0]
    text = " ".join(row.text_content().split())
    for part in ("Mara Quell", "person", "Norway", "奎尔", "كويل", "fisheries minister", "2030-01 – …", "transliteration"):
        assert part in text


def test_filters_reach_the_desk(client, desk):
    client.get("/entities?q=Quell&party=NO")
    assert (desk.asked[-1].text, desk.asked[-1].party) == ("Quell", "NO")
