from __future__ import annotations

import pytest

from dragoman import languages
from dragoman.annotate.speech_issues import issue_of


@pytest.mark.parametrize(
    ("language", "text", "issue"),
    [
        ("en", "a halt to NATO expansion", "bloc-enlargement"),
        ("zh", "北约停止东扩", "bloc-enlargement"),
        ("ru", "отказ от расширения НАТО", "bloc-enlargement"),
        ("en", "an immediate ceasefire", "ceasefire"),
        ("zh", "立即停火", "ceasefire"),
        ("ru", "немедленное прекращение огня", "ceasefire"),
        ("en", "lift the tariffs", "trade-tariffs"),
        ("ru", "отмена пошлин", "trade-tariffs"),
        ("zh", "取消关税", "trade-tariffs"),
        ("en", "hello", None),
        ("sw", "ceasefire", None),
    ],
)
def test_an_issue_has_one_key_in_every_language(language: str, text: str, issue: str | None) -> None:
    assert issue_of(text, language) == issue


def test_the_languages_share_their_keys() -> None:
    tables = languages.tables("issues")
    keys = {code: set(table) for code, table in tables.items() if code in ("zh", "en", "ru")}
    assert len(keys) == 3
    assert keys["zh"] == keys["en"] == keys["ru"]
    assert len(keys["en"]) >= 40
