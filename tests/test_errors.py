"""Errors say what is wrong in one line."""

import pytest

from dragoman.errors import DragomanError, ExtractError, FetchError


@pytest.mark.parametrize("kind", [FetchError, ExtractError])
def test_an_error_of_a_page_has_a_stable_reason_and_a_detail_for_people(kind: type[FetchError] | type[ExtractError]) -> None:
    error = kind("too large", "over 15 MB")
    assert (error.reason, error.detail, str(error)) == ("too large", "over 15 MB", "too large: over 15 MB")
    assert str(kind("empty")) == "empty"
    assert isinstance(error, DragomanError)
