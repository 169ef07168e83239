"""robots.txt is obeyed as RFC 9309 says."""

import pytest

from dragoman.fetch.robots import Robots

SITE = "https://news.example"


@pytest.mark.parametrize(("status", "text", "allowed"), [
    (200, "User-agent: *\nDisallow: /private/", True),
    (200, "User-agent: *\nDisallow: /", False),
    (200, "User-agent: dragoman\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
    (404, "User-agent: *\nDisallow: /", True),
    (403, "", True),
    (503, "", False),
    (200, "\x00 not a robots file", True),
])  # fmt: skip
def test_what_a_site_says_is_what_is_done(status: int, text: str, allowed: bool) -> None:
    robots = Robots("dragoman")
    robots.learn(SITE, status, text)
    assert robots.knows(SITE)
    assert robots.allows(SITE, SITE + "/world/1") is allowed


def test_a_site_that_was_not_asked_yet_is_not_known() -> None:
    assert not Robots("dragoman").knows(SITE)
