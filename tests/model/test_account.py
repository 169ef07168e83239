"""Names as they are compared, and what roles may do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.account import ROLES, folded, may


@pytest.mark.parametrize(("typed", "same"), [("Ana", " ANA "), ("ＡＢＣ", "abc"), ("straße", "STRASSE"), ("ﬁn", "FIN")])
def test_names_that_look_alike_are_one(typed: str, same: str) -> None:
    assert folded(typed) == folded(same)


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert folded(folded(name)) == folded(name)


def test_a_role_may_do_what_lower_ones_may() -> None:
    assert [role for role in ROLES if may(role, "editor")] == ["admin", "editor"]
