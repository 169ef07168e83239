"""Offices beside names, made by hand (`appositions*.toml`): the office and the party are right in 95 of 100 cases of each language.

A case names a text, the person's surface, words that the role must hold (case folded), the longest that the role may be (articles aside),
and the parties that are right ("" for nobody); `organ`, where given, is the organ that the office belongs to.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dragoman.annotate import order, run
from dragoman.annotate.mentions import Mentions
from dragoman.annotate.sentences import Sentences
from dragoman.link.aliases import Aliases
from dragoman.link.roles import is_past
from dragoman.model.annotations import Mention
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef

BAR = 0.95
FILES = sorted(Path(__file__).parent.glob("appositions*.toml"))
ARTICLES = ("the ", "a ", "an ")


def mentions_of(text: str, language: str) -> tuple[Mention, ...]:
    evidence = LanguageEvidence("test", 1.0)
    article = Article("a", "test:a", SourceRef("t", "T"), "", text, language, evidence, published=Published("2022-01-12", "day"))
    return run(article, order([Sentences(), Mentions(), Aliases()])).mentions


def faults(case: dict[str, Any]) -> list[str]:
    """What is wrong with a case: nothing where it is right."""
    found = [one for one in mentions_of(case["text"], case["language"]) if one.type == "person" and case["person"] in one.text]
    if not found:
        return ["no mention"]
    mention, role = found[-1], (found[-1].role or "").casefold()
    wrong = []
    if case["office"].casefold() not in role:
        wrong.append(f"office {mention.role!r}")
    if _bare(role) not in _bare(case["within"].casefold()):
        wrong.append(f"too long {mention.role!r}")
    if (mention.party or "") not in case["party"]:
        wrong.append(f"party {mention.party!r}")
    if "organ" in case and (mention.office.organ if mention.office else None) != case["organ"]:
        wrong.append(f"office {mention.office!r}")
    return wrong


def _bare(text: str) -> str:
    return next((text[len(article) :] for article in ARTICLES if text.startswith(article)), text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_office_and_party_are_right(path: Path) -> None:
    cases = tomllib.loads(path.read_text("utf-8"))["case"]
    by_language: dict[str, list[bool]] = {}
    told = []
    for case in cases:
        wrong = faults(case)
        by_language.setdefault(case["language"], []).append(not wrong)
        told += [f"{case['language']} {case['person']}: {', '.join(wrong)}"] if wrong else []
    shares = {language: sum(right) / len(right) for language, right in by_language.items()}
    assert min(shares.values()) >= BAR, "\n".join(told)


def one(text: str, language: str, name: str) -> Mention:
    return next(mention for mention in mentions_of(text, language) if mention.type == "person" and name in mention.text)


@pytest.mark.parametrize(
    ("language", "text", "name", "organ", "party"),
    [
        ("zh", "俄罗斯外交部发言人扎哈罗娃说。", "扎哈罗娃", "org:ru-mfa", "RU"),
        ("en", "Russian Foreign Minister Sergei Lavrov spoke.", "Lavrov", "org:ru-mfa", "RU"),
        ("ru", "Официальный представитель МИД РФ Мария Захарова выступила.", "Захарова", "org:ru-mfa", "RU"),
        ("en", "NATO Secretary General Jens Stoltenberg spoke.", "Stoltenberg", "NATO", "NATO"),
    ],
)
def test_person_organ_and_country_are_kept_apart(language: str, text: str, name: str, organ: str, party: str) -> None:
    mention = one(text, language, name)
    assert mention.entity is not None
    assert mention.entity.startswith("person:")
    assert mention.office is not None
    assert (mention.office.organ, mention.office.party, mention.party) == (organ, party, party)
    assert text[mention.office.start : mention.office.end] == mention.role


@pytest.mark.parametrize(
    ("language", "text", "name", "party"),
    [
        ("zh", "挪威前首相贝格发表讲话。", "贝格", "NO"),
        ("en", "Former Norwegian Prime Minister Kari Bergsen spoke.", "Bergsen", "NO"),
        ("ru", "Бывший премьер-министр Норвегии Кари Бергсен выступила.", "Бергсен", "NO"),
    ],
)
def test_an_office_that_is_over_tells_its_party_of_the_past_and_none_of_today(language: str, text: str, name: str, party: str) -> None:
    mention = one(text, language, name)
    assert mention.office is not None
    assert (mention.office.past, mention.office.party, mention.party) == (True, party, None)


@pytest.mark.parametrize(("role", "language", "past"), [("former president", "en", True), ("president and former minister", "en", False), ("前总统", "zh", True), ("外长、前总统", "zh", False), ("法国前总统", "zh", True), ("экс-президент", "ru", True), ("президент", "ru", False)])  # fmt: skip
def test_an_office_is_over_where_every_part_of_it_is(role: str, language: str, past: bool) -> None:
    assert is_past(role, language) is past


def test_an_office_of_somebody_speaks_for_his_party() -> None:
    assert one("Putin's spokesman, Ivan Example, spoke.", "en", "Example").party == "RU"
