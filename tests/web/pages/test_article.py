from __future__ import annotations

import re

from lxml import html
from msgspec.structs import replace

EN, ZH, COPY, AR, EVIL = (f"/article/a000000000000000{number}" for number in range(1, 6))


def words(nodes) -> str:
    return " ".join("".join(node.text_content() for node in nodes).split())


def test_the_text_is_whole(page, fakes):
    shown = ["".join(node.text_content()) for node in page(EN).xpath("//div[@class='text']/p")]
    assert "\n\n".join(text.strip() for text in shown) == fakes.EN


def test_paragraphs_can_be_linked_to(page, fakes):
    assert page(EN).xpath("//div[@class='text']/p/@id") == ["c0", f"c{fakes.EN.index(chr(34))}", f"c{fakes.EN.index('Westmark rejected')}"]


def test_the_words_of_a_link_are_highlighted_once_and_exactly(page, fakes):
    proof = fakes.S_QUELL.evidence
    tree = page(f"{EN}?mark={proof.start}-{proof.end}&cue={proof.cue.start}-{proof.cue.end}&show=both")
    assert "".join(node.text_content() for node in tree.xpath("//div[@class='text']//mark")) == proof.text
    assert len(tree.xpath("//*[@id='mark']")) == 1
    assert words(tree.xpath("//b[@class='cue']")) == "said"


def test_names_are_marked_with_type_entity_and_party(page):
    spans = page(EN).xpath("//div[@class='text']//span[contains(@class,'name')]")
    titles = {span.text_content(): span.get("title") for span in spans}
    assert titles["Mara Quell"] == "person · Norway"
    assert {"name person", "name place"} == {span.get("class") for span in spans}


def test_marks_can_be_chosen(page):
    assert page(f"{EN}?show=none").xpath("//div[@class='text']//span") == []
    said = page(f"{EN}?show=statements").xpath("//div[@class='text']//span[@class='said']")
    assert [node.text_content() for node in said] == ["We want the quota cut by half,", "any cut would ruin 12 ports"]
    assert said[0].get("title") == "Mara Quell · demands · direct speech"


def test_the_page_links_to_the_original_only_where_it_is_a_web_address(page):
    assert page(EN).xpath("//a[@class='original']/@href") == ["https://gazette.example/news/a0000000000000001"]
    assert "noreferrer" in page(EN).xpath("//a[@class='original']/@rel")[0]
    assert page(EVIL).xpath("//a[@class='original']") == []
    assert page(COPY).xpath("//a[@class='original']") == []


def test_a_date_that_was_inferred_says_so_and_why(page):
    card = words(page(COPY).xpath("//dl[@class='card']"))
    assert "Mar 9 – 14, 2031" in card
    assert "inferred" in card
    assert "latest past date in the text" in card
    assert page(COPY).xpath("//dl[@class='card']//time") == []


def test_a_reprint_shows_what_it_claims_and_what_it_copies(page):
    box = page(COPY).xpath("//aside[contains(@class,'reprint')]")
    assert "来源：海港日报" in words(box)
    assert "claimed, not verified" in words(box)
    assert box[0].xpath(".//a/@href") == [ZH, "/story/sfeed0001feed0001#reprints"]
    assert COPY in page(ZH).xpath("//aside[contains(@class,'reprint')]//a/@href")


def test_what_was_taken_out_stands_behind_a_toggle_with_kind_and_reason(page):
    details = page(EN).xpath("//details[@class='removed']")[0]
    assert "2 lines taken out" in details.xpath("./summary")[0].text
    rows = [[words([cell]) for cell in row.xpath("./td")] for row in details.xpath(".//tbody/tr")]
    assert rows == [
        ["advertising", "Advertisement", "phrase: advertisement"],
        ["related headlines", "Cod <b>wars</b> of old", "stands alone among links"],
    ]


