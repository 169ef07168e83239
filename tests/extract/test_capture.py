from __future__ import annotations

import importlib.util
import textwrap
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import ExtractError
from dragoman.extract import extract
from dragoman.extract.capture import read
from dragoman.fetch.encoding import decide
from dragoman.model.article import Article
from dragoman.model.codec import to_plain
from dragoman.model.page import Page
from dragoman.text.lines import letters

# The captures of the acceptance set, read from outside the project.
SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
FIRST = "The council of Springfield met on Tuesday evening and agreed that the old bridge over the river would be closed to heavy traffic."
SECOND = (
    "Engineers had warned in March 2020 that the pillars were moving, and on May 6, 2020 they repeated the warning in writing to the mayor."
)
THIRD = "The new bridge is due to open on June 9, and until then lorries have to take the long way round through the hills."
CHINESE = "市政府今天宣布，新的大桥将于下个月正式通车，届时市民出行会更加方便，有关部门正在进行最后的准备工作，请大家耐心等待。"


def article(*lines: str) -> Article:
    return read(Page(url="file:///x.txt", asked="x.txt", body="\n\n".join(lines).encode(), encoding="utf-8"))


def test_head_body_and_foot_of_a_plain_capture_are_told_apart() -> None:
    found = article(
        "Example Gazette", "Home > News", "Council closes the old bridge to heavy traffic", "By Jane Example", FIRST, "Advertisement", SECOND,
        "Related stories", "Mayor opens library", "© 2021 Example Gazette",
    )  # fmt: skip
    assert found.title == "Council closes the old bridge to heavy traffic"
    assert found.text == f"{FIRST}\n\n{SECOND}"
    assert found.authors == ("Jane Example",)
    assert found.source.title == "Example Gazette"
    assert [link.title for link in found.related] == ["Mayor opens library"]
    assert {"ad", "navigation", "byline", "related", "disclaimer"} <= {one.kind for one in found.removed}
    assert found.text[next(one.at for one in found.removed if one.kind == "ad") :] == SECOND


def test_an_undated_capture_is_bounded_by_its_text_and_copyright_years_do_not_count() -> None:
    found = article("Council closes the old bridge to heavy traffic", FIRST, SECOND, THIRD, "© 2024 Example Gazette").published
    assert (found.value, found.precision, found.earliest, found.latest) == (None, "unknown", "2020-05-06", "2020-06-09")


def test_a_portal_line_gives_date_source_and_section() -> None:
    found = article(
        "登录", "Council closes the old bridge", "2020-05-07 00:00:00.0     示例邮报-城市     原网页", "SPRINGFIELD — " + FIRST, SECOND
    )
    assert (found.published.value, found.published.precision) == ("2020-05-07", "day")
    assert (found.source.title, found.section, found.dateline) == ("示例邮报", "城市", "SPRINGFIELD")
    assert (found.language, found.title) == ("en", "Council closes the old bridge")
    assert found.text.startswith("The council")


def test_a_reprint_names_its_origin_and_its_notices() -> None:
    notice = "声明：文章来源于网络，仅代表作者观点，不代表示例站立场，如有侵权请联系删除。"
    found = article("示例站", "城市观察|新大桥下月正式通车", "示例晚报记者 王小明", CHINESE, CHINESE, notice)
    assert (found.title, found.column) == ("新大桥下月正式通车", "城市观察")
    assert found.origin is not None
    assert (found.origin.outlet, found.origin.authors) == ("示例晚报", ("王小明",))
    assert {"takedown", "reprint"} <= {one.kind for one in found.notices}
    where = int(found.origin.evidence.where.partition("/")[2])
    assert found.removed[where].text[found.origin.evidence.start : found.origin.evidence.end] == found.origin.evidence.text


def test_tags_and_automatic_keywords_are_kept_apart() -> None:
    found = article("Council closes the old bridge", FIRST, SECOND, "标签:综合", "关键词: council     old bridge     Advertisement")
    assert found.tags == ("综合",)
    assert found.page_keywords == ("council", "old bridge", "Advertisement")


