"""A desk of any size for benchmarks: articles that nobody wrote, written straight into the store's tables.

The samples are read once by the whole line. Each reading of theirs is cast into molds: its text with paragraphs of made-up words and
names behind it, so that text, annotations and what a brief has to do are of real size. An article is a mold under its own title, address,
outlet, time and names. Stories have sizes by Zipf's law, up to 200 articles, each of one subject of the samples and in all its languages.
The same number and seed give the same desk; it is kept in its folder and used again.

    python benchmarks/made_desk.py FOLDER [--articles N]
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sqlite3
import struct
import time
import zlib
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from dragoman import assembly
from dragoman.cluster import STAGES as FILING
from dragoman.copying import of_members
from dragoman.desk import Desk
from dragoman.model.annotations import Mention, Sentence
from dragoman.model.article import Published, SourceRef
from dragoman.model.codec import to_json
from dragoman.model.identity import Cast, Profile
from dragoman.model.ids import article_id, digest, story_id
from dragoman.model.query import Query
from dragoman.model.reading import Reading
from dragoman.model.spans import Why
from dragoman.model.story import Breadth, Member, Story
from dragoman.search import WORDS as SEARCH
from dragoman.store import news, rows
from dragoman.store.engine import FILE

SAMPLES = Path(__file__).parents[1] / "samples"
VERSION = 6
MOLDS = 600
LARGEST, DAYS, PART, SIZE = 200, 365, 2000, 384
OUTLETS, NAMES, WORDS = 300, 20_000, 30_000
LENGTH = {"zh": 900, "ja": 1000}
"""Median characters of a text; 2,500 in other languages."""

FIRST = datetime(2021, 6, 1)
AT = "2026-01-01T00:00:00+00:00"
LETTERS = {
    "ar": "ابتجدرسعفقلمنهوي",
    "ru": "авдеиклмнопрстуя",
    "uk": "авдеиклмнопрстуі",
    "en": "aeioubdfgklmnprst",
    "fr": "aeioubdclmnprstvé",
}
COUNTRIES = ("US", "GB", "CN", "RU", "FR", "DE", "UA", "IN", "JP", "QA", "")
SECTIONS = ("", "World", "Politics", "国际", "Мир", "Monde", "Economy")
HOLES = [f"Qzqz{letter}q Zqzq{letter}z" for letter in "abcdef"]
"""Stand for names in a mold; names are as long."""

URL, TITLE, DAY, MINUTE = "https://outletXXX.example/XXXX/XX/XX/XXXXXXXXXX", "@@title@@", "1111-11-11", "1111-11-11T11:11+00:00"
FIRST_WHY = (Why("first", 0.0, "no story like it"),)
WHY = (Why("bias", -9.334, "what any article starts from"), Why("vector", 8.279, "1.00 × 8.28: to the story"), Why("names", 0.79, "0.87"))


def zipf(count: int, power: float) -> list[float]:
    """Summed weights of `count` ranks."""
    return list(accumulate(1 / (rank + 1) ** power for rank in range(count)))


WORD_SPREAD, NAME_SPREAD, OUTLET_SPREAD, SIZE_SPREAD = zipf(WORDS, 1.0), zipf(NAMES, 0.9), zipf(OUTLETS, 0.8), zipf(LARGEST, 2.0)


def drawn(chance: random.Random, spread: Sequence[float]) -> int:
    """A rank, by its weight."""
    return bisect(spread, chance.random() * spread[-1])


def quoted(value: str) -> bytes:
    """A text inside a JSON string."""
    return json.dumps(value, ensure_ascii=False)[1:-1].encode()


class Mold(Struct):
    """A reading with holes, as its rows need it: JSON of article and reading, index columns, filing card, profiles."""

    reading: Reading
    article: bytes
    rest: bytes
    columns: tuple[str, str, str]
    card: Any
    profiles: tuple[Profile, ...]
    subjects: list[str]


class Words:
    """Made-up words and names."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._words: dict[str, list[str]] = {}
        chance = random.Random(f"{seed} names")
        self.names = [f"{self._name(chance)} {self._name(chance)}" for _ in range(NAMES)]

    def word(self, chance: random.Random, language: str) -> str:
        """A word, the first ones most often."""
        if language not in self._words:
            own = random.Random(f"{self._seed} {language}")
            self._words[language] = [self._made(own, language) for _ in range(WORDS)]
        return self._words[language][drawn(chance, WORD_SPREAD)]

    def _made(self, chance: random.Random, language: str) -> str:
        if language in LENGTH:
            return "".join(chr(0x4E00 + chance.randrange(3000)) for _ in range(2))
        return "".join(chance.choice(LETTERS.get(language, LETTERS["en"])) for _ in range(2 + int(chance.expovariate(0.25))))

    def _name(self, chance: random.Random) -> str:
        return "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(3)).capitalize()


