from __future__ import annotations

import pytest
from litestar.testing import TestClient

from dragoman.web import headers
from dragoman.web.app import create_app
from dragoman.web.care import Care


def test_the_policy_lets_only_our_own_files_run():
    rules = dict(rule.split(" ", 1) for rule in headers.POLICY.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"
    assert rules["require-trusted-types-for"] == "'script'"
    assert rules["trusted-types"] == "'none'"
    assert not any(word in headers.POLICY for word in ("unsafe", "http:", "https:", "data:", "blob:", "*"))


def test_https_is_insisted_on_only_where_the_portal_is_reached_by_it(desk):
    for https, name in ((True, "strict-transport-security"), (False, "")):
        with TestClient(create_app(desk, care=Care(https=https))) as client:
            answer = client.get("/?lang=en")
            assert ("strict-transport-security" in answer.headers) is bool(name)
            assert ("secure" in answer.headers["set-cookie"].lower()) is https


def test_the_same_page_has_the_same_tag():
    assert headers.etag(b"x") == headers.etag(b"x")
    assert headers.etag(b"x") != headers.etag(b"y")


def test_tags_are_compared_weakly():
    tag = headers.etag(b"x")
    assert headers.fresh(tag, tag)
    assert headers.fresh(f'"other", {tag.removeprefix("W/")}', tag)
    assert headers.fresh("*", tag)
    assert not headers.fresh('W/"other"', tag)
    assert not headers.fresh(None, tag)


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST:80", "[::1]:8000", "127.1.2.3"])
def test_this_machine_is_known_by_its_names(host):
    assert headers.loopback_only(host)


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "[::2]:8000", "192.168.0.1", "", None]
)
def test_other_names_are_not_this_machine(host):
    assert not headers.loopback_only(host)
