from __future__ import annotations


def names(tree) -> list[str]:
    return [link.text_content() for link in tree.xpath("//tbody//th/a")]


def test_every_source_has_a_line_with_what_is_known_of_it(page):
    tree = page("/sources")
    assert len(names(tree)) == 5
    first = " ".join(tree.xpath("//tbody/tr")[0].text_content().split())
    assert first == "The Harbour Gazette New Zealand unreviewed English Mar 10, 2031 1"
    assert tree.xpath("//tbody//th/a/@href")[0] == "/source/gazette.example"


def test_sources_are_found_by_letters_country_and_language(page):
    assert names(page("/sources?q=harbour")) == ["The Harbour Gazette"]
    assert names(page("/sources?country=CN")) == ["海港日报"]
    assert names(page("/sources?language=ar")) == ["صحيفة الميناء"]
    assert "No source fits" in page("/sources?q=nothing").text_content()


def test_pages_follow_one_another(page):
    first = page("/sources?limit=2")
    second = page(first.xpath("//nav[@class='pages']/a[@rel='next']/@href")[0])
    assert len(set(names(first) + names(second))) == 4


def test_an_empty_desk_says_how_to_fill_it(empty):
    assert "dragoman collect" in empty.get("/sources").text