def mold(chance: random.Random, words: Words, base: Reading, index: Any, lemmas: str) -> Mold:
    """One of many of a reading."""
    article, language = base.article, base.article.language
    aim = int(LENGTH.get(language, 2500) * chance.lognormvariate(0, 0.5))
    longer, sentences, mentions = _longer(chance, words, article.text, language, aim)
    published = Published(MINUTE, "minute", "made up", DAY, DAY)
    made = replace(
        article, url=URL, title=TITLE, text=longer, published=published, source=SourceRef("@@source@@", "@@outlet@@", "@@country@@")
    )
    made = replace(made, section="@@section@@")
    reading = replace(base, article=made, sentences=(*base.sentences, *sentences), mentions=(*base.mentions, *mentions))
    row = rows.reading_row(reading)
    columns = index.columns(replace(made, language="zh"))  # made-up words have no base forms: those of the sample are enough
    profiles = assembly.STAGES.load("cast")("", [replace(reading, mentions=reading.mentions)]).profiles
    card = FILING.load("card")(reading)
    return Mold(reading, to_json(made), row["raw"], (columns[0], columns[1], lemmas), card, profiles, news.subjects(reading))


def _longer(chance: random.Random, words: Words, before: str, language: str, aim: int) -> tuple[str, list[Sentence], list[Mention]]:
    """The text with paragraphs of made-up sentences behind it; in every other one a name is named."""
    gap, stop = ("", "。") if language in LENGTH else (" ", ".")
    parts, at = [before], len(before)
    sentences: list[Sentence] = []
    mentions: list[Mention] = []
    while at < aim:
        lead = "\n\n" if len(sentences) % 4 == 0 else gap
        begin = at + len(lead)
        said = [words.word(chance, language) for _ in range(chance.randint(12, 24))]
        if len(sentences) % 2 == 0:
            hole = chance.choice(HOLES)
            start = begin + len(gap.join(said[:5])) + len(gap)
            said.insert(5, hole)
            mentions.append(Mention(start, start + len(hole), hole, "person", f"person:{hole.lower()}", hole, by="made@1"))
        sentence = gap.join(said) + stop
        parts += [lead, sentence]
        at = begin + len(sentence)
        sentences.append(Sentence(begin, at, "made@1"))
    return "".join(parts), sentences, mentions


