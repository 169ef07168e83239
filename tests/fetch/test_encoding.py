from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import FetchError
from dragoman.fetch.encoding import BYTES, decide
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


WRITTEN = {
    ("gb18030", "gbk", "hz"): CHINESE,
    ("big5", "big5hkscs", "gbk"): TRADITIONAL,
    ("cp1251", "koi8-r", "cp866", "iso8859_5", "mac_cyrillic"): RUSSIAN,
    ("shift_jis", "euc_jp", "iso2022_jp"): JAPANESE,
    ("euc_kr", "iso2022_kr"): KOREAN,
    ("cp1252", "iso8859_15", "mac_roman"): FRENCH,
    ("cp1251", "koi8-u", "mac_cyrillic"): "Уряд повідомив сьогодні, що нова лінія метро відкриється наступного року, і її добудовують.",
    ("cp1252", "mac_roman"): "Die Regierung erklärte, die neue Straßenbahn werde nächstes Jahr eröffnet; Bürger müssten länger warten.",
    ("cp1252",): "El gobierno anunció que la línea abrirá el próximo año, según informó el señor Núñez en la reunión.",
    ("cp1256", "iso8859_6"): "أعلنت الحكومة اليوم أن الخط الجديد للمترو سيفتتح في العام المقبل بعد انتهاء الأعمال.",
    ("cp1253", "iso8859_7"): "Η κυβέρνηση ανακοίνωσε σήμερα ότι η νέα γραμμή του μετρό θα ανοίξει τον επόμενο χρόνο.",
    ("cp1254",): "Hükümet bugün yeni metro hattının gelecek yıl açılacağını ve işleri kolaylaştıracağını bildirdi.",
    ("cp1255", "iso8859_8"): "הממשלה הודיעה היום כי הקו החדש של הרכבת ייפתח בשנה הבאה לאחר סיום העבודות.",
    ("cp1250", "iso8859_2"): "Rząd ogłosił dziś, że nowa linia metra zostanie otwarta w przyszłym roku, a mieszkańcy będą mieć łatwiej.",
    ("cp874",): "รัฐบาลประกาศวันนี้ว่ารถไฟฟ้าสายใหม่จะเปิดให้บริการในปีหน้า",
    ("cp1257",): "Vyriausybė šiandien pranešė, kad nauja metro linija bus atidaryta kitais metais, o žmonės galės keliauti.",
}
PAIRS = [(text, codec) for codecs, text in WRITTEN.items() for codec in (*codecs, "utf-8", "utf-16-le", "utf-16-be")]


@pytest.mark.parametrize(("text", "codec"), PAIRS)
@pytest.mark.parametrize("said", ["", "codec", "utf-8"])
def test_a_page_is_read_whatever_it_says_and_wherever_it_was_cut(text: str, codec: str, said: str) -> None:
    meta = f'<meta charset="{codec if said == "codec" else said}">' if said else ""
    body = f"<html><head>{meta}</head><body><p>{text * 4}</p></body></html>".encode(codec)
    assert text in decode(body, decide(body))
    cut = body[: len(body) * 2 // 3]
    assert text in decode(cut, decide(cut))


@pytest.mark.parametrize(("text", "codec"), [pair for pair in PAIRS if not pair[1].startswith(("hz", "iso2022", "utf-16"))])
def test_one_broken_byte_costs_one_character(text: str, codec: str) -> None:
    body = f'<meta charset="{codec}"><p>'.encode() + (text * 20).encode(codec) + b"\xff" + f"</p><p>{text}</p>".encode(codec)
    got = decode(body, decide(body))
    assert got.count(text) >= 20
    assert got.count("\ufffd") <= 1


@pytest.mark.parametrize("text", ["The minister said that it was done. ", "It’s done — she said. "])
def test_a_page_of_hardly_anything_but_ascii_survives_a_broken_byte(text: str) -> None:
    body = (text * 50).encode() + b"\xe2\x80 and on " + (text * 5).encode()
    assert text * 50 in decode(body, decide(body, "utf-8"))


def test_stray_windows_quotation_marks_are_read_as_browsers_do() -> None:
    body = b"<p>\x93It\x92s done\x94, he said \x96 and left.</p>"
    assert "“It’s done”, he said – and left." in decode(body, decide(body))


def test_a_byte_order_mark_outweighs_the_declaration_even_with_a_broken_byte() -> None:
    assert decide(b"\xef\xbb\xbf" + (RUSSIAN * 9).encode() + b"\xff", "windows-1251") == "utf-8-sig"


def test_a_meta_tag_cannot_make_a_page_of_single_bytes_wide() -> None:
    assert decide(b'<meta charset="utf-16"><p>plain words</p>') == "utf-8"
    assert decide(b'<meta charset="utf-16">' + RUSSIAN.encode("cp1251")) == "cp1251"


@pytest.mark.parametrize("body", [b"%PDF-1.7 text", b"From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\nwords \xe9"])
def test_documents_that_bring_their_own_encodings_stay_bytes(body: bytes) -> None:
    assert decide(body) == BYTES
    assert body.decode(BYTES).encode(BYTES) == body


@pytest.mark.parametrize("body", [b"\x89PNG\r\n\x1a\n" + bytes(50), b"PK\x03\x04" + bytes(50), bytes(range(256)) * 20])
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
