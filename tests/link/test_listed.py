from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.link.listed import PARTS, alphabetic, listed


def test_names_are_told_apart_by_parts_letters_and_keys() -> None:
    found = listed((("Lars Anderson", "en"), ("Moreau", "fr"), ("J. Moreau", "fr"), ("李明", "zh"), ("moreau", "en")))
    pieces = found.pieces
    assert [pieces.texts[at] for at in pieces.wholes] == ["larsanderson", "moreau", "jmoreau", "moreau"]
    names, places = pieces.several[2]
    assert names.tolist() == [0, 2]
    assert [[pieces.texts[at] for at in row] for row in places] == [["lars", "anderson"], ["j", "moreau"]]
    assert (pieces.singles.tolist(), [pieces.texts[at] for at in pieces.letters]) == ([1, 3], ["j"])
    assert (found.alphabetic.tolist(), found.chinese.tolist()) == ([True, True, True, False, True], [False, False, False, True, False])
    assert found.keys[1] == found.keys[4] != found.keys[0]


def test_the_last_part_of_a_long_name_is_kept() -> None:
    pieces = listed((("a b c d e f g h i j k", "en"),)).pieces
    names, places = pieces.several[PARTS]
    assert (names.tolist(), pieces.texts[places[0, -1]]) == ([0], "k")


def test_alphabets_write_vowels() -> None:
    assert alphabetic("Rossi")
    assert alphabetic("Росси")
    assert not alphabetic("حداد")


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(max_size=12), st.sampled_from(["zh", "ru", "en"])), max_size=5))
def test_any_names_make_a_list(names: list[tuple[str, str]]) -> None:
    found = listed(tuple(names))
    assert len(found.keys) == len(found.heard) == len(names)
    assert len(found.pieces.wholes) == found.alphabetic.sum()
