from __future__ import annotations

from dragoman.extract.facts.metas import first, read, terms
from dragoman.extract.lines.dom import tree_of


def test_tags_are_read_by_property_name_and_itemprop_without_case_and_entities() -> None:
    tree = tree_of(
        '<html><head><meta property="OG:Title" content="A &amp;amp; B"><meta name="author" content=""><meta itemprop="author" content="Jane"></head>'
        "<body>x</body></html>"
    )
    assert read(tree) == {"og:title": ["A & B"], "author": ["Jane"]}
    assert first(read(tree), ("dc.title", "og:title")) == "A & B"


def test_terms_are_parted_by_the_marks_of_any_script() -> None:
    assert terms(["bridge, river；大桥、河流", "bridge"]) == ("bridge", "river", "大桥", "河流")
