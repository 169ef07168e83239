from __future__ import annotations

import pytest

from offices_beside import role_of


@pytest.mark.parametrize(
    ("text", "language", "person", "office"),
    [
        ("挪威负责政治事务的副国务卿贝格说。", "zh", "贝格", "挪威负责政治事务的副国务卿"),
        ("挪威常驻联合国代表贝格说。", "zh", "贝格", "挪威常驻联合国代表"),
        ("挪威外长、前情报机构负责人贝格说。", "zh", "贝格", "挪威外长、前情报机构负责人"),
        ("俄外长贝格说。", "zh", "贝格", "俄外长"),
        ("挪威外交与对外经济部长贝格说。", "zh", "贝格", "挪威外交与对外经济部长"),
        ("挪威首相与瑞典国防大臣贝格会晤。", "zh", "贝格", "瑞典国防大臣"),
        ("贝格外长说。", "zh", "贝格", "外长"),
        ("会见挪威首相贝格。", "zh", "贝格", "挪威首相"),
        ("プーチン大統領は語った。", "ja", "プーチン", "大統領"),
    ],
)
def test_an_office_reaches_as_far_as_its_characters_do(text: str, language: str, person: str, office: str) -> None:
    found = role_of(text, language, person)
    assert found is not None
    assert found[0] == office


def test_an_office_that_is_part_of_a_longer_word_is_none() -> None:
    assert role_of("贝格部长级会议", "zh", "贝格") is None
