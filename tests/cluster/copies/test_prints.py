import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.cluster.copies.prints import CHARACTERS, WORDS, printed


def test_words_are_canonical_and_keep_their_places():
    text = "ＮＡＴＯ met, NATO said: 1,5 million!"
    sheet = printed(text)
    assert sheet.words == ("nato", "met", "nato", "said", "1,5", "million")
    assert [text[start:end] for start, end in zip(sheet.starts, sheet.ends, strict=True)][:2] == ["ＮＡＴＯ", "met"]


def test_numbers_are_masked_also_beside_characters():
    sheet = printed("2021年12月30日，美俄元首通话。", "zh")
    assert sheet.words[:4] == ("2021", "年", "12", "月")
    assert sheet.masked[:4] == ("0", "年", "0", "月")


@pytest.mark.parametrize(("text", "size"), [("one two three four", WORDS), ("五国部长在维也纳", CHARACTERS), ("", WORDS)])
def test_a_run_has_words_or_characters(text, size):
    sheet = printed(text)
    assert (sheet.size, len(sheet.runs)) == (size, max(0, len(sheet.words) - size + 1))


def test_traditional_characters_are_read_as_simplified_ones():
    assert printed("五國部長會議", "zh-Hant").words == printed("五国部长会议", "zh").words


def test_what_stands_in_quotation_marks_is_known():
    sheet = printed('He said: "We will not go." Then he left.', "en")
    assert [word for word, quoted in zip(sheet.words, sheet.quoted, strict=True) if quoted] == ["we", "will", "not", "go"]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_printed(text):
    sheet = printed(text)
    assert len(sheet.words) == len(sheet.starts) == len(sheet.quoted)
