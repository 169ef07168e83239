"""Digits as a picture."""

from dragoman.accounts.drawn import picture


def test_it_is_a_png_and_the_same_one_again() -> None:
    made = picture("r1", "12345")
    assert made.startswith(b"\x89PNG")
    assert len(made) < 40_000
    assert picture("r1", "12345") is made
