from __future__ import annotations

import msgspec
import pytest

from dragoman.errors import NotFoundError
from dragoman.web.api.writing import WRITING, Said


@pytest.mark.parametrize("things", [[], ["a"], ["a", ""], ["a", "b" * 401], ["a"] * 101])
def test_a_word_has_two_things_and_no_thing_is_empty_or_endless(things):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"kind": "same", "things": things}, Said)


@pytest.mark.parametrize("number", ["", "x", "-1", "²", "1" * 30])
def test_a_judgement_is_known_by_its_number(desk, number):
    undo = next(one for one in WRITING if one.name == "undo")
    with pytest.raises(NotFoundError):
        undo.change(desk, None, number, "ada")
