from __future__ import annotations

from dragoman.extract.lines.dom import lines, tree_of
from dragoman.extract.lines.furniture import Line
from dragoman.extract.lines.posts import of_title

FIRST = "The council of Springfield met on Tuesday evening and agreed that the old bridge over the river would be closed to heavy traffic."
SECOND = "Engineers had warned for months that the pillars were moving, and last week they repeated the warning in a letter to the mayor."
TITLE = "Council closes old bridge"


def page(*posts: tuple[str, str]) -> list[Line]:
    html = "".join(f"<div class='post'><h2>{title}</h2><p>{text}</p><p>{text} And more.</p></div>" for title, text in posts)
    return lines(tree_of(f"<body><div id='blog'>{html}</div></body>"))


def test_of_several_posts_the_one_with_the_title_is_the_article() -> None:
    visible = page(("Weather", SECOND), (TITLE, FIRST), ("Sport", SECOND))
    assert [line.text for line in of_title(visible, visible, TITLE)] == [FIRST, f"{FIRST} And more."]


def test_a_page_with_one_post_and_one_that_names_none_of_its_posts_stay_as_they_were_found() -> None:
    one = page((TITLE, FIRST))
    assert of_title(one, one, TITLE) == one
    several = page(("Weather", SECOND), ("Sport", FIRST))
    assert of_title(several, several, TITLE) == several