@pytest.mark.parametrize("body", ["Home", "登录\n注册\n首页"])
def test_a_page_without_paragraph_holds_no_article(body: str) -> None:
    with pytest.raises(ExtractError) as caught:
        article(body)
    assert caught.value.reason == "no text"


@given(st.text(max_size=600))
def test_any_text_gives_an_article_or_a_reason(text: str) -> None:
    try:
        found = article(text)
    except ExtractError as error:
        assert error.reason
    else:
        assert found.text
        assert all(0 <= one.at <= len(found.text) for one in found.removed)


def test_lines_broken_at_a_fixed_width_become_paragraphs() -> None:
    found = article("Council closes the old bridge", "\n".join(textwrap.wrap(f"{FIRST} {SECOND} {THIRD}", 72)))
    assert found.text == f"{FIRST} {SECOND} {THIRD}"


def test_invisible_characters_and_icons_are_squeezed_out_and_offsets_count_what_is_left() -> None:
    found = article("Council closes the old bridge", FIRST.replace(" ", "\u200b \u00ad"), "\ue001 Advertisement \u2066", SECOND, THIRD)
    assert found.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert found.text[next(one.at for one in found.removed if one.kind == "ad") :].startswith(SECOND)


def test_scripts_left_in_a_capture_are_debris() -> None:
    found = article("Council closes the old bridge", FIRST, "var x = window.x || {};", SECOND, THIRD)
    assert "window" not in found.text
    assert [one.text for one in found.removed if one.kind == "debris"] == ["var x = window.x || {};"]


def test_questions_of_an_interview_are_text() -> None:
    question = "记者：请问新的大桥什么时候可以通车？"
    assert question in article("新大桥下月正式通车", CHINESE, question, CHINESE.replace("今天", "昨天"), CHINESE).text


def test_teasers_behind_the_article_are_kept_out_of_it() -> None:
    teasers = [f"Mayor number {number} opens a library" for number in range(12)]
    found = article("Council closes the old bridge to heavy traffic", FIRST, SECOND, THIRD, "Example Gazette", *teasers)
    assert found.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


WORDS = st.sampled_from(
    ["council", "bridge", "Mayor", "Home", "News", "the", "closed", "2020", "市政府", "大桥。", "traffic.", "Read more", "|"]
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=25).map(" ".join), min_size=1, max_size=25))
def test_every_line_is_in_the_text_or_among_what_was_removed(lines: list[str]) -> None:
    try:
        found = article(*lines)
    except ExtractError as error:
        assert error.reason == "no text"
    else:
        everything = letters("\n".join([found.title, found.text, *(one.text for one in found.removed)]))
        assert [line for line in lines if letters(line) not in everything] == []
        assert article(*lines) == found


def checker() -> ModuleType:
    if not (SEEDS / "check.py").is_file():
        pytest.skip("../shared/seeds is not here")
    spec = importlib.util.spec_from_file_location("check", SEEDS / "check.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("number", [0, 1])
def test_every_article_line_of_the_gold_holds(number: int, capsys: pytest.CaptureFixture[str]) -> None:
    check = checker()
    name = check.FILES[number]
    body = (SEEDS / name).read_bytes()
    article = extract(Page(url=f"file:///{name}", asked=name, body=body, encoding=decide(body)))
    score = check.Score()
    check.check_article(score, name, check.GOLD[name]["article"], to_plain(article))
    assert score.held == score.all, capsys.readouterr().out
    for removed in article.removed:
        assert 0 <= removed.at <= len(article.text)
    if article.origin:
        where, _, place = article.origin.evidence.where.partition("/")
        words = article.removed[int(place)].text if where == "removed" else article.text
        assert words[article.origin.evidence.start : article.origin.evidence.end] == article.origin.evidence.text


def test_a_line_longer_than_any_article_is_refused_before_it_is_read() -> None:
    body = f"A title\n{FIRST}\n{'2022-01-12 ' * 20_000}\n{SECOND}\n".encode()
    with pytest.raises(ExtractError) as refused:
        read(Page("u", "u", body, "utf-8"))
    assert refused.value.reason == "too large"
