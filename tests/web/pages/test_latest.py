from __future__ import annotations


def test_each_line_has_time_title_source_section_language_and_story(page):
    line = page("/").xpath("//ol[@class='lines']/li")[0]
    text = " ".join(line.text_content().split())
    assert "Norland and Westmark to meet over cod" in text
    assert "The Harbour Gazette – World" in text
    assert "English" in text
    assert line.xpath(".//time/@datetime") == ["2031-03-10T09:30+01:00"]
    assert line.xpath(".//a[@class='to-story']/@href") == ["/story/sfeed0001feed0001"]


def test_times_are_as_fine_as_they_are_known(page):
    shown = [" ".join(cell.text_content().split()) for cell in page("/").xpath("//div[@class='at']")]
    assert shown == ["Mar 10, 2031 09:30 +01:00", "Mar 10, 2031", "Mar 9 – 14, 2031 inferred", "March 2031", "no date"]


def test_foreign_titles_carry_their_language_and_direction(page):
    links = page("/").xpath("//ol[@class='lines']//h2/a")
    assert [(link.get("lang"), link.get("dir")) for link in links] == [
        ("en", "ltr"),
        ("zh", "ltr"),
        ("zh", "ltr"),
        ("ar", "rtl"),
        ("", "auto"),
    ]


def test_filters_reach_the_desk(client, desk):
    client.get("/?language=zh&source=ribao.example&since=2031-01-01&until=2031-12-31")
    query = desk.asked[-1]
    assert (query.language, query.source, query.since, query.until) == ("zh", "ribao.example", "2031-01-01", "2031-12-31")


def test_pages_follow_one_another(page):
    first = page("/?limit=2")
    following = first.xpath("//nav[@class='pages']/a[@rel='next']/@href")[0]
    second = page(following)
    titles = [link.text for tree in (first, second) for link in tree.xpath("//ol[@class='lines']//h2/a")]
    assert len(set(titles)) == 4
    assert second.xpath("//nav[@class='pages']/a/@href")[0] == "/?limit=2"


def test_an_empty_desk_says_how_to_fill_it(empty):
    assert "dragoman collect" in empty.get("/").text
    assert "No article fits" in empty.get("/?language=ja").text


def test_every_filter_of_the_page_reaches_the_desk(client, desk):
    client.get("/?country=CN&topic=sanctions&section=World&day=2031-03-10")
    query = desk.asked[-1]
    assert (query.country, query.topic, query.section) == ("CN", "sanctions", "World")
    assert (query.since, query.until) == ("2031-03-10", "2031-03-10")


def test_filters_offer_what_is_held_with_numbers(page):
    tree = page("/?country=FR")
    countries = [option.text_content() for option in tree.xpath("//select[@name='country']/option")]
    assert countries == ["all", "France", "China (1)", "New Zealand (1)"]
    assert [option.text_content() for option in tree.xpath("//select[@name='topic']/option")][1] == "sanctions (2)"
    assert tree.xpath("//datalist[@id='known-section']/option/@value")[0] == "World"
    assert tree.xpath("//nav[@class='days']//a/@href") == ["/?country=FR&day=2031-03-10"]


def test_by_story_each_line_says_how_broad_the_reporting_is(page):
    tree = page("/?by=story")
    text = " ".join(tree.xpath("//ol[@class='lines']/li")[0].text_content().split())
    assert "3 independent texts of 4 articles" in text
    assert "4 outlets" in text
    assert "北地与西境将就鳕鱼会谈" in text
    assert tree.xpath("//nav[@class='views']//a[@aria-current]/@href") == ["/?by=story"]
    assert tree.xpath("//form[@class='filters']/input[@name='by']/@value") == ["story"]


def test_the_ticker_holds_what_came_in_last(page, fakes):
    tree = page("/")
    links = tree.xpath("//section[@class='ticker']//ol/li/a/@href")
    assert links[0] == f"/article/{fakes.ARTICLES[-1].id}"
    assert tree.xpath("//section[@class='ticker']//button/@hidden") == [""] or tree.xpath("//section[@class='ticker']//button[@hidden]")
