from __future__ import annotations

from dragoman.extract.facts.metadata import Metadata, read
from dragoman.extract.lines.dom import tree_of


def facts(head: str, body: str = "<p>word</p>", base: str | None = None) -> Metadata:
    return read(tree_of(f"<html><head>{head}</head><body>{body}</body></html>"), base)


def test_json_ld_is_read_from_a_graph_and_through_control_characters() -> None:
    found = facts(
        '<script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"x"},{"@type":["NewsArticle"],"headline":"A \tbridge",'
        '"datePublished":"2020-05-06T10:05:00+02:00","author":{"name":"Jane Example"},"publisher":{"name":"Gazette"},"articleBody":"Words."}]}</script>'
    )
    assert (found.title, found.authors, found.site, found.body) == ("A bridge", ("Jane Example",), "Gazette", "Words.")
    assert found.dates.published
    assert (found.dates.published[0].value, found.dates.published[0].precision) == ("2020-05-06T10:05+02:00", "minute")


def test_broken_json_is_passed_over() -> None:
    assert facts('<script type="application/ld+json">{"@type": "NewsArticle",</script>').title is None


def test_meta_tags_are_believed_in_their_order() -> None:
    found = facts(
        '<meta name="date" content="2019-01-01"><meta property="article:published_time" content="2020-05-06 00:00:00">'
        '<meta name="author" content="Jane Example, John Sample"><meta property="article:tag" content="bridge">'
    )
    assert found.dates.published
    assert (found.dates.published[0].value, found.dates.published[0].precision) == ("2020-05-06", "day")
    assert found.authors == ("Jane Example", "John Sample")
    assert found.tags == ("bridge",)


def test_a_canonical_address_of_the_sites_root_is_no_address_of_an_article() -> None:
    assert facts('<link rel="canonical" href="https://example.org/">').url is None
    assert facts('<link rel="canonical" href="/a">', base="https://example.org/b").url == "https://example.org/a"


def test_the_sites_own_name_is_no_author() -> None:
    assert facts('<meta property="og:site_name" content="Gazette"><meta name="author" content="Gazette">').authors == ()


def test_a_body_longer_than_any_article_is_none() -> None:
    data = '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"%s"}</script>'
    assert facts(data % ("word " * 50_000)).body is None
    assert facts(data % "Words.").body == "Words."
