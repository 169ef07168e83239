"""Annotators stand in the order of what they need and give; a run says who took part."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.annotate import order, run
from dragoman.errors import PartError
from dragoman.model.annotations import Sentence
from dragoman.model.article import Article, LanguageEvidence, SourceRef
from dragoman.model.reading import Reading


class Part:
    """An annotator that needs and gives what it is told."""

    version = "1"

    def __init__(self, name: str, needs: tuple[str, ...], gives: tuple[str, ...]) -> None:
        self.name, self.needs, self.gives = name, needs, gives

    def annotate(self, reading: Reading) -> Reading:
        return replace(reading, sentences=(*reading.sentences, Sentence(0, 1, self.name)))


FIRST, LINK, LAST = (
    Part("a", (), ("mentions",)),
    Part("link", ("mentions",), ("mentions", "entities")),
    Part("z", ("mentions", "entities"), ("events",)),
)


@pytest.mark.parametrize("given", [(FIRST, LINK, LAST), (LAST, LINK, FIRST), (LINK, LAST, FIRST)])
def test_a_part_that_refines_a_field_comes_between_its_maker_and_its_users(given: tuple[Part, ...]) -> None:
    assert order(given) == (FIRST, LINK, LAST)


def test_a_need_that_nobody_gives_names_itself() -> None:
    with pytest.raises(PartError, match="entities"):
        order([FIRST, LAST])


def test_a_circle_is_an_error() -> None:
    with pytest.raises(PartError, match="circle"):
        order([Part("one", ("times",), ("events",)), Part("two", ("events",), ("times",))])


def test_a_run_calls_every_part_once_and_says_so() -> None:
    article = Article("a", "u", SourceRef("s", "S"), "T", "x", "en", LanguageEvidence("t", 1.0))
    reading = run(article, [FIRST, LINK])
    assert [sentence.by for sentence in reading.sentences] == ["a", "link"]
    assert reading.made_by == ("a@1", "link@1")
