from __future__ import annotations

from dragoman.extract.facts import jsonld, metas
from dragoman.extract.lines.dom import tree_of
from dragoman.extract.who.people import marked, of_data, own_names, persons


def people(head: str) -> list[tuple[str, str]]:
    tree = tree_of(f"<html><head>{head}</head><body><p>x</p></body></html>")
    found = jsonld.things(tree)
    return [(one.name, one.role) for one in of_data(found, found[:1], metas.read(tree))]


def test_an_articles_object_gives_people_with_their_roles() -> None:
    assert people(
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Jane Example"},'
        '{"@type": "NewsMediaOrganization", "name": "Gazette"}, "John Sample"], "editor": {"givenName": "Ann", "familyName": "Other"}}</script>'
    ) == [("Jane Example", "author"), ("John Sample", "author"), ("Ann Other", "editor")]


def test_meta_tags_serve_where_there_is_no_object() -> None:
    assert people('<meta name="author" content="Jane Example and John Sample">') == [("Jane Example", "author"), ("John Sample", "author")]
    assert people('<meta name="author" content="https://example.org/jane">') == []


def test_marked_elements_name_authors_unless_they_are_those_of_a_list() -> None:
    assert marked(tree_of('<html><body><a rel="author" href="/j">Jane Example</a></body></html>')) == ("Jane Example",)
    assert marked(tree_of('<html><body><div class="related-list"><a rel="author">Jane Example</a></div></body></html>')) == ()
    names = "".join(f"<b class='author-name'>{one} Example</b>" for one in ("Ann", "Bob", "Cid", "Dan"))
    assert marked(tree_of(f"<html><body>{names}</body></html>")) == ()


def test_the_sites_own_names_are_no_persons() -> None:
    own = own_names("The Gazette", ["Gazette Sports"], "https://www.gazette.example.org/a")
    assert persons(["The Gazette", "Gazette", "gazette.example.org", "Gazette Sports"], own) == []
    assert persons(["The Gazette - Jane Example", "Jane ExampleJane Example"], own) == ["Jane Example"]
