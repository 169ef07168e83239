"""Pages are read again where that can change something, and keep their address and their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from dragoman import rereading
from dragoman.desk import Desk
from dragoman.errors import NotFoundError
from dragoman.model.query import Query
from walk.furnished import html, paragraphs

LIGHT = {"embedder": "hashing", "annotators": "sentences"}
AD = "Advertisement"


@pytest.fixture
def desk(tmp_path: Path):
    """Two pages of one site, one with a line that phrases know."""
    for number in (1, 2):
        lines = paragraphs(number)
        (tmp_path / f"{number}.html").write_text(html(number, [lines[0], AD, *lines[1:]] if number == 1 else lines), "utf-8")
    with Desk.open(desk=str(tmp_path / "desk"), **LIGHT) as opened:
        opened.collect([str(tmp_path / "1.html"), str(tmp_path / "2.html")])
        yield opened


def texts(desk: Desk) -> dict[str, str]:
    return {reading.article.url: reading.article.text for reading in desk.store().readings()}


def test_nothing_is_read_again_without_a_reason(desk: Desk) -> None:
    assert desk.reread().reread == 0
    done = desk.reread(everything=True)
    assert (done.reread, done.changed, done.unchanged) == (2, 0, 2)
    done = desk.reread(["lantern.example"])
    assert (done.reread, done.changed, done.unchanged) == (2, 0, 2)


def test_a_site_that_is_not_there_is_named(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match=r"nowhere\.example.*lantern\.example"):
        desk.reread(["nowhere.example"])
    for call in (lambda: desk.furniture("nowhere.example"), lambda: desk.correct("nowhere.example", AD, "keep")):
        with pytest.raises(NotFoundError, match=r"nowhere\.example"):
            call()


def test_what_other_versions_read_is_read_again(desk: Desk) -> None:
    old = next(iter(desk.store().readings()))
    kept = desk.shelf().kept(old.article.id)
    assert kept
    stale = replace(old, article=replace(old.article, extracted_by="html@0", authors=("Nobody",)))
    desk.store().save(kept.asked, kept.digest, stale, ())
    done = desk.reread()
    assert (done.reread, done.changed) == (1, 1)
    assert desk.reading(old.article.id) == old
    with Desk.open(desk=desk.config["desk"], embedder="hashing", annotators="sentences,times") as more:
        assert more.reread().changed == 2
        assert all("times@" in " ".join(reading.made_by) for reading in more.store().readings())


def test_a_line_that_phrases_removed_is_kept_on_a_persons_word_and_goes_when_that_is_undone(desk: Desk) -> None:
    before = texts(desk)
    story = desk.story_of(next(reading.article.id for reading in desk.store().readings() if reading.article.url.endswith("/1")))
    assert desk.correct("lantern.example", AD, "keep").waiting == 1
    assert (desk.reread().changed, AD in texts(desk)["https://lantern.example/1"]) == (1, True)
    now = next(reading.article.id for reading in desk.store().readings() if reading.article.url.endswith("/1"))
    assert desk.story_of(now) == story
    assert desk.correct("lantern.example", AD, None).verdict is None
    assert desk.reread().changed == 1
    assert texts(desk) == before
    assert desk.store().check() == []


def test_a_line_that_no_page_has_cannot_be_corrected(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match="no page of"):
        desk.correct("lantern.example", "Never seen", "remove")
    with pytest.raises(NotFoundError, match="nobody corrected"):
        desk.correct("lantern.example", AD, None)


def test_a_paragraph_that_a_person_calls_furniture_goes(desk: Desk) -> None:
    line = paragraphs(2)[3]
    desk.correct("lantern.example", line, "remove")
    assert desk.collect([]).new == 0
    assert line not in texts(desk)["https://lantern.example/2"]
    (item,) = desk.furniture("lantern.example").items
    assert (item.line, item.state, item.pages) == (line, "removed", 1)


def test_a_page_that_can_no_longer_be_read_is_a_problem_and_its_article_stays(desk: Desk) -> None:
    one = next(iter(desk.store().readings()))
    kept = desk.shelf().kept(one.article.id)
    assert kept
    assert kept.page
    desk.store().save(kept.asked, "broken", one, ())
    desk.shelf().keep([replace(kept, digest="broken", page=replace(kept.page, body=b"<html></html>", fetched="2030-01-01"))])
    done = desk.reread(everything=True)
    assert (done.reread, done.failed, done.unchanged) == (2, 1, 1)
    assert done.problems == desk.problems()
    assert desk.reading(one.article.id) == one


def test_without_their_bytes_articles_are_read_again_as_they_are_held(tmp_path: Path) -> None:
    (tmp_path / "1.html").write_text(html(1, paragraphs(1)), "utf-8")
    with Desk.open(desk=str(tmp_path / "desk"), keep_pages=False, **LIGHT) as desk:
        desk.collect([str(tmp_path / "1.html")])
        (reading,) = desk.store().readings()
        kept = desk.shelf().kept(reading.article.id)
        assert kept
        assert kept.page is None
        line = paragraphs(1)[2]
        for verdict, there in (("remove", False), (None, True)):
            desk.correct("lantern.example", line, verdict)
            assert desk.reread().changed == 1
            assert (line in next(iter(desk.store().readings())).article.text) is there


def test_an_article_keeps_the_address_by_which_the_desk_knows_it(desk: Desk) -> None:
    one = next(iter(desk.store().readings())).article
    kept = desk.shelf().kept(one.id)
    assert kept
    assert kept.page
    moved = replace(kept.page, body=kept.page.body.replace(b"https://lantern.example/", b"https://new.lantern.example/"))
    desk.store().save(kept.asked, "moved", next(iter(desk.store().readings())), ())
    desk.shelf().keep([replace(kept, digest="moved", page=replace(moved, fetched="2030-01-01"))])
    desk.reread(everything=True)
    assert one.url in texts(desk)
    assert len(list(desk.store().readings(Query()))) == 2


def test_sites_are_listed_with_what_is_known_of_them(desk: Desk) -> None:
    (site,) = desk.sites()
    assert (site.site, site.pages, site.templates, site.learned, site.waiting) == ("lantern.example", 2, 1, 0, 0)
    assert rereading.furniture(desk.shelf(), "lantern.example", everything=True).items == ()
