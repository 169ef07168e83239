from __future__ import annotations

import pytest

from dragoman.text.decode import broken_share, decode


def test_a_character_cut_at_the_end_is_dropped() -> None:
    assert decode("город".encode()[:-1], "utf-8") == "горо"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode("\ufeffwords".encode(), "utf-8") == "words"


def test_a_few_broken_bytes_are_marked_and_many_are_refused() -> None:
    text = "город " * 30
    assert decode(text.encode() + b"\xff" + text.encode(), "utf-8") == text + "\ufffd" + text
    with pytest.raises(UnicodeDecodeError):
        decode(text.encode("cp1251"), "utf-8")


def test_the_share_of_broken_characters_leaves_ascii_out() -> None:
    assert broken_share("abc é\ufffd") == 0.5
    assert broken_share("abc") == 0.0
