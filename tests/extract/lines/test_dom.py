from __future__ import annotations

import pytest

from dragoman.errors import ExtractError
from dragoman.extract.lines.dom import MOST_TAGS, lines, tree_of


def test_visible_lines_come_in_reading_order_with_what_they_are() -> None:
    html = """<html><head><title>t</title><style>x</style></head><body><script>no()</script><h1>Title</h1>
    <p>One <b>two</b><br>three</p><ul><li><a href="/x">a link</a></li></ul><div style="display: none">hidden</div><p hidden>too</p>
    <figure><figcaption>caption</figcaption></figure><!-- c -->tail</body></html>"""
    found = [(line.text, line.tag, line.linked) for line in lines(tree_of(html))]
    assert found == [
        ("Title", "h", False), ("One two", "p", False), ("three", "p", False), ("a link", "li", True), ("caption", "caption", False),
        ("tail", "p", False),
    ]  # fmt: skip


def test_scripts_comments_and_embedded_pictures_do_not_count_as_size() -> None:
    heavy = "<script>" + "x" * 4_000_000 + "</script><img src='data:image/png;base64," + "A" * 4_000_000 + "'><p>word</p>"
    assert [line.text for line in lines(tree_of(heavy))] == ["word"]


@pytest.mark.parametrize(("html", "reason"), [("<div>" * 5000, "too deep"), ("<!-- only -->", "empty"), ("", "empty")])
def test_trees_out_of_bounds_are_refused(html: str, reason: str) -> None:
    with pytest.raises(ExtractError) as caught:
        tree_of(html)
    assert caught.value.reason == reason


def test_unclosed_paragraphs_are_not_deep() -> None:
    assert len(lines(tree_of("<p>word" * 5000))) == 5000


def test_a_page_of_endless_small_elements_is_too_large() -> None:
    with pytest.raises(ExtractError) as caught:
        tree_of("<html><body>" + "<i class=author>x</i>" * MOST_TAGS)
    assert caught.value.reason == "too large"


def test_what_is_never_closed_hides_nothing_but_a_script() -> None:
    assert [line.text for line in lines(tree_of("<p>one</p><!-- open <p>two</p><style> <svg> <p>three</p>"))][:1] == ["one"]
    assert [line.text for line in lines(tree_of("<p>one</p><svg><p>two</p>"))][:1] == ["one"]
    assert [line.text for line in lines(tree_of("<p>one</p><script>x <p>two</p>"))] == ["one"]


def test_a_script_in_a_comment_ends_with_the_comment() -> None:
    assert [line.text for line in lines(tree_of("<p>one</p><!-- <script> --><p>two</p><script>x</script><p>three</p>"))] == [
        "one",
        "two",
        "three",
    ]


def test_elements_left_open_by_the_hundred_do_not_end_the_page() -> None:
    assert [line.text for line in lines(tree_of("<font>" * 600 + "<p>word</p>"))] == ["word"]


@pytest.mark.parametrize(
    "opening",
    ["<div>", "<x-y>", "<svg>", "<math><mi>", "<b><i>", "<table><tr><td>", "<dl><dd>", "<ruby><rt>", "<object>", "<select><option>"],
)
@pytest.mark.parametrize("times", [2_500, 100_000])
def test_no_element_may_lie_deeper_than_the_bound(opening: str, times: int) -> None:
    with pytest.raises(ExtractError) as caught:
        tree_of("<html><body>" + opening * times)
    assert caught.value.reason in ("too deep", "too large")


@pytest.mark.parametrize(
    "mark",
    [
        'class="sr-only"',
        'class="x visually-hidden"',
        'style="visibility: hidden"',
        'style="font-size:0"',
        'style="text-indent: -9999px"',
        'style="position:absolute; left:-10000px"',
        "hidden",
        'style="display: none"',
    ],
)
def test_text_that_no_reader_sees_is_no_line(mark: str) -> None:
    assert [line.text for line in lines(tree_of(f"<html><body><p>One.<span {mark}>Unseen</span></p><p {mark}>Two.</p></body></html>"))] == [
        "One."
    ]


def test_a_page_that_waits_for_its_script_to_be_shown_is_read() -> None:
    html = "<html><body style='visibility:hidden'><p>One.</p><p>Two.</p><p>Three.</p></body></html>"
    assert [line.text for line in lines(tree_of(html))] == ["One.", "Two.", "Three."]


def test_an_article_for_readers_without_scripts_is_read_and_a_note_to_them_is_not() -> None:
    prose = "The council met on Tuesday evening and agreed that the old bridge over the river would be closed to heavy traffic for good."
    page = (
        f"<body><div id='app'></div><noscript><article><p>{prose}</p><p>{prose} Again.</p><p>{prose} Later.</p></article></noscript></body>"
    )
    assert len(lines(tree_of(page))) == 3
    assert lines(tree_of("<body><noscript><p>Please turn scripts on.</p></noscript><p>Text.</p></body>"))[0].text == "Text."
    lazy = tree_of("<body><noscript><img src='/bridge.jpg' width='800'></noscript><p>Text.</p></body>")
    assert [image.get("src") for image in lazy.iter("img")] == ["/bridge.jpg"]


def test_a_link_that_is_never_closed_links_no_paragraphs() -> None:
    found = lines(tree_of("<body><p>One <a href='/x'>link<p>Two are none.<p>Three are none.<p>Four are none.</body>"))
    assert [line.linked for line in found] == [False] * 4


def test_a_quote_of_an_attribute_that_is_never_closed_takes_no_text_away() -> None:
    found = lines(tree_of('<body><p class="lead>The bridge is closed.</p><p class="text">It is old.</p></body>'))
    assert [line.text for line in found] == ["The bridge is closed.", "It is old."]
    kept = tree_of('<body><p title="a > b <i>c</i>" class="text">It is old.</p></body>')
    assert [p.get("title") for p in kept.iter("p")] == ["a > b <i>c</i>"]
