from __future__ import annotations

from dragoman.annotate import run
from dragoman.annotate.keyword_candidates import Candidate, candidates
from dragoman.annotate.mentions import Mentions
from dragoman.annotate.sentences import Sentences
from dragoman.model.article import Article, LanguageEvidence, SourceRef


def found(text: str, language: str) -> dict[str, Candidate]:
    made = run(Article("a", "u", SourceRef("s", "s"), "", text, language, LanguageEvidence("test", 1.0)), [Sentences(), Mentions()])
    return {item.term: item for item in candidates(made)}


def test_a_bare_surname_counts_for_the_full_name() -> None:
    terms = found("Jens Stoltenberg spoke in Oslo. Stoltenberg then left.", "en")
    assert len(terms["Jens Stoltenberg"].starts) == 2
    assert "Stoltenberg" not in terms


def test_short_and_long_names_of_a_country_are_one() -> None:
    assert len(found("俄罗斯表示欢迎。俄美将会谈。俄罗斯代表团出席。", "zh")["俄罗斯"].starts) >= 2


def test_inflected_forms_of_a_noun_are_one_term() -> None:
    assert len(found("Проверки продолжаются. Проверок много. О проверках спорят.", "ru")["проверки"].starts) == 3


def test_a_phrase_does_not_cross_punctuation_or_a_function_word() -> None:
    terms = found("The grain, the corridor and the port of the city.", "en")
    assert not any(" " in term for term in terms)


def test_adjectives_alone_are_no_terms() -> None:
    assert "зерновая" not in found("Зерновая сделка сорвана.", "ru")
