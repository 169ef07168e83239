from __future__ import annotations

from dragoman.annotate.event_clauses import clause_at
from dragoman.annotate.event_lexicon import lexicon, triggers
from dragoman.annotate.event_scene import Memory, Scene, cast_of, dateline, evidence, page, parts_of, prepare, remember
from dragoman.annotate.event_times import Moment
from dragoman.model.annotations import Mention, Sentence, TimeExpression
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading

TEXT = "On 3 May, Chad — a neighbour of Mali — met Niger. "
MONDAY = Moment(0, 1, "2023-05-08", "2023-05-08", "day")


def scene(published: str = "2023-05-08", line: str | None = "ACCRA") -> Scene:
    article = Article(
        id="a",
        url="u",
        source=SourceRef("s", "S"),
        title="",
        text=TEXT,
        language="en",
        language_evidence=LanguageEvidence("test", 1.0),
        dateline=line,
        published=Published(published, "day"),
    )
    mentions = tuple(
        Mention(TEXT.index(name), TEXT.index(name) + len(name), name, "place", entity=code, party=code)
        for name, code in (("Chad", "TD"), ("Mali", "ML"), ("Niger", "NE"))
    )
    times = (TimeExpression(3, 8, "3 May", "2023-05-03", "day", "date", "2023-05-03", "2023-05-03"),)
    book = lexicon("en")
    reading = Reading(article, mentions=mentions, times=times)
    return prepare(page(reading, book), Sentence(0, len(TEXT)), tuple(triggers(TEXT, book)), True)


def test_names_in_insertions_take_no_part() -> None:
    assert [one.text for one in scene().names] == ["Chad", "Niger"]


def test_sides_are_gathered_over_the_clauses_before() -> None:
    one = scene()
    trigger = one.triggers[0]
    clause = one.clauses[clause_at(one.clauses, trigger.start)]
    assert sorted(cast_of(one, trigger, clause, Memory()).parties) == ["NE", "TD"]
    assert [part.mention.text for part in parts_of(one, clause)] == ["Niger"]


def test_times_are_blanked_for_reading_tense() -> None:
    assert "May" not in scene().plain
    assert len(scene().plain) == len(TEXT)


def test_evidence_is_the_sentence_without_its_white_space() -> None:
    one = scene()
    found = evidence(one, one.triggers[0])
    assert found.text == TEXT.strip() == TEXT[found.start : found.end]


def test_a_dateline_places_only_what_happens_on_that_day() -> None:
    assert dateline(scene(), MONDAY) == ("Accra", None)
    assert dateline(scene(published="2023-05-09"), MONDAY) == ("Accra", None)
    assert dateline(scene(published="2023-05-12"), MONDAY) == (None, None)
    assert dateline(scene(line=None), MONDAY) == (None, None)


def test_the_sides_of_a_sentence_are_remembered() -> None:
    memory = Memory()
    remember(memory, scene(), [], 0)
    assert memory.parties == ("TD", "NE")
