"""Task `entities`: whether one person under the names of several languages becomes one entity, and two never do.

Each story of the set is told in short texts, one a language. They are read, filed as one story and their entities united, all stories as
on one desk. A name of the gold is found where a person is mentioned at its first place in its text. Every two names of one row (in
different languages) are a pair to be found; a pair of two rows, or with a name of `alone`, is a wrong one. `named` is the share of names
found as persons at all: it bounds the recall.
"""

from __future__ import annotations

import time
import tomllib
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

import msgspec
from msgspec import Struct

from dragoman.errors import DragomanError
from dragoman.evaluation import Parts, Score
from dragoman.evaluation.sets import prf
from dragoman.evaluation.shapes import ToldStory
from dragoman.model.reading import Reading

EVEN = 0.5

Spoken = tuple[str, str]
"""A name and the language that it stands in."""


class Row(Struct, frozen=True):
    """A pair of names, whether it is one person, and whether it was made one."""

    languages: str
    same: bool
    united: bool


class Entities:
    """Scores `parts.unite`."""

    name = "entities"

    def score(self, folder: str, parts: Parts) -> Score:
        """The score of a folder with TOML files of `[[story]]`; seconds are the uniting's own. Raises `DragomanError` where there is
        none."""
        stories = told(folder)
        readings = {story.id: read(story, parts) for story in stories}
        started = time.perf_counter()
        to = parts.unite({name: list(texts.values()) for name, texts in readings.items()})
        seconds = time.perf_counter() - started
        rows = [row for story in stories for row in compared(story, entities(story, readings[story.id], to))]
        by_sound = [row for story in stories for row in compared(story, sounded(story, parts))]
        names = [spoken for story in stories for spoken in gold(story)]
        found = sum(len(entities(story, readings[story.id], to)) for story in stories)
        return Score(
            task=self.name,
            set=Path(folder).name,
            n=len(names),
            metrics={**measure(rows), "named": found / len(names) if names else 0.0},
            by_language={code: measure([row for row in rows if row.languages == code]) for code in sorted({row.languages for row in rows})},
            peers={"the best in sound": measure(by_sound)},
            seconds=round(seconds, 3),
        )


def told(folder: str) -> list[ToldStory]:
    """The stories of a set, sorted by file. Raises `DragomanError` naming the file that is malformed, or the folder that has none."""
    found: list[ToldStory] = []
    for file in sorted(Path(folder).glob("*.toml")):
        try:
            found += msgspec.convert(tomllib.loads(file.read_text("utf-8")).get("story", []), list[ToldStory])
        except (OSError, ValueError, msgspec.ValidationError) as error:
            raise DragomanError(f"{file}: {error}") from error
    if not found:
        raise DragomanError(f"{folder} holds no TOML file with a [[story]]; this task reads those (formats: docs/evaluation.md)")
    return found


def texts(story: ToldStory) -> dict[str, str]:
    """Language to text."""
    return {code: text for code, text in (("zh", story.zh), ("en", story.en), ("ru", story.ru)) if text}


def read(story: ToldStory, parts: Parts) -> dict[str, Reading]:
    """Language to reading."""
    return {code: parts.annotate(text, code, story.date, "", ("mentions", "entities")) for code, text in texts(story).items()}


def gold(story: ToldStory) -> dict[Spoken, int]:
    """Every name of a story to its person; those of `alone` are each a person of their own."""
    where = texts(story)
    people = [*story.people, *([name] for name in story.alone)]
    return {
        (name, code): person
        for person, names in enumerate(people)
        for name in names
        if name
        for code in [next((code for code, text in where.items() if name in text), None)]
        if code is not None
    }


def entities(story: ToldStory, readings: Mapping[str, Reading], to: Mapping[str, str]) -> dict[Spoken, str]:
    """Names of the gold to the entity of the person that is mentioned where they stand first."""
    found = {}
    for name, code in gold(story):
        reading = readings[code]
        start = reading.article.text.find(name)
        for mention in reading.mentions:
            if mention.type == "person" and mention.entity and mention.start < start + len(name) and mention.end > start:
                found[name, code] = to.get(mention.entity, mention.entity)
                break
    return found


def compared(story: ToldStory, found: Mapping[Spoken, str]) -> list[Row]:
    """Every two names of different languages."""
    people = gold(story)
    return [
        Row("-".join(sorted((one[1], other[1]))), people[one] == people[other], one in found and found[one] == found.get(other))
        for one, other in combinations(sorted(people), 2)
        if one[1] != other[1]
    ]


def sounded(story: ToldStory, parts: Parts) -> dict[Spoken, str]:
    """The peer: the names themselves, each joined to the one of another language that sounds most like it, where both choose each other."""
    names = sorted(gold(story))
    choice = {}
    for one in names:
        for code in {code for _, code in names} - {one[1]}:
            others = [other for other in names if other[1] == code]
            best = max(zip(parts.match(*one, others), others, strict=True), default=(0.0, one))
            if best[0] >= EVEN:
                choice[one, code] = best[1]
    groups = {one: {one} for one in names}
    for (one, _), other in sorted(choice.items()):
        if choice.get((other, one[1])) == one and groups[one] is not groups[other]:
            joined = groups[one] | groups[other]
            groups |= dict.fromkeys(joined, joined)
    return {one: " ".join(min(groups[one])) for one in names}


def measure(rows: Sequence[Row]) -> dict[str, float]:
    """Over pairs of names; `wrong` counts the pairs of two people that were made one."""
    right, united = sum(row.same and row.united for row in rows), sum(row.united for row in rows)
    precision, recall, f1 = prf(right, united, sum(row.same for row in rows))
    return {"precision": precision, "recall": recall, "f1": f1, "wrong": float(united - right)}