def test_the_page_shows_what_the_page_said_of_itself(page):
    text = words([page(EN)])
    for part in (
        "Ada Finch, Lee Poole",
        "HARBOUR CITY",
        "Cod boats at dawn.",
        "Fisheries",
        "fishing industry",
        "cod quota",
        "© The Harbour Gazette",
    ):
        assert part in text
    assert "渔业观察" in words(page(ZH).xpath("//p[@class='column']"))


def test_foreign_text_is_in_its_own_language_and_direction(page):
    text = page(AR, "zh").xpath("//div[@class='text']")[0]
    assert (text.get("lang"), text.get("dir")) == ("ar", "rtl")


def test_related_headlines_become_links_only_where_they_can_be_followed(page):
    related = page(EN).xpath("//section[h2='Related, as the page offers it']//li")
    assert [(item.text_content().strip(), item.xpath("./a/@href")) for item in related] == [
        ("Cod wars of old", ["https://gazette.example/old"]),
        ("A trap", []),
        ("Headline only", []),
    ]


def test_a_notice_of_two_kinds_stands_once(page):
    lines = [words([item]) for item in page(COPY).xpath("//section[@class='notices']//li")]
    assert lines == ["takedown notice 如侵犯权益，请联系本站。", "reprint notice copyright notice 本文为转载。"]


def test_long_lists_beside_the_text_are_folded(client, desk, fakes, monkeypatch):
    reading = replace(fakes.READINGS["a0000000000000001"], statements=(fakes.S_QUELL,) * 11)
    monkeypatch.setitem(fakes.READINGS, "a0000000000000001", reading)
    tree = html.fromstring(client.get(EN).content.decode())
    side = tree.xpath("//section[h2='Who says what here']")[0]
    assert len(side.xpath("./ul/li")) == 8
    assert words(side.xpath("./details/summary")) == "3 more"
    assert len(side.xpath("./details//li")) == 3


def test_the_card_has_the_source_with_country_and_owner_or_says_that_nobody_looked(page):
    (card,) = page(EN).xpath("//*[@itemprop='publisher']")
    assert card.xpath(".//a/@href") == ["/source/gazette.example"]
    assert "country: New Zealand" in words([card])
    assert "owner: unreviewed" in words([card])
    assert "country: unreviewed" in words(page(COPY).xpath("//*[@itemprop='publisher']"))


def test_a_known_outlet_is_reviewed(client, fakes, monkeypatch):
    told = replace(fakes.A_EN, source=fakes.SourceRef("www.reuters.com", "Reuters"))
    monkeypatch.setitem(fakes.READINGS, told.id, replace(fakes.READINGS[told.id], article=told))
    card = html.fromstring(client.get(EN).content.decode()).xpath("//*[@itemprop='publisher']")
    assert "news agency · country: United Kingdom" in words(card)


def test_the_page_says_what_it_is_to_machines(page):
    tree = page(EN)
    (item,) = tree.xpath("//article[@itemtype='https://schema.org/NewsArticle']")
    assert words(item.xpath(".//*[@itemprop='headline']")) == "Norland and Westmark to meet over cod"
    assert item.xpath(".//*[@itemprop='datePublished']/@content") == ["2031-03-10T09:30+01:00"]
    assert [words([one]) for one in item.xpath(".//*[@itemprop='author']")] == ["Ada Finch", "Lee Poole"]
    assert words(item.xpath(".//*[@itemprop='articleSection']")) == "World"
    assert item.xpath(".//*[@itemprop='articleBody']")
    assert page(COPY).xpath("//*[@itemprop='datePublished']") == []
    assert tree.xpath("//link[@rel='canonical']/@href") == [EN]


def test_the_where_you_are_line_is_marked_up(page):
    steps = page(EN).xpath("//nav[@class='crumbs wide']//li[@itemtype='https://schema.org/ListItem']")
    assert [words(step.xpath(".//*[@itemprop='name']")) for step in steps] == [
        "Desk",
        "The Harbour Gazette",
        "World",
        "Norland and Westmark to meet over cod",
    ]
    assert [step.xpath("./meta/@content")[0] for step in steps] == ["1", "2", "3", "4"]
    assert steps[2].xpath(".//a/@href") == ["/source/gazette.example?section=World"]


