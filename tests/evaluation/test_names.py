from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.evaluation import TASKS
from dragoman.evaluation.names import MANY, SPELLED, Names, drawn, fitted, held_out, judged, levenshtein
from dragoman.link.match import scores

PAIRS = [
    ("Anderson", "安德森"),
    ("Moreau", "莫罗"),
    ("Fischer", "菲舍尔"),
    ("Rossi", "罗西"),
    ("Kowalski", "科瓦尔斯基"),
    ("Silva", "席尔瓦"),
]


def folder(tmp_path: Path) -> str:
    rows = [{"a": a, "a_language": "en", "b": b, "b_language": "zh", "same": True} for a, b in PAIRS]
    rows.append({"a": "Petrov", "a_language": "en", "b": "罗西", "b_language": "zh", "same": False})
    (tmp_path / "pairs.jsonl").write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return str(tmp_path)


def test_the_task_stands_in_the_table() -> None:
    assert TASKS.load("names") is Names


def test_a_matcher_that_knows_everything_scores_one(tmp_path: Path) -> None:
    truth = {b: a for a, b in PAIRS}
    score = Names().score(
        folder(tmp_path), SimpleNamespace(match=lambda name, language, rows: [float(truth[name] == text) for text, _ in rows])
    )  # type: ignore[arg-type]
    assert score.metrics == {"top1_50": 1.0, "top1_500": 1.0, "mrr_500": 1.0, "precision": 1.0, "recall": 1.0}
    assert score.n == len(PAIRS)
    assert set(score.by_language) == {"en-zh"}


def test_a_matcher_that_cannot_tell_scores_nothing(tmp_path: Path) -> None:
    score = Names().score(folder(tmp_path), SimpleNamespace(match=lambda name, language, rows: [0.7] * len(rows)))  # type: ignore[arg-type]
    assert score.metrics["top1_50"] == 0.0
    assert score.metrics["precision"] == 0.0


def test_our_matcher_is_not_behind_its_peer_on_plain_names(tmp_path: Path) -> None:
    score = Names().score(folder(tmp_path), SimpleNamespace(match=scores))  # type: ignore[arg-type]
    assert score.metrics["mrr_500"] >= score.peers["levenshtein on transliteration"]["mrr_500"]
    assert score.metrics["top1_50"] > 0.8


def test_no_candidate_but_the_first_is_a_true_match() -> None:
    rows = [{"a": a, "a_language": "en", "b": "同", "b_language": "zh", "same": True} for a in ("One", "Two")]
    assert all(len(case.candidates) == 1 for case in drawn(rows))


def test_a_tie_is_lost() -> None:
    case = drawn([{"a": a, "a_language": "en", "b": b, "b_language": "zh", "same": True} for a, b in PAIRS])[0]
    assert judged(case, lambda name, language, rows: [1.0] * len(rows)).few > 1


def test_the_peer_counts_edits() -> None:
    assert levenshtein("Anna", "en", [("Anna", "en"), ("Ana", "en")]) == pytest.approx([1.0, 0.75])


def pairs(count: int, language: str) -> list[dict[str, object]]:
    return [{"a": f"name{at}", "a_language": "en", "b": f"имя{at}", "b_language": language, "same": True} for at in range(count)]


def test_of_a_set_that_was_learned_only_what_was_held_out_is_asked() -> None:
    cases = drawn(pairs(300, "ru"), frozenset({"ru"}))
    assert cases
    assert all(held_out(case.candidates[0][0]) for case in cases)
    assert all(len(case.candidates) == 300 for case in cases)  # learned names only make up the number
    few = cases[0].candidates[: sum(held_out(f"name{at}") for at in range(300))]
    assert all(held_out(name) for name, _ in few)


def test_of_any_other_set_every_pair_is_asked() -> None:
    assert len(drawn(pairs(300, "ru"))) == 300
    assert len(drawn(pairs(300, "uk"), frozenset({"ru"}))) == 300


def test_no_query_has_more_candidates_than_it_says() -> None:
    assert all(len(case.candidates) == MANY for case in drawn(pairs(900, "ru"))[:5])


def test_a_folder_is_known_by_what_it_holds(tmp_path: Path) -> None:
    assert fitted(folder(tmp_path)) == frozenset()
    assert set(SPELLED) >= {"zh", "ru", "ar"}


def test_one_name_never_stands_on_both_sides() -> None:
    names = [f"name{at}" for at in range(1000)]
    assert [held_out(name) for name in names] == [held_out(name) for name in names]
    assert 50 < sum(map(held_out, names)) < 150
