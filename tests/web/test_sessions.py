"""Who is asking, and where one may be led."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.sessions import ALONE, HOME, JUDGE, Reader, login_link, safe_next

DESK = "https://desk.example/login"


@pytest.mark.parametrize("wanted", ["/", "/story/s1?mark=1-2#c3", "/search?q=%E5%8C%97%E7%BA%A6", "/entities/person%3Aa~1b"])
def test_addresses_of_the_portal_are_led_to(wanted: str) -> None:
    assert safe_next(wanted) == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        "",
        "story/s1",
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example",
        "\\/evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/x\r\nSet-Cookie: a=b",
        "/x\r\nLocation: https://evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        " //evil.example",
        "/\u2028/evil.example",
        "/\u00a0/evil.example",
        "/login?next=/login",
        "/logout",
        "/password/x",
        "/x" * 2000,
    ],
)
def test_whatever_else_leads_to_the_front_page(wanted: str) -> None:
    assert safe_next(wanted) == HOME


@given(st.one_of(st.text(max_size=60), st.text(alphabet="/\\:.@?#%\t\r\n a0", max_size=20)))
def test_no_text_leads_off_the_desk_or_breaks_a_header(wanted: str) -> None:
    led = safe_next(wanted)
    assert urlsplit(urljoin(DESK, led)).netloc == "desk.example"
    assert led.isascii()
    assert led.isprintable()
    assert not led.startswith("//")
    assert safe_next(led) in (led, HOME)


def test_the_link_to_log_in_leads_back() -> None:
    assert login_link("/story/s1", "/story/s1?mark=1-2") == "/login?next=/story/s1%3Fmark%3D1-2"
    assert login_link("/", "/") == login_link("/login", "/login?next=/x") == login_link("/register", "/register") == "/login"


def test_what_readers_may() -> None:
    assert ALONE.may("analyst")
    assert not ALONE.may("editor")
    assert JUDGE.may("editor")
    stranger = Reader("open")
    assert not stranger.may("reader")
    assert (ALONE.marks, stranger.marks, Reader("open", "reader", "u1").marks) == (True, False, True)
