from __future__ import annotations

import pytest

from dragoman.web import tongues
from dragoman.web.asked import PAGE, Asked, WrongAddressError


def asked(**params: str) -> Asked:
    return Asked("/statements", tongues.get("en"), params)


def test_filters_become_a_query():
    query = asked(q=" cod ", language="zh", party="NO", since="2031-01-02", limit="5", after="10").query()
    assert (query.text, query.language, query.party, query.since, query.limit, query.after) == ("cod", "zh", "NO", "2031-01-02", 5, "10")
    assert asked().query().limit == PAGE
    assert asked(language="").query().language is None


@pytest.mark.parametrize(
    "params", [{"since": "x"}, {"until": "2031-02-30"}, {"limit": "101"}, {"limit": "-1"}, {"limit": "٣"}, {"q": "x" * 401}]
)
def test_what_cannot_be_asked_is_refused(params):
    with pytest.raises(WrongAddressError):
        asked(**params).query()


def test_a_word_must_be_one_of_the_words():
    assert asked(show="names").one_of("show", ("names", "none")) == "names"
    assert asked().one_of("show", ("names",)) is None
    with pytest.raises(WrongAddressError, match="cannot be"):
        asked(show="x").one_of("show", ("names",))


def test_control_characters_are_dropped():
    assert asked(q="a\x00b\r\nc").text("q") == "a b c" or asked(q="a\x00b\r\nc").text("q") == "a b \nc"


def test_this_address_with_changes_keeps_the_filters_and_drops_the_language():
    here = asked(q="a b", lang="zh", after="3")
    assert here.here() == "/statements?after=3&q=a+b"
    assert here.here(after=None) == "/statements?q=a+b"
    assert here.here(lang="en", after=None) == "/statements?lang=en&q=a+b"
    assert asked().here() == "/statements"
