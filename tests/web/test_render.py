from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from dragoman.web import render, tongues
from dragoman.web.asked import Answer, Asked


def asked(code: str = "en") -> Asked:
    return Asked("/", tongues.get(code), {})


def test_everything_is_escaped():
    page = render.html(Answer("error.html", {"status": 400, "detail": "<b>&\"'"}), asked())
    assert "&lt;b&gt;&amp;&#34;&#39;" in page


def test_a_name_that_the_page_does_not_give_is_an_error_not_a_blank():
    with pytest.raises(UndefinedError):
        render.html(Answer("latest.html", {}), asked())


def test_pages_speak_the_readers_language():
    page = render.html(Answer("error.html", {"status": 404, "detail": ""}), asked("zh"))
    assert '<html lang="zh-Hans" dir="ltr" data-theme="auto">' in page
    assert "找不到" in page
    assert "Not found" not in page


def test_every_template_compiles_in_every_language():
    for code in tongues.codes():
        environment = render.environment(code)
        assert [environment.get_template(name).name for name in environment.list_templates()]


def test_clock_times_are_shown_in_the_readers_zone():
    template = render.environment("fr").from_string("{{ day('2031-03-10T09:30+01:00').text }}")
    assert template.render({"asked": asked("fr")}) == "10 mars 2031 09:30 +01:00"
    assert template.render({"asked": Asked("/", tongues.get("fr"), {}, zone="Europe/Moscow")}) == "10 mars 2031 11:30 (Moscou)"
    assert template.render({"asked": Asked("/", tongues.get("fr"), {}, zone="No/Where")}) == "10 mars 2031 09:30 +01:00"


def test_numbers_in_messages_are_written_as_the_language_writes_them():
    source = "{% trans num=12345 %}{{ num }} article{% pluralize %}{{ num }} articles{% endtrans %} {{ signed(-1.25) }}"
    shown = {code: render.environment(code).from_string(source).render({"asked": asked(code)}) for code in ("en", "ru", "es")}
    assert shown["en"] == "12,345 articles -1.2"
    assert shown["ru"].replace("\xa0", " ") == "12 345 статей -1,2"
    assert shown["es"] == "12.345 artículos -1,2"


def test_values_in_messages_are_escaped():
    template = render.environment("en").from_string("{{ _('via %(names)s', names='<b>') }}")
    assert template.render({"asked": asked()}) == "via &lt;b&gt;"
