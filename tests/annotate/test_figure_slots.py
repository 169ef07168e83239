from __future__ import annotations

import pytest

from dragoman.annotate.figure_grammar import quantities
from dragoman.annotate.figure_slots import Thing, slot, thing
from dragoman.model.annotations import Sentence


def counted(text: str, language: str) -> Thing | None:
    grammar = quantities(language)
    low = text.lower()
    quantity = next(grammar.find(low))
    return thing(grammar, low, quantity, Sentence(0, len(text)), len(text))


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("12 people were killed", "en", "dead"), ("killing 12 people and wounding others", "en", "dead"), ("30 members", "en", "members"),
        ("the number of ships rose to 40", "en", "ships"), ("12人死亡", "zh", "dead"), ("兵力达10万", "zh", "troops"), ("погибли 12 человек", "ru", "dead"),
    ],
)  # fmt: skip
def test_the_words_beside_a_number_say_what_it_counts(text: str, language: str, kind: str) -> None:
    found = counted(text, language)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "language"), [("12 of them", "en"), ("two weeks after the talks", "en"), ("一个月内的第二次会谈", "zh"), ("7 раз", "ru")]
)
def test_a_number_of_nothing_known_counts_nothing(text: str, language: str) -> None:
    grammar, low = quantities(language), text.lower()
    assert [one for one in grammar.find(low) if thing(grammar, low, one, Sentence(0, len(text)), len(text))] == []


def test_the_key_holds_class_party_setting_and_change() -> None:
    troops = Thing("troops", 0, 1)
    assert slot(troops, "RU", None, (0, 1, "border"), earlier=False) == "troops:RU#border"
    assert slot(troops, None, None, None, earlier=True) == "troops~before"
    assert slot(Thing("dead", 0, 1, fate=True), None, "UA", (0, 1, "attack"), earlier=False) == "dead@UA#attack"
    assert slot(Thing("duration#call", 0, 1, settled=True), "RU", None, None, earlier=False) == "duration#call"


def test_a_word_of_no_class_behind_a_number_is_what_it_counts() -> None:
    grammar, low = quantities("en"), "limits of 1,550 warheads and 800 launchers"
    kinds = [found.kind for one in grammar.find(low) if (found := thing(grammar, low, one, Sentence(0, len(low)), len(low)))]
    assert kinds == ["warheads"]


def test_a_toll_in_chinese_may_stand_behind_its_noun() -> None:
    found = counted("媒体称死亡人数为19人", "zh")
    assert found is not None
    assert found.kind == "dead"


def test_two_countries_are_not_a_count_of_their_arms() -> None:
    assert [one.value for one in quantities("zh").find("两国部署的核弹头不超过1550枚")] == [1550]
