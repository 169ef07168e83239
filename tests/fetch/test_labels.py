from __future__ import annotations

import codecs

import pytest

from dragoman.fetch.labels import LABELS, codec_of


@pytest.mark.parametrize("label", sorted(LABELS))
def test_every_label_leads_to_a_codec_of_text(label: str) -> None:
    assert codec_of(label) == LABELS[label]
    assert "words".encode(LABELS[label])
    assert codecs.lookup(LABELS[label])


def test_labels_mean_what_browsers_take_them_for() -> None:
    labels = ("GB2312", "text/html; charset=ISO-8859-1", "Shift_JIS", "ISO-8859-9", " tis-620 ", 'text/html; charset="iso_8859-5:1988"')
    assert [codec_of(label) for label in labels] == ["gb18030", "cp1252", "cp932", "cp1254", "cp874", "iso8859_5"]


def test_what_is_no_encoding_of_text_names_none() -> None:
    assert [codec_of(label) for label in ("no such thing", None, "", "zlib", "text/html")] == [None] * 5
