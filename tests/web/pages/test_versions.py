from __future__ import annotations

EN, OLD, ZH = (f"/article/a000000000000000{number}" for number in (1, 6, 2))


def words(nodes) -> str:
    return " ".join("".join(node.text_content() for node in nodes).split())


def test_the_last_two_versions_are_compared_word_by_word(page):
    for path in (EN, OLD):
        changes = page(f"{path}/versions").xpath("//section[@id='changes']")[0]
        body = changes.xpath(".//div[contains(@class,'changes')]")[0]
        assert words(body.xpath(".//ins")[:1]) == "14"
        assert words(body.xpath(".//del")[:1]) == "12"
        assert "Nobody spoke of <b>herring</b>." in words(body.xpath(".//p[@class='gone']"))
        assert words(changes.xpath("./p[contains(@class,'text')]")) == "Norland and Westmark may to meet over cod"
        assert (body.get("lang"), body.get("dir")) == ("en", "ltr")


def test_statements_that_vanished_or_came_in_are_named_with_their_words(page):
    tree = page(f"{EN}/versions")
    assert "spoke of <b>herring</b>" in words(tree.xpath("//section[@id='vanished']"))
    assert tree.xpath("//section[@id='vanished']//a/@href")[0].startswith(f"{OLD}?mark=")
    assert "any cut would ruin 12 ports" in words(tree.xpath("//section[@id='appeared']"))


def test_versions_are_chosen_by_number(page, client):
    assert "The text is the same." in words(page(f"{EN}/versions?from=1&to=1").xpath("//section[@id='changes']"))
    assert client.get(f"{EN}/versions?from=9").status_code == 400


def test_one_version_alone_has_a_page_that_says_so(page):
    assert "One version of this page is held" in words([page(f"{ZH}/versions")])


def test_an_article_that_is_not_held_has_no_versions(client):
    assert client.get("/article/a00/versions").status_code == 404
