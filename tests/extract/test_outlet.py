from __future__ import annotations

import pytest

from dragoman.extract.outlet import country


@pytest.mark.parametrize(
    ("host", "code"),
    [("news.example.co.uk", "GB"), ("example.de", "DE"), ("example.com", None), ("example.tv", None), ("", None), ("localhost", None)],
)
def test_a_country_domain_tells_the_country_and_no_other_does(host: str, code: str | None) -> None:
    assert country(host) == code
