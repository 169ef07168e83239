from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from dragoman.annotate import run
from dragoman.annotate.keywords import Keywords
from dragoman.annotate.mentions import Mentions
from dragoman.annotate.sentences import Sentences
from dragoman.model.annotations import Keyword
from dragoman.model.article import Article, LanguageEvidence, Removed, SourceRef

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
PARTS = [Sentences(), Mentions(), Keywords()]


def article(text: str, language: str, title: str = "") -> Article:
    return Article("a", "u", SourceRef("s", "The Harbour Courier"), title, text, language, LanguageEvidence("test", 1.0))


def keywords(text: str, language: str, title: str = "") -> tuple[Keyword, ...]:
    return run(article(text, language, title), PARTS).keywords


ENGLISH = (
    "The grain corridor closed on Monday. Turkish officials said the grain corridor may open again next week. "
    "Ukraine wants the corridor back. A spokesman told Reuters that the inspections in Ukraine take too long, and the inspections cost money."
)


def test_names_and_noun_phrases_are_keywords() -> None:
    terms = [item.term for item in keywords(ENGLISH, "en", "Grain corridor closes")]
    assert terms[0] == "grain corridor"
    assert "Ukraine" in terms
    assert "inspection" in terms


def test_weekdays_reporting_verbs_agencies_and_function_words_are_not() -> None:
    terms = {item.term.lower() for item in keywords(ENGLISH, "en", "Grain corridor closes")}
    assert not terms & {"monday", "week", "said", "told", "reuters", "officials", "official", "spokesman", "the", "on", "may"}


def test_every_keyword_says_why() -> None:
    for item in keywords(ENGLISH, "en", "Grain corridor closes"):
        assert re.match(r"\d+ times in \d+ of \d+ sentences, rarity 0\.\d\d|\d+ times", item.why)
        assert 0 < item.score <= 1


def test_scores_fall() -> None:
    scores = [item.score for item in keywords(ENGLISH, "en", "")]
    assert scores == sorted(scores, reverse=True)


def test_a_term_is_not_repeated_in_fewer_words() -> None:
    terms = [item.term for item in keywords(ENGLISH, "en", "Grain corridor closes")]
    assert "corridor" not in terms
    assert "grain" not in terms


def test_russian_keywords_are_in_the_nominative() -> None:
    text = "Поставки зерна остановлены. О поставках зерна спорят в Анкаре. Поставкам зерна мешают проверки в Анкаре."
    terms = [item.term for item in keywords(text, "ru", "Спор о поставках зерна")]
    assert "Анкара" in terms
    assert "поставки зерна" in terms


def test_chinese_keywords_are_words() -> None:
    text = "粮食走廊周一关闭。土耳其官员说，粮食走廊下周可能重新开放。乌克兰希望恢复粮食走廊。记者获悉，检查仍在继续。"
    terms = [item.term for item in keywords(text, "zh", "粮食走廊关闭")]
    assert "粮食走廊" in terms
    assert "乌克兰" in terms
    assert not {"记者", "官员", "周一", "可能"} & set(terms)


def test_the_names_of_the_page_and_removed_lines_are_no_keywords() -> None:
    text = "The Harbour Courier reports on Ukraine. Premium content about Ukraine and the harbour. Premium content again."
    made = replace(article(text, "en"), removed=(Removed("ad", "Premium content", "phrase", 0),))
    terms = {item.term.lower() for item in run(made, PARTS).keywords}
    assert "ukraine" in terms
    assert not {"the harbour courier", "harbour courier", "premium content"} & terms


def test_nothing_gives_no_keyword() -> None:
    assert keywords("", "en") == ()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_captures_have_keywords_and_none_is_junk(language: str) -> None:
    if not SEEDS.is_dir():
        pytest.skip("../shared is not here")
    gold = json.loads((SEEDS / "gold.json").read_text("utf-8"))
    name = next(file for file, about in gold.items() if file.endswith(".txt") and about["article"]["language"] == language)
    lines = [re.sub(r"<a href=[^>]*>", "", line).strip() for line in (SEEDS / name).read_text("utf-8").splitlines()]
    text = "\n\n".join(line for line in lines if len(line) > 60 or line.endswith("。"))
    terms = {item.term.casefold() for item in keywords(text, language)}
    assert terms
    assert not terms & {junk.casefold() for junk in gold[name]["keywords_must_not_contain"]}
