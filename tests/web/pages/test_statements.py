from __future__ import annotations


def test_a_line_has_speaker_party_act_and_words(page):
    text = " ".join(page("/statements", "zh").xpath("//div[@class='said-line']")[0].text_content().split())
    for part in ("Mara Quell", "fisheries minister", "挪威", "要求", "直接引语", "We want the quota cut by half,"):
        assert part in text


def test_unnamed_voices_and_those_who_passed_words_on_are_named_as_such(page):
    text = " ".join(page("/statements").xpath("//div[@class='said-line']")[3].text_content().split())
    assert "unnamed voice" in text
    assert "via officials" in text


def test_filters_reach_the_desk(client, desk):
    client.get("/statements?speaker=Quell&party=NO&act=demand&q=quota")
    query = desk.asked[-1]
    assert (query.speaker, query.party, query.act, query.text) == ("Quell", "NO", "demand", "quota")


def test_an_act_that_there_is_not_is_refused(client):
    assert client.get("/statements?act=sing").status_code == 400
