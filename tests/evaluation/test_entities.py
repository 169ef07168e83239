"""The task `entities`: pairs of names over languages, with the sound alone beside."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from dragoman.desk import Desk
from dragoman.errors import DragomanError
from dragoman.evaluation.entities import Entities
from dragoman.model.annotations import Mention

STORY = """
[[story]]
id = "dam"
date = "2023-05-11"
zh = "德斯塔说，大坝将蓄水。"
en = "Bekele Desta spoke. Hanna Girma did not."
ru = "Бекеле Деста выступил."
people = [["德斯塔", "Bekele Desta", "Бекеле Деста"]]
alone = ["Hanna Girma"]
"""
NAMES = ("德斯塔", "Bekele Desta", "Hanna Girma", "Бекеле Деста")


@pytest.fixture
def parts(light):
    """Names are found by looking for them; `unite` makes one of all that hold Desta."""

    def annotate(text, language, published, title, gives):
        found = light.read(text, language, published, title)
        mentions = [
            Mention(text.index(name), text.index(name) + len(name), name, "person", f"person:{name}") for name in NAMES if name in text
        ]
        return replace(found, mentions=tuple(mentions))

    def unite(stories):
        ids = [mention.entity for readings in stories.values() for one in readings for mention in one.mentions]
        return {one: "person:desta" for one in ids if "esta" in one or "德斯塔" in one}

    return replace(
        light, annotate=annotate, unite=unite, match=lambda name, language, others: [float(name[0] == one[0]) for one, _ in others]
    )


def test_right_pairs_missed_ones_and_wrong_ones_are_counted(tmp_path, parts) -> None:
    (tmp_path / "set.toml").write_text(STORY, "utf-8")
    score = Entities().score(str(tmp_path), parts)
    assert (score.n, score.metrics["named"]) == (4, 1.0)
    assert (score.metrics["precision"], score.metrics["recall"], score.metrics["wrong"]) == (1.0, pytest.approx(1 / 3), 0.0)
    assert set(score.by_language) == {"en-ru", "en-zh", "ru-zh"}
    everything = replace(parts, unite=lambda stories: {f"person:{name}": "person:x" for name in NAMES})
    assert Entities().score(str(tmp_path), everything).metrics["wrong"] == 2.0
    assert score.peers["the best in sound"]["f1"] == 0.0


def test_another_folder_is_refused(tmp_path, parts) -> None:
    with pytest.raises(DragomanError, match="no TOML file"):
        Entities().score(str(tmp_path), parts)
    (tmp_path / "set.toml").write_text("[[story]]\nid = 3", "utf-8")
    with pytest.raises(DragomanError, match=r"set\.toml"):
        Entities().score(str(tmp_path), parts)


@pytest.fixture(scope="module")
def stories():
    """Sixteen stories of people whom `actors` does not know, told in three languages, read by the real annotators."""
    with Desk.open() as desk:
        return desk.evaluate("entities", str(Path(__file__).parent / "stories"))


def test_one_person_is_one_entity_in_every_language(stories) -> None:
    assert stories.metrics["f1"] >= 0.9, stories
    assert min(part["f1"] for part in stories.by_language.values()) >= 0.85, stories


def test_no_two_people_are_made_one(stories) -> None:
    assert stories.metrics["wrong"] == 0, stories
