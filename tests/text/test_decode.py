from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.decode import broken_share, decode, once


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


@pytest.mark.parametrize(
    "text", ["Le café a été fermé – c’est « fini »", "Правительство сообщило", "市政府今天宣布，新的线路", "“It’s done”"]
)
def test_what_was_encoded_twice_is_decoded_twice(text: str) -> None:
    seen = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
    assert decode(f"<p>{seen}</p>".encode(), "utf-8") == f"<p>{text}</p>"
    assert "«" in text or once(seen + " и ещё") == text + " и ещё"


@pytest.mark.parametrize("text", ["«MAÇÃ» e “AMANHÃ” e “IRMÃ”", "Ã© is what é looks like", "TÂN » Â°", "Ângela Ávila"])
def test_letters_that_a_language_may_write_are_left_alone(text: str) -> None:
    assert decode(text.encode(), "utf-8") == text


def test_control_characters_that_stand_for_windows_letters_become_them() -> None:
    assert decode("It\x92s \x93done\x94".encode(), "utf-8") == "It’s “done”"


@given(st.text(max_size=80))
def test_text_without_such_traces_comes_back(text: str) -> None:
    plain = "".join(
        char for char in text if not "\x80" <= char <= "\xff" and char not in "\ufeff\ud800" and not "\ud800" <= char <= "\udfff"
    )
    assert decode(plain.encode(), "utf-8") == plain
