from __future__ import annotations

from dragoman.extract.dom import tree_of
from dragoman.extract.images import absolute, of_page
from dragoman.model.article import Image


def test_a_figure_gives_its_picture_and_caption() -> None:
    tree = tree_of('<html><body><figure><img src="/a.jpg"><figcaption>The bridge.</figcaption></figure></body></html>')
    assert of_page(tree, None, [], "https://example.org/x") == (Image("https://example.org/a.jpg", "The bridge."),)


def test_addresses_that_are_none_of_the_web_are_left_out() -> None:
    assert absolute("https://example.org/", "data:image/gif;base64,R0") is None
    assert absolute("https://example.org/", "a.jpg") == "https://example.org/a.jpg"
