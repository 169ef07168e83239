from __future__ import annotations

from dragoman.link.known import candidates, index, lookup, people_by_surname
from dragoman.model.annotations import Mention


def test_traditional_characters_meet_simplified_ones() -> None:
    assert {name.entity for name in lookup("北約", None, "zh")} == {"NATO"}


def test_an_inflected_name_is_found_by_its_base_form() -> None:
    assert {name.entity for name in lookup("Совета Европы", None, "ru")} == {"org:council-of-europe"}


def test_a_latin_name_in_another_script_is_found_in_the_english_tables() -> None:
    assert "person:wendy-sherman" in {name.entity for name in lookup("Wendy Sherman", None, "zh")}


def test_an_abbreviation_needs_its_capitals() -> None:
    assert lookup("us", None, "en") == ()
    assert {name.entity for name in lookup("US", None, "en")} == {"US"}


def test_a_person_is_no_candidate_for_a_place_nor_the_other_way_round() -> None:
    assert candidates(Mention(0, 6, "Moscow", "person"), "en") == ()
    assert candidates(Mention(0, 5, "Putin", "place"), "en") == ()
    assert {name.entity for name in candidates(Mention(0, 6, "Moscow", "place"), "en")} == {"place:moscow"}


def test_plain_names_stand_before_other_kinds() -> None:
    for names in index("en").values():
        ranks = [("name", "abbreviation", "alias", "capital", "metonym", "surname", "short", "demonym").index(name.kind) for name in names]
        assert ranks[0] == min(ranks) or "capital" in {name.kind for name in names}


def test_people_are_filed_under_the_last_part_of_their_names() -> None:
    assert ("person:vladimir-putin", ("vladimir", "putin")) in people_by_surname("en")["putin"]
