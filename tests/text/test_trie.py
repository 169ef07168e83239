from __future__ import annotations

from dragoman.text.trie import Trie


def filled() -> Trie[str]:
    trie: Trie[str] = Trie()
    trie.add(["white", "house"], "org")
    trie.add(["white", "house", "staff"], "staff")
    trie.add(["white"], "colour")
    return trie


def test_the_longest_phrase_wins() -> None:
    words = ["the", "white", "house", "staff", "said"]
    assert filled().longest(lambda at: (words[at],), 1, len(words)) == (4, ["staff"])


def test_a_phrase_that_breaks_off_falls_back_to_the_shorter_one() -> None:
    words = ["white", "house", "paint"]
    assert filled().longest(lambda at: (words[at],), 0, len(words)) == (2, ["org"])


def test_any_form_of_a_position_may_match() -> None:
    forms = [("whites", "white"), ("houses", "house")]
    assert filled().longest(lambda at: forms[at], 0, 2) == (2, ["org"])


def test_nothing_known_is_none() -> None:
    assert filled().longest(lambda _: ("black",), 0, 1) is None


def test_values_under_one_phrase_are_kept_once_in_order() -> None:
    trie = filled()
    trie.add(["white"], "surname")
    trie.add(["white"], "colour")
    assert trie.longest(lambda _: ("white",), 0, 1) == (1, ["colour", "surname"])


def test_what_phrases_begin_with_is_told() -> None:
    trie: Trie[str] = Trie()
    trie.add(["a", "b"], "one")
    trie.add(["c"], "two")
    assert trie.firsts() == ["a", "c"]