class Maker:
    """Makes the rows of stories out of molds, by subject."""

    def __init__(self, subjects: Sequence[Sequence[Reading]], seed: int) -> None:
        self._seed, self._words = seed, Words(seed)
        self._index = SEARCH.make("words")
        chance, total = random.Random(f"{seed} molds"), sum(map(len, subjects))
        self._subjects = [
            [
                mold(chance, self._words, base, self._index, self._index.columns(base.article)[2])
                for base in bases
                for _ in range(max(1, MOLDS // total))
            ]
            for bases in subjects
        ]
        self._spread = zipf(len(subjects), 0.7)
        self._vectors = vectors(random.Random(f"{seed} vectors"))
        filing = FILING.make("filing")
        self._made_by, self._pack = filing.made_by, FILING.load("pack")

    def stories(self, articles: int) -> Iterator[dict[str, list[dict[str, Any]]]]:
        """The rows of each story by table, until there are so many articles."""
        number = n = 0
        while n < articles:
            chance = random.Random(f"{self._seed} {number}")
            size = min(articles - n, 1 + drawn(chance, SIZE_SPREAD))
            yield self._story(chance, number, n, size)
            n, number = n + size, number + 1

    def _story(self, chance: random.Random, number: int, n: int, size: int) -> dict[str, list[dict[str, Any]]]:
        molds = self._subjects[drawn(chance, self._spread)]
        names = [self._words.names[drawn(chance, NAME_SPREAD)] for _ in HOLES]
        begin = FIRST + timedelta(minutes=chance.randrange(DAYS * 1440))
        moments = sorted(begin + timedelta(minutes=int(chance.expovariate(1 / 1200)) if place else 0) for place in range(size))
        made: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
        titles: dict[str, str] = {}
        told: list[Reading] = []
        profiles: dict[tuple[str, str], Profile] = {}
        for place, when in enumerate(moments):
            chosen = chance.choice(molds)
            title = self._article(chance, made, chosen, n + place + 1, when, names)
            row = made["news"][-1]
            held = replace(
                chosen.reading.article,
                id=row["id"],
                source=SourceRef(row["source"], row["outlet"], row["country"]),
                url=made["articles"][-1]["url"],
            )
            told.append(Reading(held))
            titles.setdefault(chosen.reading.article.language, title)
            for one in chosen.profiles:
                _seen(profiles, one, made["articles"][-1]["id"], when, names)
        ids = [row["id"] for row in made["articles"]]
        members = tuple(Member(one, 0.9, WHY if place else FIRST_WHY, "filing@2", f"e{number:016d}") for place, one in enumerate(ids))
        first = made["articles"][0]
        story = Story(
            story_id(first["url"]), members, first["title"], titles, tuple(sorted(titles)), f"{moments[0]:%F}", f"{moments[-1]:%F}"
        )
        cast = Cast(story.id, story.languages, tuple(profiles.values()), (), "made")
        made["stories"], made["members"] = [rows.story_row(story)], rows.member_rows(story)
        made["filed"] = [{"at": AT, "kind": "assign", "story": story.id, "article": one, "other": "", "by": "filing@2"} for one in ids]
        made["casts"] = [{"story": story.id, "seal": "made", "raw": to_json(cast)}]
        breadth = to_json(Breadth(of_members(story), FILING.load("independent")(told, ())))
        made["copies"] = [{"story": story.id, "seal": "made", "raw": b"[]", "verdicts": EMPTY, "breadth": breadth}]
        return made

    def _article(
        self, chance: random.Random, made: dict[str, list[dict[str, Any]]], chosen: Mold, n: int, when: datetime, names: Sequence[str]
    ) -> str:
        """Adds the rows of one article; its title."""
        language, base = chosen.reading.article.language, chosen.reading.article
        outlet = drawn(chance, OUTLET_SPREAD)
        source = SourceRef(f"outlet{outlet:03d}.example", f"Outlet {outlet}", COUNTRIES[outlet % len(COUNTRIES)])
        title = " ".join(self._words.word(chance, language) for _ in range(8))
        url, day, minute = f"https://{source.id}/{when:%Y/%m/%d}/{n:010d}", f"{when:%F}", f"{when:%FT%H:%M}+00:00"
        holes = list(zip(HOLES, names, strict=True))
        identity, section = article_id(url, title, filled(base.text, holes)), SECTIONS[outlet % len(SECTIONS)]
        values = {base.id: identity, URL: url, TITLE: title, MINUTE: minute, DAY: day, "@@source@@": source.id, "@@outlet@@": source.title}
        values |= {"@@country@@": source.country or "", "@@section@@": section}
        raw, rest = chosen.article, chosen.rest.replace(base.id.encode(), identity.encode())
        for hole, value in values.items():
            raw = raw.replace(hole.encode(), quoted(value))
        for hole, name in holes:
            raw = raw.replace(hole.encode(), name.encode())
            rest = rest.replace(hole.encode(), name.encode()).replace(hole.lower().encode(), name.lower().encode())
        body = filled(chosen.columns[1], [(hole.lower(), name.lower()) for hole, name in holes])
        card = replace(chosen.card, article=identity, url=url, outlet=source.id, earliest=when.toordinal(), latest=when.toordinal())
        place = {"language": language, "source": source.id}
        ends = {"n": n, "id": identity, **place}
        made["articles"].append(
            {**ends, "url": url, "version": 1, "current": 1, "title": title, "earliest": day, "latest": day, "raw": raw}
        )
        made["readings"].append(
            {"article": identity, "made_by": " ".join(chosen.reading.made_by), "raw": rest, "vector": chance.choice(self._vectors)}
        )
        made["ledger"].append({"asked": url, "digest": digest(url), "article": identity})
        made["news"].append(
            {**ends, "at": minute[:16], "first": day, "last": day, "outlet": source.title, "country": source.country, "section": section}
        )
        made["subjects"] += [{"subject": subject, "n": n} for subject in chosen.subjects]
        made["slips"].append(asdict(self._pack(card, self._made_by)))
        made["words"].append({"rowid": n, "title": title, "body": body, "lemmas": chosen.columns[2]})
        return title


def filled(value: str, holes: Sequence[tuple[str, str]]) -> str:
    """A text with its holes filled."""
    for hole, name in holes:
        value = value.replace(hole, name)
    return value


def _seen(profiles: dict[tuple[str, str], Profile], one: Profile, article: str, when: datetime, names: Sequence[str]) -> None:
    """Adds an article to the profile of one whom it names."""
    for hole, name in zip(HOLES, names, strict=True):
        if one.id == f"person:{hole.lower()}":
            one = replace(one, id=f"person:{name.lower()}", names=(name,))
    held = profiles.get((one.id, one.language))
    articles = (*(held.articles if held else ()), article)
    profiles[one.id, one.language] = replace(one, articles=articles, days=(f"{when:%F}",))


def vectors(chance: random.Random) -> list[bytes]:
    """Some of unit length and real size; an article has one of them, since the portal looks at none."""
    drawn_ones = [[chance.gauss(0, 1) for _ in range(SIZE)] for _ in range(200)]
    return [struct.pack(f"<{SIZE}f", *(value / math.hypot(*one) for value in one)) for one in drawn_ones]


EMPTY = zlib.compress(b"[]")
TABLES = ("articles", "readings", "ledger", "news", "subjects", "slips", "words", "stories", "members", "filed", "casts", "copies")


def subjects(folder: Path) -> list[list[Reading]]:
    """The samples by story, largest first, read once."""
    there = folder.is_dir()
    with Desk.open(desk=str(folder)) as desk:
        if not there:
            desk.collect([str(SAMPLES)])
        stories = sorted(desk.stories(Query(limit=1000)).items, key=lambda story: (-len(story.members), story.id))
        return [list(desk.store().readings(ids=[member.article for member in story.members])) for story in stories]


def made(folder: Path, articles: int, seed: int = 1) -> tuple[Path, float]:
    """The folder of a desk with so many articles, and the seconds that it took to make (0.0 where it was there)."""
    desk = folder / f"desk-{articles}"
    done = desk / "made.json"
    told = {"version": VERSION, "articles": articles, "seed": seed}
    if done.is_file() and json.loads(done.read_text("utf-8"))["what"] == told:
        return desk, 0.0
    for old in desk.glob("*") if desk.is_dir() else ():
        old.unlink()
    started = time.perf_counter()
    fill(desk, Maker(subjects(folder / "samples"), seed), articles)
    seconds = time.perf_counter() - started
    done.write_text(json.dumps({"what": told, "seconds": round(seconds)}), "utf-8")
    return desk, seconds


def fill(folder: Path, maker: Maker, articles: int) -> None:
    """Writes the rows, some thousand articles at a time. Only an empty desk is at stake: nothing is synced before the end."""
    with Desk.open(desk=str(folder)) as desk:
        desk.store(write=True)
    connection = sqlite3.connect(folder / FILE, isolation_level=None)
    for pragma in ("synchronous = OFF", "cache_size = -300000", "wal_autocheckpoint = 20000"):
        connection.execute(f"PRAGMA {pragma}")
    waiting: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    for story in maker.stories(articles):
        for table, found in story.items():
            waiting[table] += found
        if len(waiting["articles"]) >= PART:
            write(connection, waiting)
    write(connection, waiting)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def write(connection: sqlite3.Connection, waiting: dict[str, list[dict[str, Any]]]) -> None:
    """Writes and empties what waits, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for table, found in waiting.items():
        if found:
            names = list(found[0])
            columns, values = ", ".join(f'"{name}"' for name in names), ", ".join(f":{name}" for name in names)
            connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({values})", found)
        found.clear()
    connection.execute("COMMIT")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    options = parser.parse_args()
    desk, seconds = made(options.folder, options.articles)
    print(f"{desk}: {options.articles} articles, made in {seconds:.0f} s")


if __name__ == "__main__":
    main()
