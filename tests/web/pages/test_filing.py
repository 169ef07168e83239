from __future__ import annotations

FILING = "/story/sfeed0001feed0001/filing"


def words(nodes) -> str:
    return " ".join(" ".join(node.text_content() for node in nodes).split())


def test_near_articles_of_other_stories_say_why_they_are_not_here(page):
    (near,) = page(FILING).xpath("//section[@id='beside']/ul[@class='members']/li")
    assert "too few members would take it in; 1 of 4 members would take it in 61%" in words([near.xpath(".//summary")[0]])
    assert "<b>Fish</b>" in words([near])
    assert near.xpath(".//a[@href='/story/sfeed0002feed0002']")
    assert "愿意接纳它的文章太少" in words(page(FILING, "zh").xpath("//section[@id='beside']"))


def test_the_log_of_filing_is_shown_latest_first(page):
    lines = [words([line]) for line in page(FILING).xpath("//section[@id='log']//li")]
    assert ["became a story of its own" in lines[0], "moved here" in lines[1], "joined" in lines[2]] == [True] * 3
    assert "judgement 3 the other story" in lines[0]
    assert "北地与西境将就鳕鱼会谈" in lines[1]


def test_a_merged_storys_address_leads_on(client):
    answer = client.get("/story/smerged/filing", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, FILING)


def test_the_page_leads_back_to_the_story(page):
    assert "/story/sfeed0001feed0001" in page(FILING).xpath("//main//a/@href")
