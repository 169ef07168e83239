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
