from __future__ import annotations

import io
import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from containers import html, message, mhtml, pdf
from dragoman.errors import FetchError
from dragoman.fetch import mail as reader
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.source import Lead

LIMIT = 1_000_000
RUSSIAN = "Паром снова ходит между островами после шторма, сообщили в порту в понедельник."


def leads(body: bytes, limit: int = LIMIT) -> list[Lead | Problem]:
    return list(reader.leads(io.BytesIO(body), "archive+file:///a.eml#", limit))


def page(body: bytes, lead: Lead) -> Page:
    return reader.page(io.BytesIO(body), lead.url.partition("#")[2], lead, LIMIT)


def test_a_newsletter_is_its_html_with_the_header_that_tells_of_it() -> None:
    body = message("Паром", html("Паром", [RUSSIAN]), charset="koi8-r", List_Id="Herald <herald.example>").as_bytes()
    assert reader.is_archive(body)
    (lead,) = leads(body)
    got = page(body, lead)
    assert RUSSIAN in got.body.decode("koi8-r")
    assert (got.encoding, got.asked, got.fetched) == ("koi8-r", lead.url, None)
    assert got.headers["subject"] == "Паром"
    assert got.headers["from"] == "Marn Herald <news@herald.example>"
    assert got.headers["list-id"] == "Herald <herald.example>"


def test_a_message_of_plain_text_is_its_text() -> None:
    body = b"From: a@b.example\nTo: c@d.example\nSubject: x\nDate: Wed, 12 Jan 2022 09:30:00 +0300\n\nplain words\n"
    assert page(body, leads(body)[0]).body.strip() == b"plain words"


def test_attached_articles_are_pages_of_their_own() -> None:
    mail = message()
    mail.add_attachment(html("Attached"), maintype="text", subtype="html", filename="a.html")
    mail.add_attachment(pdf([[("words", 50, 700, 12)]]), maintype="application", subtype="octet-stream", filename="a.pdf")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    mail.add_attachment(message("Inner"))
    body = mail.as_bytes()
    found = leads(body)
    assert len(found) == 4
    pages = [page(body, lead) for lead in found]
    assert b"Attached" in pages[1].body
    assert pages[2].body.startswith(b"%PDF-")
    assert pages[3].headers["subject"] == "Inner"
    assert len({one.asked for one in pages}) == 4


def test_a_folder_of_mail_gives_each_message(tmp_path: Path) -> None:
    box = mailbox.mbox(str(tmp_path / "news.mbox"))
    for number in range(3):
        mail = EmailMessage()
        mail["From"], mail["Subject"], mail["Date"] = "a@b.example", f"News {number}", "Wed, 12 Jan 2022 09:30:00 +0300"
        mail.set_content(f"From the harbour, part {number}.\n\nFrom here on it is calm.\n")
        box.add(mail)
    box.flush()
    body = (tmp_path / "news.mbox").read_bytes()
    assert reader.is_archive(body)
    pages = [page(body, lead) for lead in leads(body)]
    assert [one.headers["subject"] for one in pages] == ["News 0", "News 1", "News 2"]
    assert pages[1].body.startswith(b"From the harbour, part 1.\n\nFrom here on")


def test_a_message_over_the_limit_is_a_problem() -> None:
    (problem,) = leads(message().as_bytes(), 100)
    assert isinstance(problem, Problem)
    assert problem.reason == "too large"


@pytest.mark.parametrize("snapshot", [True, False])
def test_a_page_saved_in_one_file_is_that_page_at_that_time(snapshot: bool) -> None:
    body = mhtml(html(), snapshot=snapshot)
    assert not reader.is_archive(body)
    got = reader.unpacked(body, Lead("file:///a.mht"), "file:///a.mht")
    assert got is not None
    assert (got.url, got.asked, got.fetched) == ("https://news.example/ferry", "file:///a.mht", "2022-01-13T07:00:00+00:00")
    assert got.body.strip() == html()
    assert got.headers == {}


def test_a_saved_page_of_the_wayback_machine_bears_its_own_address() -> None:
    got = reader.unpacked(mhtml(html(), "https://web.archive.org/web/20210203040506/http://n.example/1"), Lead("x"), "x")
    assert got is not None
    assert (got.url, got.fetched) == ("http://n.example/1", "2021-02-03T04:05:06+00:00")


def test_what_is_no_message_stays_as_it_is() -> None:
    assert reader.unpacked(html(), Lead("x"), "x") is None


def test_a_saved_page_without_a_page_is_refused() -> None:
    with pytest.raises(FetchError) as caught:
        reader.unpacked(mhtml(html()).replace(b"text/html", b"text/none"), Lead("x"), "x")
    assert caught.value.reason == "empty"


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 3000))
def test_any_bytes_and_any_cut_give_pages_or_reasons(noise: bytes, cut: int) -> None:
    for whole in (message().as_bytes(), mhtml(html()), b"From: x\nTo: y\nDate: "):
        body = whole[:cut] + noise
        for one in leads(body):
            if isinstance(one, Lead):
                try:
                    assert page(body, one).body
                except FetchError as error:
                    assert error.reason
        try:
            found = reader.unpacked(body, Lead("x"), "x")
            assert found is None or found.body
        except FetchError as error:
            assert error.reason
