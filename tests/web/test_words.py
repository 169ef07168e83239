from __future__ import annotations

from typing import get_args

from dragoman.model import annotations, article, problem
from dragoman.web.words import WORDS, later, term


def test_every_word_of_the_model_has_its_term():
    for group, kind in (
        ("mention", annotations.MentionType),
        ("act", annotations.Act),
        ("mode", annotations.Mode),
        ("stance", annotations.StanceKind),
        ("status", annotations.Status),
        ("precision", annotations.TimePrecision),
        ("notice", article.NoticeKind),
        ("precision", article.Precision),
        ("stage", problem.Stage),
    ):
        assert set(get_args(kind)) <= set(WORDS[group]), group


def test_an_unknown_word_is_shown_in_words():
    assert term("act", "sings") == "sings"
    assert term("issue", "cod-quota_cut") == "cod quota cut"
    assert later("x") == "x"
