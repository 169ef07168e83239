from __future__ import annotations

import pytest

from dragoman.link.definitions import definitions
from dragoman.model.annotations import Mention


def found(text: str, *names: str) -> tuple[tuple[str, str], ...]:
    mentions = [Mention(text.index(name), text.index(name) + len(name), name, "organisation") for name in names]
    return definitions(text, mentions)


@pytest.mark.parametrize(
    ("text", "name", "short", "long"),
    [
        ("联合河流委员会(联河委)昨天开会。", "联合河流委员会", "联河委", "联合河流委员会"),
        ("联合河流委员会（以下简称：联河委）昨天开会。", "联合河流委员会", "联河委", "联合河流委员会"),
        ("The Joint River Board (JRB) met.", "Joint River Board", "JRB", "Joint River Board"),
        ("ОРК (Объединённая речная комиссия) собралась.", "ОРК", "ОРК", "Объединённая речная комиссия"),
    ],
)
def test_a_bracket_behind_a_name_defines_its_short_form(text: str, name: str, short: str, long: str) -> None:
    assert found(text, name) == ((short, long),)


def test_a_bracket_that_says_something_else_defines_nothing() -> None:
    assert found("The Joint River Board (founded in 1999) met.", "Joint River Board") == ()


def test_a_person_has_no_short_form_in_brackets() -> None:
    text = "Ann Example (AE) spoke."
    assert definitions(text, [Mention(0, 11, "Ann Example", "person")]) == ()
