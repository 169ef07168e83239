from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.annotate.statements import Statements
from dragoman.model.annotations import Speaker
from dragoman.model.reading import Reading

Told = Callable[..., Reading]


def speaker(reading: Reading) -> Speaker:
    found = Statements().annotate(reading).statements[-1].speaker
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Russian foreign minister said that the talks would go on."),
        ("zh", "俄罗斯外长表示，谈判将继续。"),
        ("ru", "Глава МИД России заявил, что переговоры продолжатся."),
    ],
)
def test_the_title_of_an_office_stands_for_who_held_it_that_day(told: Told, language: str, text: str) -> None:
    found = speaker(told(language, text))
    assert (found.entity, found.evidence) == ("person:sergey-lavrov", "office")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A Russian foreign minister said that the talks would go on."),
        ("en", "The deputy Russian foreign minister said that the talks would go on."),
        ("zh", "一名俄罗斯外长表示，谈判将继续。"),
    ],
)
def test_a_title_that_is_nobodys_in_particular_stands_for_nobody(told: Told, language: str, text: str) -> None:
    assert speaker(told(language, text)).entity in (None, "RU")


def test_a_pronoun_does_not_stand_for_somebody_of_the_other_gender(told: Told) -> None:
    text = "Spokeswoman Ann Example met chairman Ken Oda. Spokeswoman Ann Example and chairman Ken Oda spoke. She said that it was over."
    found = speaker(told("en", text, {"Ann Example": "NO", "Ken Oda": "JP"}))
    assert (found.name, found.evidence) == ("Ann Example", "pronoun")
