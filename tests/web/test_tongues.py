from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.web import tongues


def test_the_portal_speaks_chinese_and_english():
    assert {"en", "zh"} <= set(tongues.codes())
    assert tongues.get("zh").autonym == "中文"
    assert tongues.get("zh").catalog.gettext("Latest") == "最新资讯"
    assert tongues.get("xx").code == "en"


def test_address_beats_cookie_beats_header():
    assert tongues.choose("zh", "en", "en") == "zh"
    assert tongues.choose(None, "zh", "en") == "zh"
    assert tongues.choose(None, None, "zh-CN,zh;q=0.9,en;q=0.8") == "zh"
    assert tongues.choose("xx", "nonsense", None) == "en"


def test_the_header_is_weighed():
    assert tongues.choose(None, None, "en;q=0.2, zh;q=0.7") == "zh"
    assert tongues.choose(None, None, "zh;q=0, fr") == "en"
    assert tongues.choose(None, None, "zh-TW") == "zh"


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
