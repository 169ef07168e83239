from __future__ import annotations

from dragoman.annotate.taggers.patterns_runs import Runs


def tagged(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind) for start, end, kind, _ in Runs(language).tag(text)]


def test_a_title_makes_a_person() -> None:
    assert ("Кулеба", "person") in tagged("Про це заявив міністр Кулеба у четвер.", "uk")


def test_the_first_word_of_a_sentence_is_no_name_for_its_capital() -> None:
    assert tagged("Переговори тривають. Сторони мовчать.", "uk") == []
