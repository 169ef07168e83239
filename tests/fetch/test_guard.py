"""The fetcher reaches public addresses only, and the very address that was checked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import FetchError
from dragoman.fetch.guard import admit, is_public

INSIDE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1", "255.255.255.255",
    "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "nonsense",
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_inside_the_house_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::808:808"])
def test_addresses_on_the_internet_are_public(address: str) -> None:
    assert is_public(address)


def test_one_private_address_among_public_ones_refuses_the_host() -> None:
    with pytest.raises(FetchError, match="private address"):
        admit("https://news.example/", lambda host, port: ["8.8.8.8", "10.0.0.1"])


def test_the_checked_address_is_the_one_to_connect_to() -> None:
    asked = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append((host, port))
        return ["8.8.8.8"]

    assert admit("https://news.example/a", resolve) == "8.8.8.8"
    assert asked == [("news.example", 443)]


def test_private_addresses_are_reached_when_allowed() -> None:
    assert admit("http://desk.local:8080/", lambda host, port: ["127.0.0.1"], private=True) == "127.0.0.1"


@pytest.mark.parametrize(
    "url", ["ftp://x/", "file:///etc/passwd", "http://", "http://[::1", "http://x:99999/", "gopher://x", "javascript:1"]
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError, match="bad address"):
        admit(url, lambda host, port: ["8.8.8.8"])


def test_an_unknown_host_is_named() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    with pytest.raises(FetchError, match=r"nowhere\.example"):
        admit("http://nowhere.example/", resolve)


@given(st.text(max_size=60))
def test_any_text_is_admitted_or_refused_never_a_crash(url: str) -> None:
    try:
        assert admit(url, lambda host, port: ["8.8.8.8"]) == "8.8.8.8"
    except FetchError as error:
        assert error.reason in ("bad address", "unknown host", "private address")
