from __future__ import annotations

from msgspec.structs import replace

from dragoman.brief.gaps import gaps
from dragoman.model.annotations import Event, Statement
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading
from dragoman.model.spans import Evidence
from dragoman.model.story import Answer, Position

WORDS = Evidence("a", 0, 4, "They")
MEETING = Event("e1", "consult", "they meet", "2023-05", "2023-05", "month", "announced", None, ("RU", "CN"), (), None, (WORDS,))


def reading(language: str = "en", published: Published | None = None) -> Reading:
    article = Article(
        id="a",
        url="a",
        source=SourceRef("s", "S"),
        title="",
        text="They agree.",
        language=language,
        language_evidence=LanguageEvidence("script", 1.0),
        published=published or Published("2023-05-01", "day"),
    )
    return Reading(article, events=(MEETING,))


def statement(party: str) -> Statement:
    return Statement(None, party, "state", "indirect", None, "They", 0, 4, None, WORDS)


def of_kind(kind: str, *args: object) -> list[tuple[str, int, int]]:
    return [(gap.what, gap.seen, gap.of) for gap in gaps(*args) if gap.kind == kind]  # type: ignore[arg-type]


def test_a_party_without_a_statement_is_named_with_the_number_of_articles() -> None:
    held = (reading(), reading("zh"))
    assert of_kind("statement", held, (), (statement("CN"),), ()) == [("no statement by Russia", 0, 2)]


def test_a_demand_without_an_answer_is_a_gap_and_an_answered_one_is_not() -> None:
    open_demand = Position("RU", "arms", "demand", "fewer arms", None, (WORDS,))
    answered = Position("CN", "arms", "demand", "more arms", None, (WORDS,), answers=(Answer("RU", "refusal", "no", (WORDS,)),))
    (gap,) = of_kind("answer", (reading(),), (open_demand, answered), (), ())
    assert gap == ("no answer to the demand of Russia: fewer arms", 0, 1)


def test_a_language_of_a_party_with_nothing_held_is_named() -> None:
    assert of_kind("language", (reading("en"),), (), (), ()) == [("no article in Chinese", 0, 1), ("no article in Russian", 0, 1)]
    assert of_kind("language", (reading("ru"), reading("zh-Hans")), (), (), ()) == []


def test_an_agenda_entry_without_place_or_day_is_named() -> None:
    assert of_kind("place", (reading(),), (), (), (MEETING,)) == [("no place given for 2023-05: they meet", 0, 1)]
    assert of_kind("day", (reading(),), (), (), (MEETING,)) == [("no day given for 2023-05: they meet", 0, 1)]


def test_articles_without_a_date_are_counted() -> None:
    held = (reading(), reading(published=Published()))
    assert of_kind("date", held, (), (), ()) == [("articles with a known date", 1, 2)]
    assert of_kind("date", (reading(),), (), (), ()) == []


def test_a_measure_that_takes_effect_needs_no_place() -> None:
    effect = replace(MEETING, type="deadline")
    assert of_kind("place", (reading(),), (), (), (effect,)) == []
