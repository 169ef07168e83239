from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.annotate.event_lexicon import lexicon, triggers
from dragoman.errors import DragomanError
from dragoman.evaluation import Parts
from dragoman.evaluation.events import Events, relation, roots
from dragoman.model.annotations import Event, Mention, TimeExpression
from dragoman.model.article import Article, LanguageEvidence, SourceRef
from dragoman.model.reading import Reading
from dragoman.model.spans import Cue, Evidence

TEXT = "Chad met Niger in Accra on Monday."


def parts() -> Parts:
    def annotate(text: str, language: str, _published: str | None, title: str, _gives: tuple[str, ...]) -> Reading:
        article = Article("a", "u", SourceRef("s", "s"), title, text, language, LanguageEvidence("test", 1.0))
        day = "2023-05-08"
        event = Event(
            "e1",
            "consult",
            text,
            day,
            day,
            "day",
            "held",
            "Accra",
            ("TD", "NE"),
            (),
            None,
            (Evidence("a", 0, len(text), text, Cue(5, 8)),),
            earliest=day,
            latest=day,
        )
        return Reading(
            article,
            mentions=(Mention(18, 23, "Accra", "place", name="Accra"),),
            times=(TimeExpression(27, 33, "Monday", day, "day", "date", day, day),),
            events=(event,),
        )

    unused: Any = None
    return Parts(unused, unused, annotate, unused, unused, unused, unused, unused)


def write(folder: Path, *records: dict[str, Any]) -> str:
    (folder / "docs.jsonl").write_text("\n".join(json.dumps(record) for record in records), "utf-8")
    return str(folder)


def coding(code: str, scheme: str = "plover", **more: str) -> dict[str, Any]:
    return {"source": "Chad", "target": "Niger", "code": code, "scheme": scheme, "place": None, "time": None, **more}


def test_the_word_between_the_sides_gives_the_root(tmp_path: Path) -> None:
    record = {
        "id": "1",
        "language": "en",
        "text": "Chad met Niger after it accused Mali.",
        "events": [coding("CONSULT", baseline_other="ACCUSE")],
    }
    score = Events().score(write(tmp_path, record), parts())
    assert (score.n, score.metrics["root_accuracy"], score.metrics["root_macro_f1"], score.metrics["quad_accuracy"]) == (1, 1.0, 1.0, 1.0)
    assert score.by_language["en"]["covered"] == 1.0
    assert score.peers["other"]["root_accuracy"] == 0.0


def test_cameo_codes_count_by_their_root_and_others_not_at_all(tmp_path: Path) -> None:
    events = [coding("0411", "cameo"), coding("902", "cameo")]
    score = Events().score(write(tmp_path, {"id": "1", "language": "en", "text": "Chad met Niger.", "events": events}), parts())
    assert (score.n, score.metrics["root_accuracy"]) == (1, 1.0)


def test_a_friendly_deed_to_come_is_a_promise_and_a_hostile_one_a_threat() -> None:
    book = lexicon("en")
    for text, root in (
        ("Chad will donate wheat to Niger", "AGREE"),
        ("Chad will attack Niger", "THREATEN"),
        ("Chad attacked Niger", "ASSAULT"),
    ):
        assert relation(text, book, triggers(text, book, coded=True), "Chad", "Niger") == root


def test_no_event_word_gives_no_root() -> None:
    assert relation("Chad and Niger", lexicon("en"), [], "Chad", "Niger") is None
    assert roots([], "CONSULT")["root_accuracy"] == 0.0


def test_marked_event_words_are_scored_with_time_and_place(tmp_path: Path) -> None:
    events = [
        {"code": "EVENT", "scheme": "nerel", "source": None, "target": None, "place": "Accra", "time": "Monday", "trigger": [5, 8]},
        {"code": "EVENT", "scheme": "nerel", "source": None, "target": None, "place": None, "time": None, "trigger": [0, 4]},
    ]
    score = Events().score(write(tmp_path, {"id": "1", "language": "en", "text": TEXT, "events": events}), parts())
    found = score.metrics
    assert (found["trigger_precision"], found["trigger_recall"]) == (1.0, 0.5)
    assert (found["dated_precision"], found["dated_recall"]) == (1.0, 1.0)
    assert (found["time_accuracy"], found["place_accuracy"]) == (1.0, 1.0)


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"docs\.jsonl"):
        Events().score(str(tmp_path), parts())
