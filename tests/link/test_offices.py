"""Roles are compared across languages by the kind of office that they are."""

from __future__ import annotations

import pytest

from dragoman.link.offices import agree, kinds


@pytest.mark.parametrize(
    ("zh", "en", "ru"),
    [
        ("市长", "the mayor", "мэра города"),
        ("俄外长", "Russian Foreign Minister", "главой МИД России"),
        ("卫生部副部长", "deputy health minister", "заместитель министра здравоохранения"),
        ("渔民工会主席", "president of the fishermen's union", "председатель профсоюза рыбаков"),
    ],
)
def test_one_office_is_one_kind_in_every_language(zh: str, en: str, ru: str) -> None:
    found = [kinds(role, code) for role, code in ((zh, "zh"), (en, "en"), (ru, "ru"))]
    for one in found:
        for other in found:
            telling, clash, shared = agree(one, other)
            assert telling
            assert not clash
            assert shared


def test_a_deputy_is_not_the_one_whom_he_stands_in_for() -> None:
    assert kinds("deputy mayor", "en") == {"deputy mayor"}
    assert agree(kinds("deputy mayor", "en"), kinds("市长", "zh"))[1]


def test_different_offices_contradict_each_other_and_vague_ones_nobody() -> None:
    assert agree(kinds("mayor", "en"), kinds("法官", "zh")) == (False, True, ())
    assert agree(kinds("head of the department", "en"), kinds("法官", "zh"))[:2] == (False, False)
    assert agree(frozenset(), kinds("法官", "zh")) == (False, False, ())


def test_the_longest_words_count_and_not_those_within_them() -> None:
    assert "captain" not in kinds("机长助理", "xx")
    assert "spokesperson" in kinds("press secretary", "en")
    assert "minister" not in kinds("press secretary", "en")


def test_an_unknown_language_has_no_kinds() -> None:
    assert kinds("mayor", "xx") == frozenset()
