from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.lines.dom import lines, tree_of
from dragoman.extract.lines.furniture import Line
from dragoman.extract.lines.zones import zones_of

FIRST = "The council of Springfield met on Tuesday evening and agreed that the old bridge over the river would be closed to heavy traffic."
SECOND = "Engineers had warned for months that the pillars were moving, and last week they repeated the warning in a letter to the mayor."
THIRD = "Lorries will have to take the long way round through the hills until a second bridge has been built, which may take four years."
TITLE = "Council closes old bridge"


def visible(html: str) -> list[Line]:
    return lines(tree_of(f"<html><body>{html}</body></html>"))


def test_scraps_outside_the_block_of_the_article_are_no_body() -> None:
    page = visible(
        f"<div><p>Weather in Springfield</p></div><h1>{TITLE}</h1><div class='s'><p>{FIRST}</p><p>{SECOND}</p></div><div><p>Our other papers</p></div>"
    )
    found, _ = zones_of(page, page, TITLE)
    assert [line.text for line in found] == [TITLE, FIRST, SECOND]


def test_a_paragraph_left_out_between_others_comes_back_in_its_place() -> None:
    page = visible(f"<div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p class='author'>{SECOND} That is what Jane says.</p></div>")
    found, zones = zones_of(page, [page[0], page[2]], TITLE)
    assert [line.text for line in found] == [FIRST, SECOND, THIRD]
    assert [line.text for line in zones.foot] == [f"{SECOND} That is what Jane says."]


def test_a_paragraph_that_was_cut_short_is_taken_from_the_page_and_joined_lines_stay_joined() -> None:
    page = visible(f"<div><p>{FIRST} {SECOND}</p><p>{THIRD[:60]}<br>{THIRD[60:]}</p></div>")
    found, zones = zones_of(page, [Line(f"{FIRST} {SECOND[:90]}"), Line(THIRD)], TITLE)
    assert [line.text for line in found] == [f"{FIRST} {SECOND}", THIRD]
    assert zones.inside == ()


def test_a_standfirst_between_title_and_body_is_text_and_a_note_on_the_author_is_not() -> None:
    lead = "It will take four years, says the mayor, until lorries can cross the river again."
    page = visible(
        f"<h1>{TITLE}</h1><p>{lead}</p><div class='author-bio'><p>Jane Example has reported on bridges and rivers for the Gazette since 2004.</p></div><div><p>{FIRST}</p><p>{SECOND}</p></div>"
    )
    found, zones = zones_of(page, [line for line in page if line.text in (FIRST, SECOND)], TITLE)
    assert [line.text for line in found] == [lead, FIRST, SECOND]
    assert any(line.text.startswith("Jane Example") for line in zones.head)


def test_an_unfinished_line_under_the_title_is_its_standfirst_and_a_line_of_dates_is_not() -> None:
    lead = "Lorries will have to take the long way round through the hills for years, says the mayor"
    page = visible(
        f"<h1>{TITLE}</h1><p>{lead}</p><p>Tue 3 March 2020, 10:45 to Wed 4 March 2020, 11:15 at 12 3 45</p><div><p>{FIRST}</p><p>{SECOND}</p></div>"
    )
    found, zones = zones_of(page, [line for line in page if line.text in (FIRST, SECOND)], TITLE)
    assert [line.text for line in found] == [lead, FIRST, SECOND]
    assert [line.text for line in zones.titles] == [TITLE]


def test_an_extractor_that_mixes_the_order_up_is_put_right() -> None:
    page = visible(f"<div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>")
    found, zones = zones_of(page, [page[2], page[0], page[1]], TITLE)
    assert [line.text for line in found] == [FIRST, SECOND, THIRD]
    assert zones.places == (0, 1, 2)


def test_a_body_that_the_page_does_not_show_leaves_every_line_outside() -> None:
    page = visible("<p>Loading</p>")
    found, zones = zones_of(page, [Line(FIRST)], TITLE)
    assert [line.text for line in found] == [FIRST]
    assert [line.text for line in zones.outside] == ["Loading"]


@given(st.lists(st.sampled_from((FIRST, SECOND, THIRD, "Weather", "More news", TITLE)), min_size=1, max_size=12), st.data())
def test_each_line_is_body_or_beside_it_and_the_answer_is_always_the_same(texts: list[str], data: st.DataObject) -> None:
    page = visible("".join(f"<div><p>{text}</p></div>" if number % 3 == 2 else f"<p>{text}</p>" for number, text in enumerate(texts)))
    chosen = data.draw(st.lists(st.sampled_from(page), unique_by=id, max_size=6))
    found, zones = zones_of(page, chosen, TITLE)
    kept = {line.text for line in (*found, *zones.head, *zones.foot, *zones.inside, *zones.outside, *zones.titles)}
    assert {line.text for line in page} <= kept
    assert len(zones.places) == len(found)
    assert [place for place in zones.places if place is not None] == sorted(place for place in zones.places if place is not None)
    assert ([line.text for line in found], zones) == (
        [line.text for line in zones_of(page, chosen, TITLE)[0]],
        zones_of(page, chosen, TITLE)[1],
    )


def test_paragraphs_that_were_joined_come_apart_and_the_hidden_end_of_a_line_goes() -> None:
    page = visible(f"<div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}<span style='display:none'> opens in a window</span></p></div>")
    found, zones = zones_of(page, [Line(f"{FIRST} {SECOND}"), Line(f"{THIRD} opens in a window")], TITLE)
    assert [line.text for line in found] == [FIRST, SECOND, THIRD]
    assert zones.places == (0, 1, 2)


def test_points_of_a_list_between_paragraphs_come_back_and_a_list_of_links_does_not() -> None:
    points = "<ul><li>The bridge is closed</li><li>Lorries go round</li></ul><ul><li><a href='/x'>Weather in the hills</a></li></ul>"
    page = visible(f"<div><p>{FIRST}</p>{points}<p>{SECOND}</p></div>")
    found, _ = zones_of(page, [line for line in page if line.text in (FIRST, SECOND)], TITLE)
    assert [line.text for line in found] == [FIRST, "The bridge is closed", "Lorries go round", SECOND]
