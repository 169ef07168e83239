"""Every example of every language comes out of the annotators as it says.

Blocks of `languages/<code>/examples.toml`: `[[mentions]]` has `text` and `names` ([name, type] pairs); `[[statements]]` has `text` and
`said` ([speaker, party, act, words] rows, "" for nobody and no party); `[[stances]]` has `text` and `held` ([party, stance, issue, words] rows).
Words are found in the text of the annotation. A table of people (name -> party) gives the linked people of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from dragoman import languages
from dragoman.annotate.mentions import Mentions
from dragoman.annotate.sentences import Sentences
from dragoman.annotate.stances import Stances
from dragoman.annotate.statements import Statements
from dragoman.annotate.times import Times
from dragoman.model.annotations import Mention
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading

KNOWN = {"mentions", "statements", "stances"}


def blocks(kind: str) -> Iterator[Any]:
    for code, table in sorted(languages.tables("examples").items()):
        for number, example in enumerate(table.get(kind, ())):
            yield pytest.param(code, example, id=f"{code}-{number}")


def article(code: str, text: str) -> Reading:
    evidence = LanguageEvidence("example", 1.0)
    return Reading(article=Article("a", "test:a", SourceRef("t", "T"), "", text, code, evidence, published=Published("2024-05-06", "day")))


def understood(code: str, text: str, people: Mapping[str, str]) -> Reading:
    found = []
    for name, party in sorted(people.items(), key=lambda item: (-len(item[0]), item[0])):
        entity = "person:" + max((full for full in people if name in full), key=len).lower()
        for at in re.finditer(re.escape(name), text):
            if not any(mention.start < at.end() and at.start() < mention.end for mention in found):
                found.append(Mention(*at.span(), name, "person", entity=entity, name=name, party=party or None))
    bare = article(code, text)
    linked = Reading(article=bare.article, mentions=tuple(sorted(found, key=lambda mention: mention.start)))
    reading = linked
    for annotator in (Sentences(), Times(), Statements(), Stances()):
        reading = annotator.annotate(reading)
    return reading


@pytest.mark.parametrize(("code", "example"), blocks("mentions"))
def test_the_names_of_an_example_are_found(code: str, example: dict[str, Any]) -> None:
    found = {(mention.text, mention.type) for mention in Mentions().annotate(Sentences().annotate(article(code, example["text"]))).mentions}
    assert {(name, kind) for name, kind in example["names"]} <= found


@pytest.mark.parametrize(("code", "example"), blocks("statements"))
def test_an_example_says_what_it_says_and_nothing_else(code: str, example: dict[str, Any]) -> None:
    statements = understood(code, example["text"], example.get("people", {})).statements
    rows = [((one.speaker.name if one.speaker else ""), one.party or "", one.act, one.text) for one in statements]
    wanted = [tuple(row) for row in example["said"]]
    assert [row[:3] for row in rows] == [row[:3] for row in wanted], rows
    for row, (_, _, _, words) in zip(rows, wanted, strict=True):
        assert words in row[3]


@pytest.mark.parametrize(("code", "example"), blocks("stances"))
def test_an_example_holds_the_stances_it_lists(code: str, example: dict[str, Any]) -> None:
    held = [
        (stance.party, stance.stance, stance.issue or "", stance.text)
        for stance in understood(code, example["text"], example.get("people", {})).stances
    ]
    for party, kind, issue, words in example["held"]:
        assert any((party, kind, issue) == row[:3] and words in row[3] for row in held), held
    assert len(held) == len(example["held"]), held


def test_every_block_is_of_a_kind_that_is_tried() -> None:
    for code, table in sorted(languages.tables("examples").items()):
        assert set(table) <= KNOWN, code


def test_many_languages_have_examples_of_speech_and_stances() -> None:
    tables = languages.tables("examples")
    assert {"zh", "en", "ru"} <= {code for code, table in tables.items() if table.get("statements") and table.get("stances")}
    assert {"uk", "fr", "de", "es", "ar", "ja"} <= {code for code, table in tables.items() if table.get("stances")}
