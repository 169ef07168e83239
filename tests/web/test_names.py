from __future__ import annotations

from dragoman.web import names
from dragoman.web.names import Name


def test_a_name_comes_in_the_readers_language_with_the_language_it_is_in():
    for code, text in (("zh-Hans", "北约"), ("zh-Hant", "北約"), ("ru", "НАТО"), ("fr", "OTAN"), ("ar", "حلف شمال الأطلسي")):
        name = names.known("NATO", code)
        assert name == text
        assert name is not None
        assert name.language.split("-")[0] == code.split("-")[0]
    own = names.known("person:vladimir-putin", "zh-Hant")
    assert (own, own and own.language) == ("佛拉迪米爾·普丁", "zh-Hant")


def test_a_name_without_a_form_in_that_language_says_which_it_is_in():
    name = names.known("org:ru-mfa", "ar")
    assert name is not None
    assert name.isascii()
    assert name.language == "en"
    assert names.isolated(name, "ar") == f'<bdi lang="en" dir="ltr">{name}</bdi>'
    assert names.isolated(name, "en") == f"<bdi>{name}</bdi>"


def test_who_is_not_known_has_no_name():
    assert names.known("person:nobody-at-all", "ru") is None
    assert names.known(None, "ru") is None
    assert names.known("", "ru") is None


def test_a_name_is_escaped_and_claims_no_language_that_is_not_known():
    assert names.isolated("<b>", "ar") == "<bdi>&lt;b&gt;</bdi>"
    assert names.isolated(Name("<b>"), "ar") == '<bdi lang="">&lt;b&gt;</bdi>'
    assert names.isolated(Name("كويل", "ar"), "fr") == '<bdi lang="ar" dir="rtl">كويل</bdi>'
    assert names.isolated(Name("x", 'en"><script>'), "fr") == '<bdi lang="">x</bdi>'
