from __future__ import annotations

import time

import pytest

from dragoman.extract.facts.images import absolute, of_captions, of_page
from dragoman.extract.lines.dom import tree_of
from dragoman.model.article import Image

BASE = "https://example.org/x"


def images(body: str, lead: str | None = None, captions: tuple[str, ...] = ()) -> tuple[Image, ...]:
    return of_page(tree_of(f"<html><body>{body}</body></html>"), lead, captions, BASE)


def test_a_figure_gives_its_picture_caption_and_credit() -> None:
    assert images('<figure><img src="/bridge.jpg"><figcaption>The bridge. (Photo: Jane Doe/AFP)</figcaption></figure>') == (
        Image("https://example.org/bridge.jpg", "The bridge.", "Jane Doe/AFP"),
    )
    marked = '<figure><img src="/bridge.jpg"><figcaption>The bridge. <span class="credit">Photo: Jane Doe</span></figcaption></figure>'
    assert images(marked) == (Image("https://example.org/bridge.jpg", "The bridge.", "Jane Doe"),)
    older = '<div class="wp-caption"><img src="/bridge.jpg"><p class="wp-caption-text">The bridge.</p></div>'
    assert images(older) == (Image("https://example.org/bridge.jpg", "The bridge."),)


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="data:image/gif;base64,R0" data-src="/big.jpg">',
        '<img src="/placeholder.png" data-original="/big.jpg">',
        '<img src="/small.jpg" srcset="/middle.jpg 400w, /big.jpg 1200w">',
        '<picture><source srcset="/big.jpg 2x"><img src="/small.jpg"></picture>',
    ],
)
def test_the_best_version_of_a_picture_counts(picture: str) -> None:
    assert [image.url for image in images(f"<figure>{picture}</figure>")] == ["https://example.org/big.jpg"]


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="/logo.png">',
        '<img src="/mark.svg">',
        '<img src="/pixel.gif" width="1" height="1">',
        '<img src="https://stats.example.net/beacon?x=1">',
        '<aside><figure><img src="/other.jpg"></figure></aside>',
        '<a href="/other"><figure><img src="/other.jpg"></figure></a>',
        '<div class="related-stories"><figure><img src="/other.jpg"></figure></div>',
    ],
)
def test_marks_pixels_and_pictures_of_other_stories_are_left_out(picture: str) -> None:
    assert images(f'<div class="article-body">{picture}</div>') == ()


def test_the_lead_picture_stands_first_and_once() -> None:
    figure = '<figure><img src="/bridge-800x600.jpg"><figcaption>The bridge.</figcaption></figure>'
    assert [image.url for image in images(figure, "/bridge-1200x900.jpg?w=1")] == ["https://example.org/bridge-800x600.jpg"]
    assert [image.url for image in images(figure, "/river.jpg")] == [
        "https://example.org/river.jpg",
        "https://example.org/bridge-800x600.jpg",
    ]


def test_a_picture_in_the_text_takes_the_caption_behind_it() -> None:
    body = '<div class="article-content"><p><img src="/bridge.jpg" alt="IMG_1.jpg"></p><p>图为大桥。</p></div>'
    assert images(body, captions=("图为大桥。",)) == (Image("https://example.org/bridge.jpg", "图为大桥。"),)


def test_words_for_those_who_cannot_see_a_picture_serve_last_and_are_marked() -> None:
    assert images('<figure><img src="/bridge.jpg" alt="A bridge at dawn"></figure>') == (
        Image("https://example.org/bridge.jpg", "alt: A bridge at dawn"),
    )


def test_captions_without_a_picture_are_kept() -> None:
    assert images("<p>x</p>", captions=("Фото: Иван Иванов",)) == (Image(None, "", "Иван Иванов"),)
    assert of_captions(["大桥通车（图/新华社）", "大桥通车（图/新华社）"]) == (Image(None, "大桥通车", "新华社"),)


def test_addresses_that_are_none_of_the_web_are_left_out() -> None:
    assert absolute(BASE, "data:image/gif;base64,R0") is None
    assert absolute(BASE, "http://[bad") is None
    assert absolute(BASE, "a.jpg") == "https://example.org/a.jpg"


def test_many_pictures_take_little_time() -> None:
    tree = tree_of(f"<html><body>{'<div>' * 300}{'<p><img src=/a.jpg></p>' * 7_000}</body></html>")
    began = time.process_time()
    assert of_page(tree, None, ["caption"], BASE) == (Image(None, "caption"),)
    assert time.process_time() - began < 1


def test_a_caption_that_stands_in_a_figure_and_in_the_text_is_one_picture() -> None:
    page = "<figure><img src='https://a.example/1.jpg'><figcaption>The vessel at its mooring. Photo: Len Carrow</figcaption></figure>"
    found = images(page, captions=("The vessel at its mooring. Photo: Len Carrow",))
    assert [(image.caption, image.credit) for image in found] == [("The vessel at its mooring.", "Len Carrow")]
