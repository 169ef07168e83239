from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.query import Query


@pytest.mark.parametrize(
    ("after", "items"), [(None, 0), ("", 0), ("50", 50), ("2031-03-10|a1", 0), ("-5", 0), ("²", 0), ("9" * 5000, 999_999_999)]
)
def test_the_offset_is_the_number_of_items_before_the_page(after, items):
    assert Query(after=after).offset == items


@given(st.text())
def test_no_address_breaks_the_offset(after):
    assert 0 <= Query(after=after).offset < 10**9
