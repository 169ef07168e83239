from __future__ import annotations

import re

import pytest

from dragoman.annotate.stance_polarity import sign, stance_under
from dragoman.annotate.stance_table import Frame

NOT = re.compile(r"\b(?:not|never)\b")


def frame(plain: str | None, negated: str | None, kind: str = "verb") -> Frame:
    return Frame(re.compile("x"), kind, plain, negated, False, False, False, False)  # type: ignore[arg-type]


@pytest.mark.parametrize(("words", "wanted"), [("they will", 1), ("they will not", -1), ("it is not that they will never", 1), ("", 1)])
def test_negations_multiply(words: str, wanted: int) -> None:
    assert sign(words, NOT) == wanted


def test_each_sign_has_its_own_stance_and_may_have_none() -> None:
    willing, reject = frame("offer", "refusal"), frame("refusal", None)
    assert [stance_under(willing, value) for value in (1, -1)] == ["offer", "refusal"]
    assert [stance_under(reject, value) for value in (1, -1)] == ["refusal", None]


def test_a_negated_verdict_is_no_refusal() -> None:
    assert stance_under(frame("refusal", "offer", kind="idiom"), -1) is None
