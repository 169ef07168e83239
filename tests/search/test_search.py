from dragoman.ports import Words
from dragoman.search import WORDS


def test_every_index_answers_the_port():
    assert all(isinstance(WORDS.make(name), Words) for name in WORDS)
