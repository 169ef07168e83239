from dragoman.cluster.copies.card import card
from dragoman.cluster.copies.prints import printed

FIRST = "The port was closed on Tuesday after a storm tore two cranes from their rails."
SECOND = "Insurers put the damage at several million, and the ferry will not sail before Friday."
THIRD = "Fishermen said they had warned of the weak rails since the spring of last year."


def words(text, passages):
    return [text[one.start : one.end] for one in passages]


def test_cuts_and_additions_stand_where_they_are():
    of, copy = f"{FIRST} {SECOND} {THIRD}", f"{FIRST} {THIRD} Read more on our site about the weather."
    cuts, added, moved = card(printed(copy), printed(of))
    assert words(of, cuts) == [SECOND[:-1]]
    assert words(copy, added) == ["Read more on our site about the weather"]
    assert moved == ()


def test_what_stands_elsewhere_was_moved():
    of, copy = f"{FIRST} {SECOND} {THIRD}", f"{SECOND} {FIRST} {THIRD}"
    cuts, added, moved = card(printed(copy), printed(of))
    assert (cuts, added) == ((), ())
    (only,) = moved
    assert copy[only.start : only.end] == of[only.of_start : only.of_end] in (FIRST[:-1], SECOND[:-1])


def test_the_same_text_has_an_empty_card():
    assert card(printed(FIRST), printed(FIRST)) == ((), (), ())
