from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.web import tongues


def test_the_portal_speaks_seven_languages():
    assert {"ar", "en", "es", "fr", "ru", "zh-Hans", "zh-Hant"} <= set(tongues.codes())
    names = {tongue.code: tongue.autonym for tongue in tongues.everyone()}
    assert (names["zh-Hans"], names["zh-Hant"], names["ru"], names["ar"]) == ("简体中文", "繁體中文", "Русский", "العربية")
    assert tongues.get("zh-Hans").catalog.gettext("Search") == "检索"
    assert tongues.get("zh-Hant").catalog.gettext("Search") == "搜尋"
    assert tongues.get("xx").code == "en"
    assert [tongue.code for tongue in tongues.everyone() if tongue.direction == "rtl"] == ["ar"]


@pytest.mark.parametrize(
    ("asked", "served"),
    [
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("zh-Hant-SG", "zh-Hant"),
        ("zh-hans-hk", "zh-Hans"),
        ("zh_TW", "zh-Hant"),
        ("ar-EG", "ar"),
        ("fr-CA", "fr"),
        ("es-419", "es"),
        ("ru-Latn", "ru"),
    ],
)
def test_a_tag_is_served_in_its_script(asked, served):
    assert tongues.get(asked).code == served
    assert tongues.choose(asked, None, None) == served
    assert tongues.choose(None, None, "xx, " + asked.replace("_", "-") + ";q=0.5") == served


def test_address_beats_cookie_beats_header():
    assert tongues.choose("zh", "en", "en") == "zh-Hans"
    assert tongues.choose(None, "zh", "en") == "zh-Hans"
    assert tongues.choose(None, None, "zh-CN,zh;q=0.9,en;q=0.8") == "zh-Hans"
    assert tongues.choose("xx", "nonsense", None) == "en"


def test_the_header_is_weighed():
    assert tongues.choose(None, None, "en;q=0.2, zh;q=0.7") == "zh-Hans"
    assert tongues.choose(None, None, "zh;q=0, xx") == "en"


@given(st.text(max_size=200), st.text(max_size=20))
def test_no_header_breaks_the_choice(header, cookie):
    assert tongues.choose(None, cookie, header) in tongues.codes()


def test_direction_of_foreign_text():
    assert [tongues.direction(code) for code in ("ar", "he", "en", "zh", "nonsense-code")] == ["rtl", "rtl", "ltr", "ltr", "auto"]


def test_unknown_languages_get_no_tag():
    assert [tongues.tag(code) for code in ("zh", "zh-Hant", "xx", "und", 'en"><b', "")] == ["zh", "zh-Hant", "", "", "", ""]


def test_a_title_for_the_reader_or_none():
    titles = {"en": "Talks", "zh-Hant": "會談"}
    assert tongues.pick(titles, "zh") == ("會談", "zh-Hant")
    assert tongues.pick(titles, "en") == ("Talks", "en")
    assert tongues.pick(titles, "ru") is None
    assert tongues.pick({"zh-Hant": "會談", "zh": "会谈"}, "zh-Hans") == ("会谈", "zh")
