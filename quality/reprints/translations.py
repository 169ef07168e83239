"""Pairs across languages: translations of one article, and texts that only tell of the same."""

from __future__ import annotations

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from reprints import texts
from reprints.pairs import Pair, copied, other
from reprints.texts import Text

DIFFERENT, ALIKE = 2.0, 1.0
"""Scores of semeval pairs (1 the same story, 4 nothing in common) of texts that tell of one happening and are taken as independent."""

_MARKS = re.compile(r"\d+(?:[.,]\d+)?|[A-Z][a-z]{3,}")


def positives(pool: Sequence[Text], chance: random.Random) -> Iterator[Pair]:
    """Each article against its translations: whole, cut, or with a tenth of its sentences elsewhere."""
    for versions in _versions(pool).values():
        languages = sorted(versions)
        for at, one in enumerate(languages):
            for two in languages[at + 1 :]:
                a, b = versions[one], versions[two]
                for kind, made in (("whole", b), ("truncated", texts.truncated(b, chance)), ("moved", texts.moved(b, chance))):
                    yield copied(f"translated, {kind}", a, made, chance, f"{a.id}-{two}:{kind}")


def negatives(pool: Sequence[Text], chance: random.Random) -> Iterator[Pair]:
    """Halves of one article against the other half of its translation, and the other article that shares most names and numbers."""
    held = _versions(pool)
    for group, versions in held.items():
        languages = sorted(versions)
        for at, one in enumerate(languages):
            for two in languages[at + 1 :]:
                a, b = versions[one], versions[two]
                first, second = (_half(a, 0), _half(b, 1)) if chance.random() < 0.5 else (_half(a, 1), _half(b, 0))
                yield other("other half", first, second, f"{a.id}-{two}:half")
                near = _nearest(a, [other[two] for name, other in held.items() if name != group and two in other])
                if near is not None:
                    yield other("nearest other", a, near, f"{a.id}-{two}:nearest")


def judged(data: Path, half: str) -> Iterator[Pair]:
    """Pairs of articles in two languages that people judged to tell of much the same."""
    path = data / "pairs/semeval22-t8-training/pairs.jsonl"
    for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
        row = json.loads(line)
        a, b = (Text(row["id"], row[side]["language"], "", row[side]["text"], "se:" + row["id"]) for side in "ab")
        if a.language != b.language and ALIKE < row["score"] <= DIFFERENT and a.half == half:
            yield other("independent", a, b, row["id"])


def _versions(pool: Sequence[Text]) -> dict[str, dict[str, Text]]:
    found: dict[str, dict[str, Text]] = defaultdict(dict)
    for text in pool:
        if text.group.startswith("wmt:"):
            found[text.group].setdefault(text.language, text)
    return dict(sorted(found.items()))


def _half(text: Text, which: int) -> Text:
    sentences = texts.parts(text)
    middle = len(sentences) // 2
    kept = sentences[:middle] if which == 0 else sentences[middle:]
    return replace(text, title="" if which else text.title, text=texts.joined(kept, text.language))


def _nearest(text: Text, others: Sequence[Text]) -> Text | None:
    mine = Counter(_MARKS.findall(text.text))
    ranked = sorted(others, key=lambda one: (-sum((mine & Counter(_MARKS.findall(one.text))).values()), one.id))
    return ranked[0] if ranked else None
