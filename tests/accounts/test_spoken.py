"""Digits as a voice."""

from dragoman.accounts.spoken import sound


def test_it_is_a_wav_and_the_same_one_again() -> None:
    made = sound("r1", "907")
    assert made[:4] == b"RIFF"
    assert made[8:12] == b"WAVE"
    assert sound("r1", "907") is made
