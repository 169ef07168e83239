from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.sniff import is_document, is_mail, is_mhtml, is_pdf

MAIL = b"Received: from a by b;\r\n Mon, 10 Jan 2022\r\nFrom: A <a@n.example>\r\nSubject: News\r\nDate: Mon, 10 Jan 2022 09:30:00 +0300\r\n\r\n"
SAVED = b"From: <Saved by Blink>\r\nSubject: T\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n--x\r\n"


def test_a_message_begins_with_well_known_fields() -> None:
    assert is_mail(MAIL + b"words")
    assert is_mail(b"From a@n.example Mon Jan 10 09:30:00 2022\n" + MAIL.replace(b"\r\n", b"\n") + b"words")
    assert not is_mail(MAIL.rstrip())


@pytest.mark.parametrize(
    "text", [b"From: the editor\nSubject: bridges\n\nDear reader", b"Headline\n\nFrom: a\nTo: b\nDate: c\n\n", b"<html>"]
)
def test_a_text_with_a_colon_is_no_message(text: bytes) -> None:
    assert not is_mail(text)


def test_a_saved_page_is_told_from_a_newsletter_with_pictures() -> None:
    assert is_mhtml(SAVED)
    assert not is_mhtml(MAIL.replace(b"Subject", b"Content-Type: multipart/related; boundary=x\r\nSubject") + b"words")


def test_a_pdf_may_stand_behind_white_space() -> None:
    assert is_pdf(b"\xef\xbb\xbf\r\n%PDF-1.4\n")
    assert not is_pdf(b"about the %PDF- mark")


@given(st.binary(max_size=300))
def test_any_bytes_get_an_answer(body: bytes) -> None:
    assert is_document(body) in (True, False)
