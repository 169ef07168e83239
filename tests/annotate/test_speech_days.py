from __future__ import annotations

import pytest

from dragoman.annotate.stances import Stances
from dragoman.annotate.statements import Statements
from dragoman.model.reading import Reading

PEOPLE = {"Hanna Roos": "EE", "Roos": "EE", "李明浩": "KR"}
DAYS = {"Monday": "2024-05-06", "May 1997": "1997-05-01", "Tuesday": "2024-05-07", "3月2日": "2024-03-02", "понедельник": "2024-05-06"}


def read(reading: Reading) -> Reading:
    return Stances().annotate(Statements().annotate(reading))


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "On Monday, Roos said that the border is open.", "2024-05-06"),
        ("en", "Speaking to reporters Tuesday, Roos said that the border is open.", "2024-05-07"),
        ("en", "“The border is open,” Roos said on Monday.", "2024-05-06"),
        ("en", "Roos said that the treaty of May 1997 still holds.", None),
        ("en", "The two met in Oslo on Monday, and Roos said that the border is open.", None),
        ("zh", "3月2日，李明浩表示，会谈很有成果。", "2024-03-02"),
        ("zh", "双方3月2日在首尔举行了长时间的会谈，会后李明浩表示，会谈很有成果。", None),
    ],
)
def test_a_day_counts_in_the_clause_of_the_cue_and_outside_the_words(told, language: str, text: str, day: str | None) -> None:
    assert [statement.date for statement in read(told(language, text, PEOPLE, DAYS)).statements] == [day]


@pytest.mark.parametrize(
    ("language", "text", "since"),
    [
        ("en", "Norway demanded on Monday that forces go back to the lines of May 1997.", "2024-05-06"),
        ("en", "Norway demanded that forces go back to the lines of May 1997.", "2024-05-06"),
        ("en", "On Tuesday, Norway rejected the demand.", "2024-05-07"),
        ("zh", "挪威要求军队退回3月2日以前的位置。", "2024-05-06"),
    ],
)
def test_a_stance_holds_since_its_own_day_and_else_since_the_article(told, language: str, text: str, since: str) -> None:
    assert [stance.since for stance in read(told(language, text, PEOPLE, DAYS)).stances] == [since]
