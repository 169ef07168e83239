from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from msgspec.structs import replace

from dragoman.web.pages.story import by_event, by_issue, by_party

STORY = "/story/sfeed0001feed0001"


def words(nodes) -> str:
    return " ".join(" ".join(node.text_content() for node in nodes).split())


def test_the_page_lays_out_every_part_of_the_brief(page):
    tree = page(STORY)
    parts = tree.xpath("//div[@class='body']/section/@id")
    assert parts == [
        "summary",
        "pictures",
        "agenda",
        "timeline",
        "positions",
        "statements",
        "figures",
        "names",
        "press",
        "articles",
        "reprints",
        "gaps",
        "filing",
    ]
    assert [link[1:] for link in tree.xpath("//nav[@class='contents']//ul//a/@href")] == parts


def test_the_breadth_is_independent_texts_of_articles(page):
    assert "3 independent texts of 4 articles" in words(page(STORY).xpath("//p[@class='breadth']"))
    assert "4 篇文章中有 3 份独立文本" in words(page(STORY, "zh").xpath("//p[@class='breadth']"))


def test_every_evidence_link_leads_to_the_words_that_the_line_shows(page, fakes):
    texts = {article.id: article.text for article in fakes.ARTICLES}
    links = page(STORY).xpath("//a[@class='proof']/@href")
    assert len(links) >= 15
    for link in links:
        parts = urlsplit(link)
        start, end = map(int, parse_qs(parts.query)["mark"][0].split("-"))
        identity = parts.path.removeprefix("/article/")
        marked = page(link.partition("#")[0]).xpath("//div[@class='text']//mark")
        assert "".join(node.text_content() for node in marked) == texts[identity][start:end]


def test_statements_stand_by_party_with_unnamed_voices_last(page, fakes):
    heads = [words([node]) for node in page(STORY).xpath("//section[@class='side-of']/h3")]
    assert heads == ["Norway 2", "Denmark 1", "No party named 1"]
    assert [party for party, _ in by_party(fakes.BRIEF.statements)] == ["NO", "DK", None]


def test_a_position_stands_beside_its_answers(page, fakes):
    ledger = page(STORY).xpath("//div[@class='ledger']")
    assert "We want the quota cut by half" in words(ledger[0].xpath("./div[@class='position']"))
    assert "Denmark refusal Westmark rejected the demand." in words(ledger[0].xpath("./div[@class='answers']"))
    assert "No answer in the articles held" in words(ledger[1].xpath("./div[@class='answers']"))
    assert [(issue, len(listed)) for issue, listed in by_issue(fakes.BRIEF.positions)] == [("fishing_quota", 2)]


def test_figures_that_differ_are_called_so(page):
    assert words(page(STORY).xpath("//div[contains(@class,'clash')]//span[contains(@class,'bad')]")) == "figures differ"


def test_names_stand_by_language(page):
    row = page(STORY).xpath("//section[@id='names']//tbody/tr")[0]
    assert [(cell.get("lang"), cell.text) for cell in row.xpath("./td[@lang]")] == [("ar", "كويل"), ("en", "Mara Quell"), ("zh", "奎尔")]


def test_gaps_show_their_denominator(page):
    assert "no statement of Westmark in 0 of 1" in words(page(STORY).xpath("//section[@id='gaps']"))


def test_members_say_why_they_are_here(page):
    assert "Norland, Westmark" in words(page(STORY).xpath("//section[@id='articles']//details"))


def test_a_merged_storys_address_leads_on(client):
    answer = client.get("/story/smerged", follow_redirects=False)
    assert answer.status_code == 302
    assert answer.headers["location"] == STORY


def test_readers_get_the_title_in_their_language(page):
    title = page(STORY, "zh").xpath("//h1")[0]
    assert (title.text, title.get("lang")) == ("北地与西境将就鳕鱼会谈", "zh")


def test_members_stand_by_event(fakes):
    first, second, *others = fakes.BRIEF.members
    events = by_event([replace(first, event="e1"), replace(second, event="e2"), replace(others[0], event="e1")])
    assert [[member.article for member in event] for event in events] == [[first.article, others[0].article], [second.article]]


def test_the_page_leads_to_what_filing_did(page):
    assert page(STORY).xpath("//section[@id='filing']//a/@href") == [f"{STORY}/filing"]


def test_without_the_setting_the_page_has_no_form(page):
    assert page(STORY).xpath("//form[@method='post'] | //input[@type='checkbox']") == []


def test_pictures_have_a_name_and_a_table_with_the_same_content(page, fakes):
    tree = page(f"/story/{fakes.STORY}")
    figures = tree.xpath("//section[@id='pictures']//figure")
    assert [figure.get("id") for figure in figures] == ["coverage", "reporting"]
    for figure in figures:
        assert figure.xpath(".//svg[@role='img']/@aria-label")
        assert figure.xpath(".//details//table//tr")
    assert not tree.xpath("//svg//@style|//svg//style")


def test_two_accounts_of_the_story_can_be_compared(page, fakes):
    assert f"/compare?story={fakes.STORY}" in page(f"/story/{fakes.STORY}").xpath("//nav[@class='contents']//a/@href")
