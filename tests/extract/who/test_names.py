from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.who import names

GIVEN = ["Ada", "Tomas", "Mina", "Solène", "Greta", "Lucía", "Rui", "Halina", "Defne", "Оксана", "Глеб"]
FAMILY = ["Quill", "Verrin", "O’Hale", "Calder-Moss", "van der Kade", "Marchois", "Barbacena", "Береговенко", "Осокин"]
person = st.builds(lambda one, other: f"{one} {other}", st.sampled_from(GIVEN), st.sampled_from(FAMILY))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ada Quill and Tomas Verrin", ("Ada Quill", "Tomas Verrin")),
        ("Ada Quill, Tomas Verrin et Mina Okafor", ("Ada Quill", "Tomas Verrin", "Mina Okafor")),
        ("Colbert I. Quill", ("Colbert I. Quill",)),
        ("Ada Quill, Political Correspondent", ("Ada Quill",)),
        ("Ada Quill, MD", ("Ada Quill",)),
        ("Ada Quill ada@quill.example @adaquill", ("Ada Quill",)),
        ("ADA QUILL", ("ADA QUILL",)),
        ("林晓舟 何远帆", ("林晓舟", "何远帆")),
        ("Staff", ()),
        ("Reuters", ()),
        ("Example News Agency", ()),
        ("The Rivage", ()),
        ("海港日报", ()),
        ('size="20"', ()),
        ("https://example.org/ada", ()),
        ("Редакция", ()),
    ],
)
def test_lists_of_names_are_taken_apart_and_what_is_no_name_is_left_out(words: str, found: tuple[str, ...]) -> None:
    assert names.split_names(words) == found


@pytest.mark.parametrize(
    ("name", "so"),
    [
        ("Ada Quill", True),
        ("Joris van der Kade", True),
        ("J.R. Quill", True),
        ("al-Amin Haddad", True),
        ("سلمى الجسري", True),
        ("한다리", True),
        ("the end of the year", False),
        ("Ada and then", False),
        ("One Two Three Four Five Six", False),
    ],
)
def test_a_name_is_written_like_one(name: str, so: bool) -> None:
    assert names.looks_like_one(name) is so


@given(st.lists(person, min_size=1, max_size=5, unique_by=str.casefold), st.sampled_from([", ", "; ", " / "]))
def test_any_list_of_names_comes_back(people: list[str], between: str) -> None:
    assert names.split_names(between.join(people)) == tuple(people)


@given(st.text(max_size=200))
def test_any_words_give_names_that_hold_letters(words: str) -> None:
    found = names.split_names(words)
    assert len(found) <= names.MOST
    assert all(any(char.isalpha() for char in name) and len(name) <= names.LONGEST for name in found)
