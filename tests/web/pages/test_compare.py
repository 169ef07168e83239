from __future__ import annotations


def path(fakes):
    return f"/compare?a={fakes.A_EN.id}&b={fakes.A_ZH.id}"


def test_statements_that_answer_to_each_other_stand_side_by_side_with_reasons(page, fakes):
    pair = page(path(fakes)).xpath("//div[@class='pair']")[0]
    sides = [" ".join(side.text_content().split()) for side in pair.xpath("./div[@class='ledger']/div")]
    assert fakes.S_QUELL.text in sides[0]
    assert fakes.S_ZH.text in sides[1]
    assert pair.xpath(".//q[@lang='zh']")
    assert "the same speaker" in pair.xpath(".//details")[0].text_content()


def test_figures_that_differ_are_told(page, fakes):
    assert "figures differ" in page(path(fakes)).xpath("//section[@id='measured']")[0].text_content()


def test_what_each_has_alone(page, fakes):
    sides = page(path(fakes)).xpath("//div[@class='alone-side']")
    assert fakes.S_ABEL.text in sides[0].text_content()
    assert "nothing" in sides[1].text_content()


def test_the_sides_can_be_changed(page, fakes):
    assert f"/compare?a={fakes.A_ZH.id}&b={fakes.A_EN.id}" in page(path(fakes)).xpath("//p[@class='note']/a/@href")


def test_a_story_in_two_languages(page, fakes):
    tree = page(f"/compare?story={fakes.STORY}&languages=en,zh")
    heads = [" ".join(head.text_content().split()) for head in tree.xpath("//section[@class='compare-head']/h2")]
    assert heads[1].startswith("Chinese 2 articles")
    assert f"/story/{fakes.STORY}" in tree.xpath("//nav[@class='crumbs wide']//a/@href")


def test_the_other_side_is_chosen_from_the_story(page, fakes):
    links = page(f"/compare?a={fakes.A_EN.id}").xpath("//ul[@class='lines']//a/@href")
    assert f"/compare?a={fakes.A_EN.id}&b={fakes.A_ZH.id}" in links
    tree = page(f"/compare?story={fakes.STORY}")
    assert [select.get("name") for select in tree.xpath("//main//select")] == ["a", "b"]
    assert f"/compare?story={fakes.STORY}&languages=en,zh" in tree.xpath("//main//a/@href")
    assert "Choose on the page" in page("/compare").text_content()


def test_what_cannot_be_compared(client, fakes):
    assert client.get(f"/compare?a={fakes.A_EN.id}&b={fakes.A_EN.id}").status_code == 400
    assert client.get(f"/compare?a={fakes.A_EN.id}&b=a0").status_code == 404
    assert client.get("/compare?a=a0").status_code == 404
    assert client.get(f"/compare?story={fakes.STORY}&languages=en,fr").status_code == 404
