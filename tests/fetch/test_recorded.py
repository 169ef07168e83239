"""The recorded fetcher answers like a server, from memory."""

import pytest

from dragoman.errors import FetchError
from dragoman.fetch.recorded import RecordedFetcher
from dragoman.model.source import Lead


def test_a_recorded_page_comes_with_its_encoding() -> None:
    page = RecordedFetcher({"https://a.example/": "<p>北约</p>".encode()}).fetch(Lead("https://a.example/", "s"))
    assert page.body.decode(page.encoding) == "<p>北约</p>"
    assert page.source == "s"


def test_any_other_address_is_an_error() -> None:
    with pytest.raises(FetchError, match="status"):
        RecordedFetcher({}).fetch(Lead("https://a.example/"))
