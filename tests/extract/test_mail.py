from __future__ import annotations

import io

import pytest

from containers import html, message
from dragoman.extract import extract, kind
from dragoman.fetch.mail import page
from dragoman.model.article import Article
from dragoman.model.page import Page
from dragoman.model.source import Lead


def fetched(body: bytes) -> Page:
    return page(io.BytesIO(body), "0", Lead("archive+file:///a.eml#0"), 1_000_000)


def read(**fields: str) -> Article:
    return extract(fetched(message(**fields).as_bytes()))


def test_the_header_tells_who_sent_it_when_and_about_what() -> None:
    article = read(subject="Паром снова ходит")
    assert kind(fetched(message().as_bytes())) == "mail"
    assert article.title == "Паром снова ходит"
    assert (article.source.id, article.source.title) == ("herald.example", "Marn Herald")
    assert (article.published.value, article.published.precision) == ("2022-01-12T09:30+03:00", "minute")
    assert "Date: Wed, 12 Jan 2022" in article.published.evidence
    assert "The ferry between Marn and Pell" in article.text
    assert "Read this in HTML" not in article.text


@pytest.mark.parametrize("date", ["no date", "Wed, 99 Jan 2022 09:30:00 +0300"])
def test_a_date_field_that_is_none_gives_no_date(date: str) -> None:
    assert read(Date=date).published.value is None


@pytest.mark.parametrize(
    "link",
    ["View in browser", "View this email in your browser", "Открыть в браузере", "在浏览器中查看", "<b>Im&nbsp;Browser ansehen</b> »"],
)
def test_the_link_to_the_same_text_on_the_web_is_its_address(link: str) -> None:
    body = html().replace(b"<body>", f'<body><p><a class="x" href="https://herald.example/n/42?a=1&amp;b=2">{link}</a></p>'.encode())
    assert extract(fetched(message(body=body).as_bytes())).url == "https://herald.example/n/42?a=1&b=2"


def test_an_archived_at_field_is_surer_and_the_message_id_the_last_resort() -> None:
    assert read(Archived_At="<https://lists.example/a/42>").url == "https://lists.example/a/42"
    assert read(List_Archive="<https://lists.example/a/>").url == "mid:42@herald.example"


def test_a_list_without_a_sender_is_its_own_source() -> None:
    article = read(From="", List_Id='"Harbour news" <harbour.lists.example>')
    assert (article.source.id, article.source.title) == ("harbour.lists.example", "Harbour news")


def test_a_message_of_plain_text_is_read_as_a_capture() -> None:
    prose = "The ferry between Marn and Pell resumed on Monday after a storm had kept it in port for six days, the harbour office said."
    body = f"From: a@b.example\nSubject: Ferry\nDate: Wed, 12 Jan 2022 09:30:00 +0300\n\nFerry resumes\n\n{prose}\n\n{prose[:60]} again.\n"
    article = extract(fetched(body.encode()))
    assert article.title == "Ferry"
    assert prose in article.text
