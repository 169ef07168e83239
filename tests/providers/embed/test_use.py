import pytest

from dragoman.providers.embed.use import USE


@pytest.fixture(scope="module")
def use():
    return USE()


def test_vectors_have_unit_length_and_the_size_that_is_promised(use):
    (vector,) = use.embed(["Ministers met in Vienna."])
    assert len(vector) == use.size
    assert sum(value * value for value in vector) == pytest.approx(1, abs=1e-4)


def test_a_text_gets_the_same_vector_alone_and_among_others(use):
    texts = ["Ministers met in Vienna.", "外长们在维也纳会晤。", "x " * 300]
    assert use.embed(texts) == [use.embed([text])[0] for text in texts]


def test_the_same_sentence_in_two_languages_is_nearer_than_another_sentence(use):
    english, chinese, other = use.embed(["Ministers met in Vienna.", "部长们在维也纳会面。", "The orchestra played a waltz."])
    dot = lambda a, b: sum(x * y for x, y in zip(a, b, strict=True))  # noqa: E731
    assert dot(english, chinese) > dot(english, other) + 0.2


def test_a_text_with_nothing_to_read_gets_no_vector(use):
    assert use.embed(["", " …!"]) == [(), ()]
