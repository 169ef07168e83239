from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract import extract
from dragoman.extract.lines.dom import lines, tree_of
from dragoman.extract.lines.filing import draft_of
from dragoman.extract.lines.furniture import Line
from dragoman.extract.lines.zones import zones_of
from dragoman.model.article import Article
from dragoman.model.page import Page
from dragoman.text.lines import letters

TITLE = "Council closes old bridge"
FIRST = "The council of Springfield met on Tuesday evening and agreed that the old bridge over the river would be closed to heavy traffic."
SECOND = "Engineers had warned for months that the pillars were moving, and last week they repeated the warning in a letter to the mayor."
THIRD = "Lorries will have to take the long way round through the hills until a second bridge has been built, which may take four years."
FURNITURE = (
    "Advertisement",
    "Share this article",
    "Weather",
    "Read more: Mayor opens the new library",
    "***",
    "By Jane Example",
    "Photo: Jane Example",
)


def read(body: str) -> Article:
    html = f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>"
    return extract(Page("https://gazette.example/1", "https://gazette.example/1", html.encode(), "utf-8"))


def restored(article: Article) -> str:
    """The page again: every removed line put back where it stood."""
    text, reached, out = article.text, 0, []
    for removed in article.removed:
        out += [text[reached : removed.at], removed.text]
        reached = removed.at
    return " ".join([*out, text[reached:]])


def test_lines_between_paragraphs_stand_where_they_stood_and_those_before_the_text_at_its_start() -> None:
    page = f"<nav><a href='/'>Home</a></nav><h1>{TITLE}</h1><div><p>{FIRST}</p><p>Advertisement</p><p>{SECOND}</p><p>{THIRD}</p></div><footer>All rights reserved.</footer>"
    article = read(page)
    places = {line.text: line.at for line in article.removed}
    assert places["Home"] == places[TITLE] == 0
    assert article.text[places["Advertisement"] :].startswith(SECOND)
    assert places["All rights reserved."] == len(article.text)
    assert {line.text: line.reason for line in article.removed}[TITLE] == "the title"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(FURNITURE), max_size=4),
    st.lists(st.sampled_from((*FURNITURE, "A list of points")), max_size=4),
    st.lists(st.sampled_from(FURNITURE), max_size=4),
)
def test_every_removed_line_put_back_at_its_place_gives_the_page(before: list[str], between: list[str], behind: list[str]) -> None:
    def marked(texts: list[str]) -> str:
        return "".join(f"<p>{text}</p>" for text in texts)

    half = len(between) // 2
    body = f"<div>{marked(before)}</div><h1>{TITLE}</h1><article><p>{FIRST}</p>{marked(between[:half])}<p>{SECOND}</p>{marked(between[half:])}<p>{THIRD}</p></article><div>{marked(behind)}</div>"
    shown = [*before, TITLE, FIRST, *between[:half], SECOND, *between[half:], THIRD, *behind]
    assert letters(restored(read(body))) == letters("".join(shown))


def test_a_quote_pulled_out_of_the_text_is_named_as_such_and_a_question_of_an_interview_stays() -> None:
    pulled = "last week they repeated the warning in a letter to the mayor"
    asked = "记者：大桥什么时候开放？"
    page = lines(
        tree_of(
            f"<body><div><p>{FIRST}</p><aside class='pull'><p>{pulled}</p></aside><p>{SECOND}</p><p>{asked}</p><p>{THIRD}</p></div></body>"
        )
    )
    found, zones = zones_of(page, page, TITLE)
    draft = draft_of(page, found, zones, TITLE)
    assert draft.paragraphs == [FIRST, SECOND, asked, THIRD]
    assert [(text, why) for _, text, why in draft.removed] == [(pulled, "repeats a sentence of the text")]


def test_lines_know_the_zone_that_they_stood_in() -> None:
    page = lines(
        tree_of(f"<body><p>Weather</p><h1>{TITLE}</h1><p>By Jane Example</p><div><p>{FIRST}</p><p>{SECOND}</p></div><p>Imprint</p></body>")
    )
    found, zones = zones_of(page, [Line(FIRST), Line(SECOND)], TITLE)
    draft = draft_of(page, found, zones, TITLE)
    assert [(text, zone) for (_, text, _), zone in zip(draft.removed, draft.zones, strict=True)] == [
        ("Weather", "head"),
        (TITLE, "titles"),
        ("By Jane Example", "head"),
        ("Imprint", "foot"),
    ]


def test_a_note_in_italics_behind_the_text_is_none_of_it_and_an_italic_text_stays() -> None:
    note = "Jane Example is a former harbour master and the author of a book about salt."
    page = lines(tree_of(f"<body><div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p><em>{note}</em></p></div></body>"))
    found, zones = zones_of(page, page, TITLE)
    draft = draft_of(page, found, zones, TITLE)
    assert draft.paragraphs == [FIRST, SECOND, THIRD]
    assert [(text, why) for _, text, why in draft.removed] == [(note, "a note in italics behind the text")]
    page = lines(tree_of(f"<body><div><p><em>{FIRST}</em></p><p><em>{SECOND}</em></p><p><em>{THIRD}</em></p></div></body>"))
    found, zones = zones_of(page, page, TITLE)
    assert draft_of(page, found, zones, TITLE).paragraphs == [FIRST, SECOND, THIRD]
