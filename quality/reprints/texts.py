"""Real texts that copies are made of, and what is done to them."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from opencc import OpenCC  # type: ignore[attr-defined]

from dragoman.annotate.sentences import split

LEAST = 6
"""Sentences of a text that copies are made of."""
LETTERS = 400
UNSPACED = ("zh", "ja", "th")
MOST_OF_A_SET = 260


class Text(Struct, frozen=True):
    """A text as a set has it. `group` is shared by accounts of one happening, `version` by wordings of one article."""

    id: str
    language: str
    title: str
    text: str
    group: str = ""
    version: str = ""
    fit: bool = False

    @property
    def half(self) -> str:
        """The half of the sources that the text is in, by a digest: all texts of a group are in one half."""
        return "dev" if hashlib.blake2b((self.group or self.id).encode(), digest_size=2).digest()[0] % 2 == 0 else "test"


def sources(data: Path) -> list[Text]:
    """Texts long enough to copy from. `fit`: the licence of the set allows learning from it."""
    found: list[Text] = []
    for row in _rows(data / "clusters/ecbplus-1-35/articles.jsonl"):
        found.append(Text(row["id"], "en", row["title"], row["text"], "ecb:" + row["topic"], row["story"], True))
    for row in _rows(data / "clusters/wmt22/articles.jsonl"):
        found.append(Text(row["id"], row["language"], row["title"], row["text"], "wmt:" + row["story"], row["version"]))
    for row in _rows(data / "pairs/semeval22-t8-training/pairs.jsonl"):
        for side in "ab":
            one = row[side]
            found.append(Text(f"{row['id']}.{side}", one["language"], one["title"] or "", one["text"], "se:" + row["id"], "", True))
    for name in ("immortal-zh", "naeb"):
        for row in _rows(data / f"extract/{name}/gold.jsonl"):
            if row.get("text") and row.get("language") in ("zh", "en"):
                found.append(Text(f"{name}:{row['id']}", row["language"], row.get("title") or "", row["text"], "", "", True))
    return [text for text in found if long_enough(text)]


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()] if path.is_file() else []


def long_enough(text: Text) -> bool:
    letters = LETTERS // 2 if text.language in UNSPACED else LETTERS
    return len(text.text) >= letters and len(parts(text)) >= LEAST


def parts(text: Text) -> tuple[str, ...]:
    """The sentences of a text."""
    return _parts(text.text, text.language)


@cache
def _parts(text: str, language: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in split(text, language))


def joined(sentences: Sequence[str], language: str) -> str:
    """Sentences as paragraphs of two or three."""
    gap = "" if language in UNSPACED else " "
    return "\n\n".join(gap.join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))


def truncated(text: Text, chance: random.Random) -> Text:
    """The first 30 to 80 %."""
    sentences = parts(text)
    keep = max(2, round(len(sentences) * chance.uniform(0.3, 0.8)))
    return replace(text, text=joined(sentences[:keep], text.language))


def thinned(text: Text, chance: random.Random) -> Text:
    """Every third to fifth sentence left out."""
    step = chance.randint(3, 5)
    return replace(text, text=joined([one for at, one in enumerate(parts(text)) if at % step != step - 1], text.language))


def headed(text: Text, chance: random.Random) -> Text:
    """Under another headline, made of words of the text."""
    sentence = chance.choice(parts(text)[1:] or parts(text))
    if text.language in UNSPACED:
        return replace(text, title=sentence[: chance.randint(10, 20)].strip("，。、"))
    return replace(text, title=" ".join(sentence.split()[: chance.randint(5, 10)]))


def moved(text: Text, chance: random.Random) -> Text:
    """A tenth of the sentences, at least one, elsewhere."""
    sentences = list(parts(text))
    for _ in range(max(1, len(sentences) // 10)):
        one = sentences.pop(chance.randrange(len(sentences)))
        sentences.insert(chance.randrange(len(sentences) + 1), one)
    return replace(text, text=joined(sentences, text.language))


def traditional(text: Text) -> Text:
    return replace(text, title=_hant().convert(text.title), text=_hant().convert(text.text))  # type: ignore[no-untyped-call]


@cache
def _hant() -> OpenCC:
    return OpenCC("s2t")


def spliced(text: Text, other: Text, chance: random.Random) -> Text:
    """Two texts in one: a good part of each, one behind the other or in turns."""
    one, two = (parts(item)[: max(3, round(len(parts(item)) * chance.uniform(0.5, 0.9)))] for item in (text, other))
    if chance.random() < 0.5:
        return replace(text, text=joined([*one, *two], text.language))
    taken: list[str] = []
    for at in range(0, max(len(one), len(two)), 2):
        taken += [*one[at : at + 2], *two[at : at + 2]]
    return replace(text, text=joined(taken, text.language))


def reworded(text: Text, chance: random.Random, every: int = 9) -> Text:
    """Every sentence edited: of so many words (characters four times as many) one is left out, or turned round with the next."""
    return replace(text, text=joined([_edited(one, text.language, chance, every) for one in parts(text)], text.language))


def _edited(sentence: str, language: str, chance: random.Random, every: int) -> str:
    pieces = [sentence[at : at + 2] for at in range(0, len(sentence), 2)] if language in UNSPACED else sentence.split()
    gap = "" if language in UNSPACED else " "
    if len(pieces) < 4:
        return sentence
    for _ in range(max(1, len(pieces) // every)):
        at = chance.randrange(1, len(pieces) - 1) if len(pieces) > 2 else 0
        if chance.random() < 0.5 or at + 1 >= len(pieces) - 1:
            del pieces[at]
        else:
            pieces[at], pieces[at + 1] = pieces[at + 1], pieces[at]
        if len(pieces) < 4:
            break
    return gap.join(pieces)


def shared(a: Text, b: Text) -> float:
    """Share of the shorter text's runs of three words (five characters) that stand in the other."""
    runs = [_runs(one) for one in (a, b)]
    small = min(runs, key=len)
    return len(runs[0] & runs[1]) / len(small) if small else 0.0


@cache
def _runs(text: Text) -> frozenset[str]:
    if text.language in UNSPACED:
        bare = "".join(char for char in text.text if char.isalnum())
        return frozenset(bare[at : at + 5] for at in range(len(bare) - 4))
    words = [word.strip('.,;:!?"“”„«»()').lower() for word in text.text.split()]
    return frozenset(" ".join(words[at : at + 3]) for at in range(len(words) - 2))
