import pytest

from dragoman.errors import PartError
from dragoman.ports import Embedder
from dragoman.providers.embed import EMBEDDERS


@pytest.mark.parametrize("name", ["hashing", "none"])
def test_every_light_embedder_answers_its_port(name):
    part = EMBEDDERS.make(name)
    assert isinstance(part, Embedder)
    assert all(len(row) in (0, part.size) for row in part.embed(["words", ""]))


def test_an_unknown_embedder_is_refused_by_name():
    with pytest.raises(PartError, match="there are"):
        EMBEDDERS.make("oracle")
