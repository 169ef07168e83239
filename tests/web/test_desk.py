from __future__ import annotations

import inspect

import pytest

from dragoman.desk import Desk
from dragoman.web.desk import JudgingDesk, ReadingDesk

READING = {name: verb for name, verb in vars(ReadingDesk).items() if not name.startswith("_")}
JUDGING = {name: verb for name, verb in vars(JudgingDesk).items() if not name.startswith("_")}
VERBS = {**READING, **JUDGING}


def test_the_portal_asks_for_verbs_that_read_and_for_people_s_words_only():
    assert sorted(JUDGING) == ["judge", "undo"]
    assert sorted(READING) == [
        "agenda",
        "around",
        "arrived",
        "articles",
        "beside",
        "breadth",
        "brief",
        "by_outlet",
        "compare",
        "compare_languages",
        "entities",
        "entity",
        "filed",
        "judgements",
        "latest",
        "many",
        "mark",
        "mark_read",
        "marked",
        "marks",
        "outlet",
        "outlets",
        "outline",
        "picture",
        "picture_link",
        "problems",
        "pulse",
        "reading",
        "ready",
        "search",
        "statements",
        "stories",
        "story_of",
        "tallies",
        "tombstone",
        "version",
        "versions",
    ]


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_the_desk_and_its_fake_have_every_verb_as_the_portal_calls_it(fakes, verb):
    wanted = list(inspect.signature(VERBS[verb]).parameters)
    assert list(inspect.signature(getattr(Desk, verb)).parameters) == wanted
    assert list(inspect.signature(getattr(fakes.FakeDesk, verb)).parameters) == wanted
