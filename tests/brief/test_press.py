from __future__ import annotations

from dragoman.brief.press import press
from dragoman.model.annotations import Statement
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading
from dragoman.model.spans import Evidence
from dragoman.model.story import Copy


def reading(name: str, outlet: str, day: str | None, *parties: str) -> Reading:
    article = Article(
        id=name,
        url=name,
        source=SourceRef(outlet, outlet.title(), "KE"),
        title="",
        text="They agree.",
        language="en",
        language_evidence=LanguageEvidence("script", 1.0),
        published=Published(day, "day") if day else Published(),
    )
    said = [Statement(None, party, "state", "indirect", None, "They", 0, 4, None, Evidence(name, 0, 4, "They")) for party in parties]
    return Reading(article, statements=tuple(said))


def test_an_outlet_has_one_line_with_its_articles_and_whom_it_quotes() -> None:
    lines = press((reading("b", "star", "2023-05-04", "ET"), reading("a", "star", "2023-05-03", "ER", "ET")), ())
    assert [(line.outlet, line.articles, line.first, line.statements, line.parties_quoted) for line in lines] == [
        ("Star", ("a", "b"), "2023-05-03", 3, ("ER", "ET"))
    ]


def test_a_reprint_is_listed_and_quotes_nobody_of_its_own() -> None:
    copy = Copy("b", "a", "exact", 1.0, "Star")
    lines = press((reading("a", "star", "2023-05-03", "ET"), reading("b", "mirror", "2023-05-04", "ET")), (copy,))
    assert [(line.outlet, line.statements) for line in lines] == [("Star", 1), ("Mirror", 0)]


def test_undated_outlets_stand_last() -> None:
    lines = press((reading("a", "anon", None), reading("b", "star", "2023-05-04")), ())
    assert [line.first for line in lines] == ["2023-05-04", None]
