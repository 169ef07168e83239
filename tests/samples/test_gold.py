"""The sample corpus is read, filed and briefed as a careful reader would: `samples/gold.json` holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.desk import Desk
from dragoman.model.query import Query
from dragoman.model.reading import Reading
from dragoman.model.story import Brief

SAMPLES = Path(__file__).parents[2] / "samples"
GOLD = json.loads((SAMPLES / "gold.json").read_text("utf-8"))
FILES = sorted(GOLD["pages"])


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    with Desk.open() as desk:
        made = list(desk.read([str(SAMPLES / name) for name in FILES]))
    assert all(isinstance(reading, Reading) for reading in made), made
    return dict(zip(FILES, made, strict=True))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    opened = Desk.open(desk=str(tmp_path_factory.mktemp("desk") / "d"))
    done = opened.collect([str(SAMPLES)])
    assert (done.new, done.failed) == (len(FILES), 0), done
    return opened


@pytest.fixture(scope="module")
def home(desk: Desk, readings: dict[str, Reading]) -> dict[str, str]:
    """Story id by file."""
    by_article = {member.article: story.id for story in desk.stories(Query(limit=1000)).items for member in story.members}
    return {name: by_article[reading.article.id] for name, reading in readings.items()}


def brief_of(desk: Desk, home: dict[str, str], story: str) -> Brief:
    return desk.brief(home[GOLD["stories"][story][0]])


@pytest.mark.parametrize("name", FILES)
def test_the_article_is_clean_and_its_facts_are_right(readings: dict[str, Reading], name: str) -> None:
    article, gold = readings[name].article, GOLD["pages"][name]
    assert article.language == gold["language"]
    assert article.title == gold["title"]
    assert article.text.startswith(gold["starts"])
    assert article.text.endswith(gold["ends"])
    assert [line for line in gold["absent"] if line in article.text] == []
    assert gold["source"] in article.source.title
    assert (article.published.value or "")[:10] == (gold["published"] or "")
    assert article.published.precision == gold["precision"]
    if "earliest_not_before" in gold:
        assert gold["earliest_not_before"] <= (article.published.earliest or "")
        assert "" < (article.published.latest or "") <= gold["latest_not_after"]
    for field in ("column", "section", "dateline"):
        if field in gold:
            assert gold[field] in (getattr(article, field) or ""), field
    known = [*article.authors, *(article.origin.authors if article.origin else ())]
    assert [author for author in gold.get("authors", []) if not any(author in one for one in known)] == []
    captions = " ".join(image.caption for image in article.images)
    assert [caption for caption in gold.get("captions", []) if caption not in captions] == []
    if "origin" in gold:
        assert article.origin is not None
        assert gold["origin"] in (article.origin.outlet or "")
    assert set(gold.get("notices", [])) <= {notice.kind for notice in article.notices}


def test_what_was_removed_is_kept_with_its_reason(readings: dict[str, Reading]) -> None:
    for name, reading in readings.items():
        assert reading.article.removed, name
        assert all(line.reason and line.text for line in reading.article.removed), name


def test_every_story_is_one_story_and_holds_nothing_else(home: dict[str, str]) -> None:
    expected = {frozenset(names) for names in GOLD["stories"].values()} | {frozenset([name]) for name in GOLD["alone"]}
    found: dict[str, set[str]] = {}
    for name, story in home.items():
        found.setdefault(story, set()).add(name)
    assert {frozenset(names) for names in found.values()} == expected


def test_copies_are_found_and_not_counted_as_confirmation(desk: Desk, home: dict[str, str], readings: dict[str, Reading]) -> None:
    for gold in GOLD["copies"]:
        copies = {(copy.article, copy.of) for copy in desk.brief(home[gold["article"]]).reprints}
        assert (readings[gold["article"]].article.id, readings[gold["of"]].article.id) in copies, gold
    for story, count in GOLD["independent"].items():
        assert brief_of(desk, home, story).sources.independent == count, story


@pytest.mark.parametrize("gold", GOLD["agenda"], ids=lambda gold: f"{gold['story']} {gold['start']}")
def test_what_was_announced_is_on_the_agenda(desk: Desk, home: dict[str, str], gold: dict) -> None:
    agenda = brief_of(desk, home, gold["story"]).agenda
    fitting = [
        event
        for event in agenda
        if event.start == gold["start"]
        and (event.end or event.start) == gold["end"]
        and set(gold["parties"]) <= set(event.parties)
        and gold.get("place", "") in (event.place or "")
    ]
    assert fitting, [(event.start, event.end, event.parties, event.place, event.label) for event in agenda]


@pytest.mark.parametrize("gold", GOLD["timeline"], ids=lambda gold: f"{gold['story']} {gold['start']}")
def test_what_happened_is_on_the_timeline(desk: Desk, home: dict[str, str], gold: dict) -> None:
    timeline = brief_of(desk, home, gold["story"]).timeline
    assert any(event.start == gold["start"] and set(gold.get("parties", [])) <= set(event.parties) for event in timeline), [
        (event.start, event.parties, event.label) for event in timeline
    ]


@pytest.mark.parametrize("gold", GOLD["statements"], ids=lambda gold: f"{gold['file']} {gold['words']}")
def test_who_said_what(readings: dict[str, Reading], gold: dict) -> None:
    said = [
        statement
        for statement in readings[gold["file"]].statements
        if gold["words"] in statement.text and statement.speaker and gold["speaker"] in statement.speaker.name + statement.evidence.text
    ]
    assert any(s.party == gold["party"] and gold.get("act", s.act) == s.act for s in said), readings[gold["file"]].statements


@pytest.mark.parametrize("gold", GOLD["positions"], ids=lambda gold: f"{gold['story']} {gold['party']} {gold['stance']}")
def test_who_demands_and_refuses(desk: Desk, home: dict[str, str], gold: dict) -> None:
    stands = [p for p in brief_of(desk, home, gold["story"]).positions if p.party == gold["party"] and p.stance == gold["stance"]]
    words = " ".join(text for p in stands for text in (p.text, *(e.text for e in p.evidence), *(m.text for m in p.history)))
    assert any(word in words for word in gold["words"]), words


def test_demands_have_their_answers(desk: Desk, home: dict[str, str]) -> None:
    for gold in GOLD["answered"]:
        answers = {
            answer.party
            for position in brief_of(desk, home, gold["story"]).positions
            if position.party == gold["demand_by"]
            for answer in position.answers
            if answer.stance == "refusal"
        }
        assert set(gold["by"]) <= answers


def test_every_line_of_every_brief_is_cut_from_its_article(desk: Desk) -> None:
    for story in desk.stories(Query(limit=1000)).items:
        brief = desk.brief(story.id)
        texts = {name: article.text for name, article in desk.articles(member.article for member in brief.members).items()}
        spans = [one for event in (*brief.timeline, *brief.agenda) for one in event.evidence]
        spans += [one for position in brief.positions for one in position.evidence]
        spans += [statement.evidence for statement in brief.statements]
        spans += [figure.evidence for slot in brief.figures for figure in slot.values]
        for span in spans:
            assert texts[span.article][span.start : span.end] == span.text
        for line in brief.summary:
            assert texts[line.article][line.start : line.end] == line.text


def test_reading_the_samples_again_stores_nothing_new(desk: Desk) -> None:
    before = desk.stories(Query(limit=1000)).items
    done = desk.collect([str(SAMPLES)])
    assert (done.new, done.known, done.changed, done.failed) == (0, len(FILES), 0, 0)
    assert desk.stories(Query(limit=1000)).items == before


def test_the_stories_do_not_hang_on_the_order_of_arrival(desk: Desk, tmp_path: Path) -> None:
    with Desk.open(desk=str(tmp_path / "d"), batch=3) as other:
        for name in reversed(FILES):
            other.collect([str(SAMPLES / name)])
        together = {frozenset(member.article for member in story.members) for story in other.stories(Query(limit=1000)).items}
    assert together == {frozenset(member.article for member in story.members) for story in desk.stories(Query(limit=1000)).items}
