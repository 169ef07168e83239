"""Readings made by hand for the readers of speech and stances: names are given, not found."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from dragoman.annotate.sentences import Sentences
from dragoman.model.annotations import Mention, TimeExpression
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading

Told = Callable[..., Reading]


@pytest.fixture(scope="session")
def told() -> Told:
    """`told(language, text, {name: party}, days={words: ISO date})`: a reading with sentences, linked people and times."""

    def make(language: str, text: str, people: Mapping[str, str | None] = {}, days: Mapping[str, str] = {}, id: str = "a1") -> Reading:  # noqa: A002
        mentions: list[Mention] = []
        for name, party in sorted(people.items(), key=lambda item: -len(item[0])):
            for found in re.finditer(re.escape(name), text):
                if not any(mention.start < found.end() and found.start() < mention.end for mention in mentions):
                    surname = name.split()[-1]
                    entity = "person:" + next(full for full in people if full.endswith(surname)).lower()
                    mentions.append(Mention(*found.span(), name, "person", entity=entity, name=name, party=party))
        times = [
            TimeExpression(found.start(), found.end(), found.group(), day, "day", "date", day, day)
            for words, day in days.items()
            for found in re.finditer(re.escape(words), text)
        ]
        article = Article(
            id,
            f"test:{id}",
            SourceRef("test", "Test"),
            "",
            text,
            language,
            LanguageEvidence("test", 1.0),
            published=Published("2024-05-06", "day"),
        )
        bare = Reading(article=article, mentions=tuple(sorted(mentions, key=lambda mention: mention.start)), times=tuple(times))
        return Sentences().annotate(bare)

    return make
