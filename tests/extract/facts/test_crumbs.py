from __future__ import annotations

import time

import pytest

from dragoman.extract.facts.crumbs import crumb, in_lines, section
from dragoman.extract.lines.dom import tree_of

TITLE = "Council closes old bridge"


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (["Home", "City", TITLE], "City"),
        (["Home", "City", "Council closes the old bridge over the river on Tuesday"], "City"),
        (["Home", TITLE], None),
        (["[Accueil]", "[Politique]"], "Politique"),
        (["示例网首页", "新闻", "国际", "正文"], "国际"),
        (["Home", "index.html"], None),
        (["Home", "2020", "City"], "City"),
        (["City"], None),
        ([], None),
    ],
)
def test_the_innermost_step_that_can_be_a_name_is_the_section(parts: list[str], name: str | None) -> None:
    assert crumb(parts, TITLE) == name


def in_page(element: str) -> str | None:
    return section(tree_of(f"<html><body>{element}<h1>{TITLE}</h1></body></html>"), TITLE, [], ["Example Gazette"])


def test_marked_ways_are_read() -> None:
    assert in_page('<div class="breadcrumb"><a href="/">Home</a> &gt; <a href="/city">City</a> &gt; Story</div>') == "City"
    assert in_page(f'<ul class="crumbs"><li>Home</li><li>City</li><li>{TITLE}</li></ul>') == "City"
    assert in_page('<div class="position">您的位置：首页 &gt; 国际 &gt; 正文</div>') == "国际"
    assert in_page('<div class="path"><a>Example Gazette</a> / <a>City</a></div>') == "City"


def test_boxes_whose_class_only_sounds_like_a_way_are_none() -> None:
    assert in_page('<div class="cookie position-bottom"><a>Ok</a><a>Reject</a></div>') is None
    assert in_page('<div class="u-position-relative"><a>Subscribe</a><a>See my options</a></div>') is None


def test_the_data_are_asked_first() -> None:
    tree = tree_of('<html><body><div class="breadcrumb">Home &gt; Sport</div></body></html>')
    assert section(tree, TITLE, ["Home", "City", TITLE], []) == "City"


def test_lines_that_say_where_the_reader_is_give_the_section() -> None:
    assert in_lines(["登录", "您的位置：首页 > 新闻中心 > 国际 > 正文"], "大桥关闭") == "国际"
    assert in_lines(["Вы здесь: Главная / Экономика / Мост закрыт"], "Мост закрыт") == "Экономика"
    assert in_lines(["The council met on Tuesday."], TITLE) is None


def test_many_boxes_take_little_time() -> None:
    tree = tree_of(f"<html><body>{'<div class=path>' * 500}{'<i>x</i>' * 8_000}</body></html>")
    began = time.process_time()
    assert section(tree, TITLE, [], []) is None
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("海蓝新闻网 > 本地新闻 > 正文", "本地新闻"),
        ("首頁 > 生活", "生活"),
        ("Accueil > Région > Transports", "Transports"),
        ("Prices > wages, says minister", None),
    ],
)
def test_a_way_in_a_line_starts_at_home_or_ends_at_the_article(line: str, section: str | None) -> None:
    assert in_lines([line], "A headline about something else", ["海蓝新闻网"]) == section
