import sqlite3

import pytest

from dragoman.errors import NotFoundError
from dragoman.extract.lines.learned import key, observe
from dragoman.model.furniture import Correction, FurnitureLine, Kept, Sighting
from dragoman.model.page import Page
from dragoman.search.index import Index
from dragoman.store import shelf
from dragoman.store.sqlite import Sqlite


@pytest.fixture
def desk(tmp_path):
    store = Sqlite(str(tmp_path), Index())
    yield store
    store.close()


def texts(number, count=5):
    return [
        f"Paragraph {chr(97 + number)}{chr(97 + place)} tells of things that no other page of this site tells." for place in range(count)
    ]


def seen(reading, lines=None, template="t", day="2022-03-01"):
    found = observe(reading.article)
    lines = lines if lines is not None else reading.article.text.split("\n\n")
    sightings = tuple(Sighting(key(text), text, "", place, len(lines) - place - 1, 9.0) for place, text in enumerate(lines))
    return type(found)(found.article, found.url, found.site, template, day, sightings)


def test_only_the_headers_that_tell_of_the_text_are_kept(desk, made):
    reading = made(1)
    desk.save("asked", "d", reading, ())
    page = Page(
        "u", "asked", b"<p>bytes</p>" * 50, "utf-8", headers={"Set-Cookie": "secret", "Content-Type": "text/html"}, fetched="2022-03-01"
    )
    desk.keep([Kept("asked", "d", page), Kept("asked", "d", page), Kept("other", "e")])
    kept = desk.kept(reading.article.id)
    assert (kept.asked, kept.digest, kept.page.body, kept.page.headers) == ("asked", "d", page.body, {"Content-Type": "text/html"})


def test_versions_of_one_text_are_one_document(desk, made):
    for number in range(3):
        desk.observe([seen(made(number), [*texts(0), f"Update {number}"])])
    desk.observe([seen(made(9), texts(9))])
    (site,) = desk.sites()
    assert (site.pages, site.templates, site.fresh) == (2, 1, 4)
    assert desk.counts("a.example", 2) == ()


def test_a_line_of_different_documents_is_counted_for_the_site_and_for_each_layout(desk, made):
    for number in range(6):
        template = "t" if number < 4 else "u"
        desk.observe([seen(made(number), [*texts(number), "Slogan"], template, f"2022-03-0{1 + number // 2}")])
    found = desk.counts("a.example", 2)
    assert [(count.template, count.pages, count.of, count.days) for count in found] == [("", 6, 6, 3), ("t", 4, 4, 2), ("u", 2, 2, 1)]
    assert (found[0].first, found[0].last, found[0].end, found[0].end_spread) == ("2022-03-01", "2022-03-03", 0.0, 0.0)


def test_a_new_version_takes_the_place_of_the_old_one_and_the_same_lines_teach_nothing(desk, made):
    desk.observe([seen(made(1), texts(1))])
    desk.learn("a.example", [])
    desk.observe([seen(made(1), texts(1))])
    assert desk.sites()[0].fresh == 0
    desk.observe([seen(made(1), [*texts(1), "Slogan"])])
    assert (desk.sites()[0].pages, desk.sites()[0].fresh) == (1, 1)
    assert desk.counts("a.example", 1)[-1].pages == 1


def test_only_the_latest_pages_of_a_site_count(desk, made, monkeypatch):
    monkeypatch.setattr(shelf, "WINDOW", 3)
    for number in range(5):
        desk.save(str(number), "d", made(number), ())
        desk.observe([seen(made(number), [*texts(number), f"Slogan {'new' if number > 1 else 'old'}"])])
    assert {(count.low, count.pages) for count in desk.counts("a.example", 2)} == {("Slogan new", 3)}
    assert desk.unseen() == ()
    assert desk.check() == []


def test_pages_with_lines_that_were_learned_wait_until_they_are_counted_again(desk, made):
    for number in range(3):
        desk.save(str(number), "d", made(number), ())
        desk.observe([seen(made(number), [*texts(number), *(["Slogan"] if number else [])])])
    line = FurnitureLine("a.example", "", key("Slogan"), "Slogan", "learned", "learned: on 2 of 3 pages")
    desk.learn("a.example", [line])
    assert desk.learned("a.example").lines == (line,)
    assert sorted(desk.waiting()) == sorted((made(number).article.id, False) for number in (1, 2))
    desk.observe([seen(made(1), [*texts(1), "Slogan"])])
    assert desk.waiting() == ((made(2).article.id, False),)
    desk.learn("a.example", [line])
    assert len(desk.waiting()) == 1


def test_corrections_are_kept_when_they_are_undone(desk, made):
    desk.save("1", "d", made(1), ())
    desk.observe([seen(made(1), texts(1))])
    line = texts(1)[0]
    for verdict in ("keep", "remove"):
        assert desk.correct(Correction("a.example", key(line), line, verdict, "2022-03-01")) == verdict
    assert desk.waiting() == ((made(1).article.id, True),)
    undo = Correction("a.example", key(line), line, "keep", "2022-03-02")
    assert desk.correct(undo, undo=True) == "keep"
    assert desk.correct(undo, undo=True) is None
    assert [(one.verdict, one.undone) for one in desk.learned().corrections] == [("keep", "2022-03-02"), ("remove", "2022-03-02")]
    with pytest.raises(NotFoundError, match="nobody corrected"):
        desk.correct(undo, undo=True)


def test_a_desk_of_the_first_version_gets_the_new_tables_and_its_articles_are_counted(tmp_path, made):
    store = Sqlite(str(tmp_path), Index())
    store.save("1", "d", made(1), ())
    store.close()
    with sqlite3.connect(tmp_path / "desk.sqlite") as connection:
        for table in (
            "pleas",
            "buried",
            "tombstones",
            "subjects",
            "news",
            "pulse",
            "sightings",
            "observed",
            "pages",
            "furniture",
            "corrections",
            "casts",
            "merges",
            "judgements",
            "slips",
            "placed",
            "chained",
            "due",
            "filed",
            "copies",
            "recovery_codes",
            "foreign_identities",
            "sessions",
            "api_tokens",
            "users",
            "links",
            "marks",
            "attempts",
            "spent",
            "secrets",
            "audit",
        ):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP INDEX ledger_article")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    connection.close()
    again = Sqlite(str(tmp_path), Index())
    assert again.unseen() == (made(1).article.id,)
    assert again.kept(made(1).article.id) == Kept("1", "d")
    assert again.check() == []
    again.close()
