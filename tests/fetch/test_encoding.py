from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import FetchError
from dragoman.fetch.encoding import codec_of, decide
from dragoman.text.decode import decode

CHINESE = "本报讯 市政府今天宣布，新的地铁线路将于明年开通，届时市民出行会更加方便，有关部门正在进行最后的准备工作。"
TRADITIONAL = "市政府今天宣布，新的地鐵線路將於明年開通，屆時市民出行會更加方便，有關部門正在進行最後的準備工作。"
RUSSIAN = "Правительство сообщило сегодня, что новая линия метро откроется в следующем году."
JAPANESE = "市は本日、新しい地下鉄の路線が来年開通すると発表しました。市民の移動がより便利になる見込みです。"
KOREAN = "시는 오늘 새로운 지하철 노선이 내년에 개통한다고 발표했다. 시민들의 이동이 더 편리해질 것으로 보인다."
FRENCH = "Le gouvernement a annoncé que la ligne ouvrirait l'été prochain, après les élections législatives prévues en février."


@pytest.mark.parametrize(
    ("text", "written", "declared"),
    [
        (CHINESE, "gb18030", "gb2312"),
        (CHINESE, "gb18030", None),
        (CHINESE, "gbk", "utf-8"),
        (CHINESE, "utf-8", "gb2312"),
        (TRADITIONAL, "big5", None),
        (TRADITIONAL, "big5", "text/html; charset=Big5"),
        (RUSSIAN, "cp1251", None),
        (RUSSIAN, "koi8-r", None),
        (RUSSIAN, "koi8-r", "windows-1251"),
        (RUSSIAN, "cp1251", "iso-8859-1"),
        (JAPANESE, "shift_jis", None),
        (JAPANESE, "euc_jp", None),
        (JAPANESE, "iso2022_jp", None),
        (KOREAN, "euc_kr", None),
        (FRENCH, "latin-1", None),
        (FRENCH, "cp1252", "utf-8"),
        (RUSSIAN, "utf-16", None),
        (RUSSIAN, "utf-32", None),
        ("plain words with spaces " * 20, "utf-16-le", None),
        (CHINESE, "utf-8-sig", "big5"),
    ],
)
def test_the_bytes_give_back_the_text_that_was_written(text: str, written: str, declared: str | None) -> None:
    body = f"<html><body><p>{text}</p></body></html>".encode(written)
    assert text in decode(body, decide(body, declared))


def test_labels_mean_what_browsers_take_them_for() -> None:
    assert [codec_of(label) for label in ("GB2312", "text/html; charset=ISO-8859-1", "Shift_JIS", "no such thing", None)] == [
        "gb18030",
        "cp1252",
        "cp932",
        None,
        None,
    ]


def test_a_meta_tag_inside_the_page_is_heard() -> None:
    body = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250"><p>Žluťoučký kůň</p>'.encode("cp1250")
    assert decide(body) == "cp1250"


@pytest.mark.parametrize("cut", [1, 2])
def test_a_page_cut_in_the_middle_of_a_character_keeps_its_encoding(cut: int) -> None:
    assert decide(CHINESE.encode()[:-cut], "gb2312") == "utf-8"
    assert decide(CHINESE.encode("gb18030")[:-1], "utf-8") == "gb18030"


def test_a_few_broken_bytes_do_not_lose_a_page() -> None:
    body = (CHINESE * 20).encode("gb18030") + b'\xd6"' + (CHINESE * 20).encode("gb18030")
    assert CHINESE in decode(body, decide(body, "gb2312"))


@pytest.mark.parametrize("body", [b"\x89PNG\r\n\x1a\n" + bytes(50), b"PK\x03\x04" + bytes(50), b"%PDF-1.7 text", bytes(range(256)) * 20])
def test_what_is_no_text_is_refused_as_binary(body: bytes) -> None:
    with pytest.raises(FetchError) as caught:
        decide(body)
    assert caught.value.reason == "binary"


def test_nothing_is_refused_as_empty() -> None:
    with pytest.raises(FetchError) as caught:
        decide(b" \n ")
    assert caught.value.reason == "empty"


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "gb2312", "nonsense", "utf-16", "text/html; charset=big5"]))
def test_any_bytes_get_a_codec_that_decodes_them_or_a_reason(body: bytes, declared: str | None) -> None:
    try:
        codec = decide(body, declared)
    except FetchError as error:
        assert error.reason in {"empty", "binary", "undecodable"}
    else:
        assert isinstance(decode(body, codec), str)


@given(st.text(min_size=1, max_size=200))
def test_utf_8_is_always_recognised_as_long_as_it_is_text(text: str) -> None:
    body = ("市政府宣布 " + "".join(c for c in text if c.isprintable())).encode()
    assert decide(body) == "utf-8"
