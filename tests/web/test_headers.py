from __future__ import annotations

import pytest

from dragoman.web import headers


def test_the_policy_lets_nothing_run():
    assert headers.POLICY.startswith("default-src 'none'")
    assert "script-src" not in headers.POLICY
    assert "unsafe" not in headers.POLICY


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
