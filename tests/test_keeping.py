"""Answers are kept while what they hang on stays, and no more of them than allowed."""

from __future__ import annotations

from dragoman.keeping import Kept


def test_an_answer_is_worked_out_once_a_version() -> None:
    kept, made = Kept(4), list[str]()

    def make() -> str:
        made.append("made")
        return f"answer {len(made)}"

    assert kept.answer("key", 1, make) == kept.answer("key", 1, make) == "answer 1"
    assert kept.answer("key", 2, make) == "answer 2"
    assert kept.answer("key", None, make) == "answer 3"
    assert kept.answer("key", None, make) == "answer 4"


def test_an_answer_stays_when_only_other_things_changed() -> None:
    kept, seen, looks = Kept(4), ["as it was"], list[int]()

    def ask(version: int) -> str:
        def look() -> str:
            looks.append(version)
            return seen[0]

        return kept.get("key", version, look, lambda found: f"{found}, made at {version}")

    assert [ask(1), ask(1), ask(2)] == ["as it was, made at 1"] * 3
    assert looks == [1, 2]
    seen[0] = "changed"
    assert ask(2) == "as it was, made at 1"
    assert ask(3) == "changed, made at 3"


def test_the_answers_not_asked_for_longest_go_first() -> None:
    kept = Kept(2)
    for key in ("a", "b", "a", "c"):
        kept.answer(key, 1, lambda key=key: key)  # type: ignore[misc]
    assert len(kept) == 2
    assert kept.answer("a", 1, lambda: "anew") == "a"
    assert kept.answer("b", 1, lambda: "anew") == "anew"
