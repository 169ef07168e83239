from __future__ import annotations

from dragoman.model.query import Found
from dragoman.web import tongues
from dragoman.web.asked import Asked
from dragoman.web.pages import lists


def test_the_way_on_and_the_way_back():
    asked = Asked("/stories", tongues.get("en"), {"q": "cod", "after": "30"})
    context = lists.context(asked, "Stories", Found((1,), "60"), ("q",))
    assert context["older"] == "/stories?after=60&q=cod"
    assert context["newest"] == "/stories?q=cod"
    assert context["filtered"] is True


def test_one_page_needs_no_way():
    context = lists.context(Asked("/stories", tongues.get("zh"), {}), "x", Found(()), ("q",))
    assert (context["older"], context["newest"], context["filtered"]) == (None, None, False)
    assert context["crumbs"] == [("首页", "/"), ("x", None)]
