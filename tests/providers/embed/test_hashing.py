import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.providers.embed.hashing import Hashing


def dot(a, b):
    return sum(x * y for x, y in zip(a, b, strict=True))


@settings(deadline=None)
@given(st.text())
def test_any_text_gives_a_unit_vector_or_none(text):
    (vector,) = Hashing(64).embed([text])
    assert vector == () or dot(vector, vector) == pytest.approx(1, abs=1e-3)


def test_texts_that_share_words_are_nearer():
    a, b, c = Hashing().embed(["grain deal signed in Istanbul", "the grain deal of Istanbul", "football cup final tonight"])
    assert dot(a, b) > dot(a, c) + 0.2


def test_the_same_text_always_gets_the_same_vector():
    assert Hashing().embed(["会谈"]) == Hashing().embed(["会谈"])
