from __future__ import annotations

from dragoman.extract.facts.microdata import things
from dragoman.extract.lines.dom import tree_of


def test_nested_objects_are_read_with_their_properties() -> None:
    page = (
        '<html><body><article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Bridge closes</h1>'
        '<span itemprop="author" itemscope itemtype="https://schema.org/Person">By <a itemprop="name" href="/j">Jane Example</a></span>'
        '<meta itemprop="articleSection" content="City"><p>Words</p></article></body></html>'
    )
    article, person = things(tree_of(page))
    assert (article["headline"], article["articleSection"], article["author"]) == ("Bridge closes", "City", [person])
    assert person == {"@type": ["https://schema.org/Person"], "name": "Jane Example"}


def test_rdfa_is_read_as_microdata_is() -> None:
    page = '<html><body><div vocab="http://schema.org/" typeof="NewsArticle"><b property="headline">Bridge closes</b></div></body></html>'
    assert things(tree_of(page)) == [{"@type": ["NewsArticle"], "headline": "Bridge closes"}]


def test_properties_without_an_object_are_left_out() -> None:
    assert things(tree_of('<html><body><b itemprop="author">Jane Example</b></body></html>')) == []
