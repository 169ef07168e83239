from __future__ import annotations

from dragoman import languages
from dragoman.annotate.mention_glued_rules import rules_of


def test_every_table_of_glued_names_is_read() -> None:
    for code in languages.tables("glued"):
        assert rules_of(code).inside


def test_a_language_without_a_table_has_no_rules() -> None:
    assert not rules_of("en").inside


def test_no_ending_of_a_body_is_one_of_a_place() -> None:
    for code in languages.tables("glued"):
        rules = rules_of(code)
        assert not set(rules.venues) & set(rules.certain_bodies)
