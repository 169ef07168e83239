from __future__ import annotations

import subprocess
import sys
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from containers import STORY, assembled, pdf
from dragoman.errors import ExtractError
from dragoman.extract import extract, kind
from dragoman.model.article import Article
from dragoman.model.page import Page

INFO = "<</Title(Ferry resumes)/Author(Ann Smith)/CreationDate(D:20220113100000+03'00')>>"


def page(body: bytes, url: str = "file:///a.pdf") -> Page:
    return Page(url, url, body, "latin-1")


def column(paragraphs, x: float = 50, top: float = 700, width: int = 80, size: float = 11) -> list[tuple[str, float, float, float]]:
    """Paragraphs broken into lines of `width` characters, a gap after each."""
    lines, y = [], top
    for paragraph in paragraphs:
        words, line = paragraph.split(), ""
        for word in [*words, ""]:
            if not word or len(line) + len(word) > width:
                lines.append((line.strip(), x, y, size))
                line, y = "", y - 14
            line += word + " "
        y -= 12
    return lines


def printed(info: str = INFO, foot: str = "https://news.example/ferry") -> bytes:
    head = [("Ferry resumes", 50, 760, 22), ("By Ann Smith", 50, 735, 11), ("12 January 2022", 50, 721, 11)]
    first = [*head, *column(STORY), (foot, 50, 30, 8), ("1/2", 540, 30, 8)]
    second = [*column(STORY[::-1]), (foot, 50, 30, 8), ("2/2", 540, 30, 8)]
    return pdf([first, second], info)


def reason(body: bytes) -> str:
    with pytest.raises(ExtractError) as caught:
        extract(page(body))
    return caught.value.reason


def test_an_article_on_paper_is_whole_with_its_title_its_day_and_its_address() -> None:
    assert kind(page(printed())) == "pdf"
    article: Article = extract(page(printed()))
    assert article.title == "Ferry resumes"
    assert article.text.split("\n\n")[:3] == list(STORY)
    assert article.published.value == "2022-01-12"
    assert article.authors == ("Ann Smith",)
    assert article.url == "https://news.example/ferry"
    assert article.extracted_by == "pdf@1"


def test_heads_and_feet_are_kept_out_of_the_text_and_can_be_shown() -> None:
    article = extract(page(printed()))
    feet = [line for line in article.removed if "running head or foot" in line.reason]
    assert {line.text for line in feet} == {"https://news.example/ferry 1/2", "https://news.example/ferry 2/2"}
    assert "news.example" not in article.text


def test_the_day_a_file_was_made_bounds_a_date_and_is_none() -> None:
    article = extract(page(pdf([column(STORY)], INFO)))
    assert article.published.value is None
    assert article.published.latest == "2022-01-13"
    assert "the file was made on 2022-01-13" in article.published.evidence


def test_an_author_whom_only_the_file_names_is_none() -> None:
    assert extract(page(pdf([column(STORY)], "<</Author(admin)>>"))).authors == ()


def test_columns_are_read_one_after_the_other() -> None:
    left, right = column(STORY[:1], width=40), column(STORY[1:2], x=320, width=40)
    assert extract(page(pdf([[*left, *right]]))).text.split("\n\n") == list(STORY[:2])


def test_chinese_is_read_through_the_table_of_its_font() -> None:
    text = "马恩港星期三重新开放，此前一场风暴使所有船只在港内滞留了六天，港务局在一份声明中说，渔民在黎明前起航。"
    codes = {char: number + 1 for number, char in enumerate(dict.fromkeys(text))}
    rows = "\n".join(f"<{code:04X}> <{ord(char):04X}>" for char, code in codes.items())
    cmap = f"/CIDInit /ProcSet findresource begin 1 begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange {len(codes)} beginbfchar\n{rows}\nendbfchar endcmap end"
    lines = [("".join(f"{codes[char]:04X}" for char in text[at : at + 24]), 50, 700 - at, 12) for at in range(0, len(text), 24)]
    assert extract(page(pdf([lines], cmap=cmap.encode()))).text == text


def test_a_scan_and_a_locked_file_say_what_they_are() -> None:
    assert reason(pdf([[]])) == "no text"
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<00><00>]" % (b"41" * 32, b"42" * 32)
    assert reason(assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>"], lock)) == "encrypted"


def test_too_many_pages_and_too_much_drawing_are_refused() -> None:
    assert reason(pdf([[("a few words of text", 50, 700, 11)]] * 61)) == "too large"
    draw = zlib.compress(b"q Q " * 900_000)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>"]
    objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>")
    objects.append(b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(draw), draw))
    assert reason(assembled(objects)) == "too large"


def test_a_file_of_nothing_but_objects_is_refused_before_it_is_read() -> None:
    assert reason(b"%PDF-1.4\n" + b"1 0 obj\n<<>>\nendobj\n" * 30_000) == "too large"


def test_a_bomb_in_a_stream_is_not_unpacked() -> None:
    bomb = zlib.compress(zlib.compress(bytes(60_000_000), 9), 9)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>"]
    objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>")
    objects.append(b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%s\nendstream" % (len(bomb), bomb))
    assert reason(assembled(objects)) in {"broken", "too large", "no text"}


def test_forms_that_draw_each_other_end() -> None:
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>"]
    objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R/Y 6 0 R>>>>>>")
    forms = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R/Y 6 0 R>>>>/Length 60>>stream\n"
    calls = b"/X Do /Y Do /X Do /Y Do /X Do /Y Do /X Do /Y Do /X Do /Y Do "
    objects.append(b"<</Length 60>>stream\n%s\nendstream" % calls)
    objects += [forms + calls + b"\nendstream"] * 2
    assert reason(assembled(objects)) in {"broken", "too large", "no text"}


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 4000))
def test_a_damaged_file_gives_an_article_or_a_reason(noise: bytes, at: int) -> None:
    whole = printed()
    try:
        assert extract(page(b"%PDF-1.5" + whole[8:at] + noise + whole[at + len(noise) :])).text
    except ExtractError as error:
        assert error.reason in {"broken", "encrypted", "no text", "too large", "empty"}


def test_pages_of_markup_load_no_pdf_reader() -> None:
    code = (
        "import sys; from dragoman.extract import extract; from dragoman.model.page import Page;"
        "extract(Page('u', 'u', b'<html><body><p>%b</p></body></html>' % (b'A sentence of the ferry that goes on for a while. ' * 9), 'utf-8'));"
        "print('pypdf' in sys.modules, 'warcio' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "False"]