def test_links_out_tell_nobody_who_reads(page):
    for path in (EN, ZH):
        for link in page(path).xpath("//a[starts-with(@href,'http')]"):
            assert {"noopener", "noreferrer", "nofollow"} <= set(link.get("rel").split())


def test_an_older_version_leads_to_the_newest(page):
    old = page("/article/a0000000000000006")
    assert old.xpath("//p[contains(@class,'older-version')]/a/@href") == [EN]
    assert f"{EN}/versions" in page(EN).xpath("//dl[@class='card']//a/@href")
    assert not page(ZH).xpath("//a[contains(@href,'/versions')]")


def test_reading_time_and_names_stand_beside_the_text(page):
    assert "about 1 minute" in words(page(ZH).xpath("//dl[@class='card']"))
    names = page(EN).xpath("//section[h2='Names here']//a")
    assert (names[0].text, names[0].get("href")) == ("Norland", "/entities/NO")


def test_long_texts_and_long_lists_come_in_parts(client, fakes, monkeypatch):
    text = "\n\n".join(f"Paragraph {number} speaks of cod and of quotas, at some length." * 10 for number in range(200))
    removed = tuple(fakes.Removed("ad", f"Advertisement {number}", "phrase", 0) for number in range(100))
    told = replace(fakes.A_EN, text=text, removed=removed)
    monkeypatch.setitem(fakes.READINGS, told.id, replace(fakes.READINGS[told.id], article=told, mentions=(), statements=()))
    answer = client.get(EN)
    assert len(answer.content) < 100_000
    tree = html.fromstring(answer.content.decode())
    parts = tree.xpath("//nav[@aria-label='Parts of the text']")[0].xpath("./a/@href")
    assert len(parts) == 5
    seen = [p for part in parts for p in html.fromstring(client.get(part).content.decode()).xpath("//div[@class='text']/p/@id")]
    assert len(seen) == len(set(seen)) == 200
    at = text.index("Paragraph 150")
    marked = html.fromstring(client.get(f"{EN}?mark={at}-{at + 13}").content.decode())
    assert words(marked.xpath("//mark")) == "Paragraph 150"
    assert len(tree.xpath("//details[@class='removed']//tbody/tr")) == 60
    assert len(html.fromstring(client.get(f"{EN}?removed=all").content.decode()).xpath("//details[@class='removed']//tbody/tr")) == 100


def test_the_articles_before_and_after_are_one_step_away(page):
    steps = page(ZH).xpath("//nav[@class='beside-nav']//a")
    assert [(link.get("rel"), link.get("href"), link.get("lang")) for link in steps] == [("prev", EN, "en"), ("next", COPY, "zh")]
    assert not page("/article/a0000000000000006").xpath("//nav[@class='beside-nav']")


def test_what_is_said_and_demanded_leads_to_its_issue(page):
    links = page(EN).xpath("//section[h2='Speaks of']//a")
    assert [(link.text_content(), link.get("href")) for link in links] == [("quota", "/topic/quota")]


def test_other_articles_of_the_story_are_offered_to_compare_with_by_language(client):
    page = client.get("/article/a0000000000000001").text
    form = page.partition('action="/compare"')[2].partition("</form>")[0]
    assert 'name="a" value="a0000000000000001"' in form
    groups = re.findall(r'<optgroup label="([^"]+)">', form)
    assert len(groups) == len(set(groups)) > 1
    offered = re.findall(r'<option value="([^"]+)" lang="', form)
    assert offered
    assert "a0000000000000001" not in offered
    assert client.get(f"/compare?a=a0000000000000001&b={offered[0]}").status_code == 200
    assert 'action="/compare"' not in client.get("/article/a0000000000000005").text
