from __future__ import annotations

from typing import get_args

import pytest

from dragoman.accounts.keys import Scope
from dragoman.brief import likeness
from dragoman.model.account import Role
from dragoman.model.takedown import PleaState
from dragoman.web import terms, words


def test_a_marked_message_is_the_message():
    assert terms.later("names") == "names"


def test_every_reason_of_likeness_has_its_words():
    assert set(likeness.ENOUGH) <= set(terms.LIKENESS)
    assert words.term("likeness", "only one") == terms.LIKENESS["only one"]


@pytest.mark.parametrize(("kind", "table"), [(Role, terms.RANK), (Scope, terms.SCOPE), (PleaState, terms.PLEA)])
def test_every_rank_scope_and_state_of_a_request_has_its_words(kind, table):
    assert set(table) == set(get_args(kind))
    assert all(table.values())
