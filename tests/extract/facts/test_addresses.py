from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.facts.addresses import canonical, clean, elsewhere, original, same_page

PAGE = "https://www.example.org/city/2020/bridge-closes"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("/city/2020/bridge-closes?x=1", "https://www.example.org/city/2020/bridge-closes?x=1"),
        ("//example.org/city/2020/bridge-closes", "https://example.org/city/2020/bridge-closes"),
        ("https://www.example.org/city/2020/bridge-closes?utm_source=a&id=4#top", "https://www.example.org/city/2020/bridge-closes?id=4"),
        ("https://news.example.org/bridge", "https://news.example.org/bridge"),
        ("https://other.example.com/x/bridge-closes", "https://other.example.com/x/bridge-closes"),
    ],
)
def test_canonical_links_are_resolved_and_cleaned(link: str, address: str) -> None:
    assert canonical([link], PAGE) == address


@pytest.mark.parametrize(
    "link",
    [
        "https://www.example.org/", "https://www.example.org", "/city/", "http://localhost/bridge", "https://cdn.other.net/template/default",
        "javascript:void(0)", "{{ url }}", "", "http://[bad",
    ],
)  # fmt: skip
def test_a_canonical_link_that_cannot_be_the_articles_is_refused(link: str) -> None:
    assert canonical([link], PAGE) == PAGE


def test_without_an_address_of_the_page_the_first_whole_link_counts() -> None:
    assert canonical(["", "//example.org/a"], None) == "https://example.org/a"
    assert canonical(["/a"], None) is None


def test_an_archives_copy_has_the_address_of_what_it_copies() -> None:
    copy = f"https://web.archive.org/web/20200101000000/{PAGE}"
    assert original(copy) == PAGE
    assert canonical([copy], copy) == PAGE


def test_links_to_other_sites_are_told_from_links_within() -> None:
    assert elsewhere("https://example.com/a?fbclid=1", PAGE) == "https://example.com/a"
    assert elsewhere("https://m.example.org/a", PAGE) is None
    assert elsewhere("Example News", PAGE) is None


def test_one_page_under_two_addresses_is_one_page() -> None:
    assert same_page("http://m.example.org/a/", "https://www.example.org/a?utm_source=x")
    assert not same_page("https://example.org/a?id=1", "https://example.org/a?id=2")


@given(st.text(max_size=80))
def test_no_link_breaks_the_reader(link: str) -> None:
    assert canonical([link, PAGE], PAGE)
    assert clean(clean(link)) == clean(link) or "%" in link
